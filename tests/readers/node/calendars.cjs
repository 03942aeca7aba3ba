// Reads the calendars whose paths stand on the standard input, as a list in JSON, with ical.js.
const fs = require("node:fs");
const ICAL = require("ical.js");

// A date without an hour stays as it is; a moment is told in UTC.
const write = (time) => (!time ? "" : time.isDate ? time.toString() : time.toJSDate().toISOString());

function read(path) {
  const calendar = new ICAL.Component(ICAL.parse(fs.readFileSync(path, "utf8")));
  return calendar.getAllSubcomponents("vevent").map((event) => ({
    uid: event.getFirstPropertyValue("uid"),
    summary: event.getFirstPropertyValue("summary"),
    start: write(event.getFirstPropertyValue("dtstart")),
    end: write(event.getFirstPropertyValue("dtend")),
    location: event.getFirstPropertyValue("location") ?? "",
    url: event.getFirstPropertyValue("url") ?? "",
  }));
}

console.log(JSON.stringify(JSON.parse(fs.readFileSync(0, "utf8")).map(read)));
