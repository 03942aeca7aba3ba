// Reads the feeds whose paths stand on the standard input, as a list in JSON, with rss-parser.
const fs = require("node:fs");
const Parser = require("rss-parser");

async function read(path) {
  const feed = await new Parser().parseString(fs.readFileSync(path, "utf8"));
  return feed.items.map((item) => ({
    identifier: item.guid ?? item.id,
    url: item.link,
    title: item.title,
    published: item.isoDate,
    author: item.creator ?? item.author,
  }));
}

Promise.all(JSON.parse(fs.readFileSync(0, "utf8")).map(read)).then((feeds) => console.log(JSON.stringify(feeds)));
