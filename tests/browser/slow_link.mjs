// A slow telephone's way to a host, as packets take it: each round trip takes its time, TCP begins with ten segments,
// and all connections share one line. node slow_link.mjs PORT: says its own port, and serves until it is ended.
import { connect, createServer } from "node:net";

const ROUND_TRIP = 150; // ms
const DOWN = 1638.4 / 8, UP = 750 / 8; // bytes per ms: the slow 4G of Lighthouse
const SEGMENT = 1460, FIRST_WINDOW = 10 * SEGMENT;

// One direction of a connection: no more is under way than the window allows, which grows with all that arrived.
function makeDirection(link, target, begin) {
  const waiting = [], flying = [];
  let window = FIRST_WINDOW, underWay = 0, isOver = false;
  function go() {
    while (waiting.length && underWay < window) {
      const piece = waiting.shift();
      const now = performance.now();
      link.free = Math.max(link.free, now, begin) + piece.length / link.rate;
      underWay += piece.length;
      flying.push(piece);
      // Pieces arrive in the order in which they left, whichever timer fires first.
      setTimeout(() => { const next = flying.shift(); if (!target.destroyed) target.write(next); }, link.free - now + ROUND_TRIP / 2);
      setTimeout(() => { underWay -= piece.length; window += piece.length; go(); }, link.free - now + ROUND_TRIP);
    }
    if (isOver && !waiting.length) setTimeout(() => target.end(), Math.max(0, link.free - performance.now()) + ROUND_TRIP / 2 + 5);
  }
  return {
    take(data) { for (let at = 0; at < data.length; at += SEGMENT) waiting.push(data.subarray(at, at + SEGMENT)); go(); },
    end() { isOver = true; go(); },
  };
}

const down = { rate: DOWN, free: 0 }, up = { rate: UP, free: 0 };
const server = createServer({ noDelay: true }, (near) => {
  const far = connect({ port: Number(process.argv[2]), host: "127.0.0.1", noDelay: true });
  // The handshake of TCP takes a round trip before anything may be said.
  const begin = performance.now() + ROUND_TRIP;
  const there = makeDirection(up, far, begin), back = makeDirection(down, near, begin);
  near.on("data", (data) => there.take(data)).on("end", () => there.end()).on("error", () => far.destroy()).on("close", () => far.destroy());
  far.on("data", (data) => back.take(data)).on("end", () => back.end()).on("error", () => near.destroy());
});
server.listen(0, "127.0.0.1", () => console.log(server.address().port));
