// Reads the lists of feeds whose paths stand on the standard input, as a list in JSON, with feedsmith.
const fs = require("node:fs");
const { parseOpml } = require("feedsmith");

const find = (outline) => [
  ...(outline.xmlUrl ? [outline.xmlUrl] : []),
  ...(outline.outlines ?? []).flatMap(find),
];

const read = (path) => parseOpml(fs.readFileSync(path, "utf8")).body.outlines.flatMap(find);

console.log(JSON.stringify(JSON.parse(fs.readFileSync(0, "utf8")).map(read)));
