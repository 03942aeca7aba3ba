// Reads files into forms and writes them back, as event-recap reads them: every value is the text that was typed.
// What a form cannot hold is refused, so that nothing is lost; such a file is edited as text.

const { load, dump, FAILSAFE_SCHEMA } = window.jsyaml;
const REMARKS = "remarks_of_the_file";
const OTHERS = "other_keys";
const isMap = (value) => value !== null && typeof value === "object" && !Array.isArray(value);

function refuse(path) {
  throw new Error(`${path || "the file"}: no form holds this; edit the file as text`);
}

function readText(value, path) {
  if (typeof value !== "string") refuse(path);
  return ["~", "null"].includes(value) ? "" : value;
}

// Returns a value in the one shape that a form has: lists of mappings, mappings for single words.
function open(value, shape, path) {
  if (shape === null) return readText(value, path);
  if (shape.item !== undefined) {
    const items = Array.isArray(value) ? value
      : typeof value === "string" && shape.item === null ? value.split(",").map((word) => word.trim())
      : [value];
    return items.filter((item) => item !== "").map((item, at) => open(item, shape.item, `${path}[${at}]`));
  }
  if (typeof value === "string" && shape.bare) return value === "" ? {} : { [shape.bare]: value };
  if (value === "" || value === "~" || value === "null") return {};
  if (!isMap(value)) refuse(path);
  const found = {};
  for (const [key, inner] of Object.entries(value)) {
    if (!(key in shape.parts)) refuse(`${path}.${key}`);
    found[key] = open(inner, shape.parts[key], `${path}.${key}`);
  }
  return found;
}

// Returns what is left of a form without what nobody filled in, in the shortest form that says the same.
function close(value, shape) {
  if (Array.isArray(value)) {
    const items = value.map((item) => close(item, shape ? shape.item : null)).filter((item) => item !== undefined);
    return items.length ? items : undefined;
  }
  if (isMap(value)) {
    const parts = shape ? shape.parts : {};
    const left = Object.entries(value).map(([key, inner]) => [key, close(inner, parts[key] ?? null)]);
    const kept = left.filter(([, inner]) => inner !== undefined);
    if (!kept.length) return undefined;
    return shape && shape.bare && kept.length === 1 && kept[0][0] === shape.bare ? kept[0][1] : Object.fromEntries(kept);
  }
  return value === null || value === undefined || value === "" ? undefined : String(value);
}

const write = (value) => dump(value, { schema: FAILSAFE_SCHEMA, lineWidth: -1, noRefs: true });

function splitRemarks(text) {
  const remarks = /^(?:[ \t]*#[^\n]*\n|[ \t]*\n)*/.exec(text)[0];
  return [remarks.trim(), text.slice(remarks.length)];
}

function openMapping(text, shape, hasOthers) {
  const [remarks, rest] = splitRemarks(text);
  const typed = load(rest || "{}", { schema: FAILSAFE_SCHEMA });
  const whole = Array.isArray(typed) && shape.parts.attendees ? { attendees: typed } : typed;
  const known = {};
  const others = {};
  for (const [key, value] of Object.entries(whole)) {
    const name = hasOthers ? key.toLowerCase() : key;
    if (name in shape.parts) known[name] = value;
    else if (hasOthers) others[key] = value;
    else refuse(key);
  }
  const data = open(known, shape, "");
  if (remarks) data[REMARKS] = remarks;
  if (Object.keys(others).length) data[OTHERS] = write(others).trimEnd();
  return data;
}

function closeMapping(data, shape) {
  const { [REMARKS]: remarks, [OTHERS]: others, ...known } = data;
  const left = close(known, { ...shape, bare: "" }) ?? {};
  const more = others ? load(others, { schema: FAILSAFE_SCHEMA }) : {};
  const head = remarks ? `${remarks.split("\n").map((line) => (line.startsWith("#") ? line : `# ${line}`)).join("\n")}\n` : "";
  return head + write({ ...left, ...more });
}

// A title or a summary may hold a colon without quotation marks, as sentences in French do.
const quoteProse = (head) =>
  head.replace(/^(title|summary):[ \t]+(?![\s"'[{&*!|>%@`#-])(.*: .*)$/gim, (_, key, words) => `${key}: ${JSON.stringify(words)}`);

// Pelican's own form: keys and values up to the first blank line.
function openKeyLines(text, shape) {
  const [, head, body] = /^((?:.+(?:\n|$))+)\n*([\s\S]*)$/.exec(text.trimStart());
  const found = {};
  let key = "";
  for (const line of head.trimEnd().split("\n")) {
    const [, name, value] = /^(?: {0,3}([\w-]+):| {4,})[ \t]*(.*)$/.exec(line) ?? refuse(line);
    key = name ? name.toLowerCase() : key;
    found[key] = found[key] ? `${found[key]}${key === "tags" || key === "authors" ? ", " : " "}${value}` : value;
  }
  return { ...openMapping(write(found), shape, true), body };
}

// A new text begins as a draft; one that says nothing is published, and goes on saying nothing.
function openText(typed, shape) {
  return { status: "published", ...readParts(typed, shape) };
}

function readParts(typed, shape) {
  const text = typed.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n");
  const parts = /^\s*---[ \t]*\n([\s\S]*?\n)(?:---|\.\.\.)[ \t]*(?:\n|$)([\s\S]*)$/.exec(text);
  if (!parts) return openKeyLines(text, shape);
  return { ...openMapping(quoteProse(parts[1]), shape, true), body: parts[2] };
}

function closeText(data, shape) {
  const { body, ...head } = data;
  if (head.status === "published") delete head.status;
  return `---\n${closeMapping(head, shape)}---\n${(body ?? "").trimEnd()}\n`;
}

// The editor would fetch its typefaces from elsewhere, which the page does not allow.
const FACES = { "Material Symbols Outlined": ["symbols", "400"], "Source Sans 3": ["sans", "200 900"], "Noto Mono": ["mono", "400"] };
for (const [family, [name, weight]] of Object.entries(FACES)) {
  document.fonts.add(new FontFace(family, `url(${name}.woff2)`, { weight, display: "block" }));
}

const { config, shapes } = await (await fetch("forms.json")).json();
for (const [name, shape] of Object.entries(shapes)) {
  const isText = name === "recap";
  // The editor takes an ending of Markdown for a mistake unless the name of the format ends like this.
  window.CMS.registerCustomFormat(`event-recap-${name}${isText ? "-frontmatter" : ""}`, isText ? "md" : "yml", {
    fromFile: (text) => (isText ? openText(text, shape) : openMapping(text, shape, false)),
    toFile: (data) => (isText ? closeText(data, shape) : closeMapping(data, shape)),
  });
}
window.CMS.init({ config });
