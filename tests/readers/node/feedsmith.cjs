// Reads the feeds whose paths stand on the standard input, as a list in JSON, with feedsmith.
const fs = require("node:fs");
const { parseFeed } = require("feedsmith");

const READ = {
  atom: (feed) =>
    feed.entries?.map((entry) => ({
      identifier: entry.id,
      url: entry.links.find((link) => link.rel === "alternate").href,
      title: entry.title.value,
      published: entry.published,
      authors: entry.authors.map((author) => author.name),
    })),
  rss: (feed) =>
    feed.items?.map((item) => ({
      identifier: item.guid.value,
      url: item.link,
      title: item.title,
      published: item.pubDate,
      authors: item.dc.creators,
    })),
  json: (feed) =>
    feed.items?.map((item) => ({
      identifier: item.id,
      url: item.url,
      title: item.title,
      published: item.date_published,
      authors: item.authors.map((author) => author.name),
    })),
};

const feeds = JSON.parse(fs.readFileSync(0, "utf8")).map((path) => {
  const { format, feed } = parseFeed(fs.readFileSync(path, "utf8"));
  return READ[format](feed) ?? [];
});
console.log(JSON.stringify(feeds));
