// A host as readers meet them: HTTP/2 over TLS, texts squeezed by Brotli, and the headers that the site's own file asks for.
// node host.mjs FOLDER KEY CERTIFICATE: says its port, and serves until it is ended.
import { createSecureServer } from "node:http2";
import { readFileSync } from "node:fs";
import { extname, join, normalize } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const TEXTS = {
  ".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml",
  ".json": "application/json", ".xml": "application/xml", ".txt": "text/plain",
};
const OTHERS = {
  ".woff2": "font/woff2", ".avif": "image/avif", ".webp": "image/webp", ".jpg": "image/jpeg", ".png": "image/png",
};
// As hosts squeeze what is asked for just then; the best takes so long that it would be measured.
const SQUEEZING = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };
const [folder, key, cert] = process.argv.slice(2);

function readRules(text) {
  const rules = [];
  for (const line of text.split("\n")) {
    const [name, ...value] = line.split(":");
    if (line.startsWith("/")) rules.push({ path: line.trim(), headers: [] });
    else if (value.length) rules.at(-1)?.headers.push([name.trim().toLowerCase(), value.join(":").trim()]);
  }
  return rules;
}

const rules = readRules(readFileSync(join(folder, "_headers"), "utf8"));
const matches = (rule, path) => (rule.path.endsWith("*") ? path.startsWith(rule.path.slice(0, -1)) : path === rule.path);
const squeezed = new Map();

function answer(request, response) {
  const path = normalize(decodeURIComponent(new URL(request.url, "https://localhost").pathname));
  const file = join(folder, path.endsWith("/") ? `${path}index.html` : path);
  const kind = extname(file);
  const headers = Object.fromEntries(rules.filter((rule) => matches(rule, path)).flatMap((rule) => rule.headers));
  let body;
  try {
    body = squeezed.get(file) ?? readFileSync(file);
  } catch {
    response.writeHead(404).end();
    return;
  }
  if (kind in TEXTS) {
    if (!squeezed.has(file)) squeezed.set(file, (body = brotliCompressSync(body, SQUEEZING)));
    headers["content-encoding"] = "br";
  }
  headers["content-type"] = kind in TEXTS ? `${TEXTS[kind]}; charset=utf-8` : (OTHERS[kind] ?? "application/octet-stream");
  response.writeHead(200, { ...headers, "content-length": body.length }).end(body);
}

const server = createSecureServer({ key: readFileSync(key), cert: readFileSync(cert), allowHTTP1: true }, answer);
// As hosts do: a browser can read each packet when it comes, and need not wait for sixteen of them.
server.on("secureConnection", (socket) => socket.setMaxSendFragment(1300));
server.listen(0, "127.0.0.1", () => console.log(server.address().port));
