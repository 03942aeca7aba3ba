// Reads the contact cards whose paths stand on the standard input, as a list in JSON, with ical.js.
const fs = require("node:fs");
const ICAL = require("ical.js");

function read(path) {
  const parsed = ICAL.parse(fs.readFileSync(path, "utf8"));
  // One card is a card; several are a list of them.
  const cards = parsed[0] === "vcard" ? [parsed] : parsed;
  return cards.map((card) => {
    const component = new ICAL.Component(card);
    return {
      version: component.getFirstPropertyValue("version"),
      uid: component.getFirstPropertyValue("uid"),
      name: component.getFirstPropertyValue("fn"),
      names: component.getFirstPropertyValue("n"),
      urls: component.getAllProperties("url").map((url) => url.getFirstValue()),
    };
  });
}

console.log(JSON.stringify(JSON.parse(fs.readFileSync(0, "utf8")).map(read)));
