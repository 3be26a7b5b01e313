// Serves a folder on 127.0.0.1: every file packed with brotli beforehand, so that packing takes no time from a run, and
// immutable. Can be as slow as a phone's network.

import { mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { createHash } from "node:crypto";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const KINDS = {
  ".html": ["HTML", "text/html; charset=utf-8"],
  ".css": ["CSS", "text/css; charset=utf-8"],
  ".js": ["JS", "text/javascript; charset=utf-8"],
  ".wasm": ["wasm", "application/wasm"],
  ".json": ["other", "application/json"],
  ".webmanifest": ["other", "application/manifest+json"],
  ".svg": ["other", "image/svg+xml"],
  ".png": ["other", "image/png"],
};

/** Brotli's quality 11 takes a second a megabyte; what is larger than this gets 9, which is 4 % larger. */
const LARGE = 1 << 20;

export class Site {
  #files = new Map();
  #server;
  /** A `Link`, while the network is to be slow. */
  link = null;
  /** What has been asked for since this was last emptied: `{name, kind, bytes}`. */
  asked = [];

  constructor(folder, cache) {
    for (const name of readdirSync(folder)) {
      const file = join(folder, name);
      if (statSync(file).isFile() && KINDS[extname(name)]) this.#files.set(`/${name}`, packed(file, cache));
    }
    this.#files.set("/", this.#files.get("/index.html"));
    this.#server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => this.#answer(request, response));
    this.#server.on("connection", (socket) => (socket.opened = performance.now()));
  }

  async listen() {
    await new Promise((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    this.address = `http://127.0.0.1:${this.#server.address().port}/`;
    return this;
  }

  close() {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  #answer(request, response) {
    const name = request.url.replace(/[?#].*/, "");
    const file = this.#files.get(name);
    if (!file) return response.writeHead(name === "/favicon.ico" ? 204 : 404).end();
    const { kind, type, body } = file;
    const worker = request.headers["service-worker"] === "script" || request.headers.referer?.endsWith("/sw.js");
    this.asked.push({ name, kind: worker ? "offline" : kind, bytes: body.length });
    response.writeHead(200, {
      "content-type": type,
      "content-encoding": "br",
      "content-length": body.length,
      "cache-control": "public, max-age=31536000, immutable",
    });
    if (this.link) this.link.send(request.socket, response, body);
    else response.end(body);
  }
}

function packed(file, cache) {
  const raw = readFileSync(file);
  const [kind, type] = KINDS[extname(file)];
  const quality = raw.length > LARGE ? 9 : 11;
  const kept = join(cache, `${createHash("sha256").update(raw).digest("hex")}.br${quality}`);
  try {
    return { kind, type, body: readFileSync(kept) };
  } catch {
    const params = { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: raw.length };
    const body = brotliCompressSync(raw, { params });
    mkdirSync(cache, { recursive: true });
    writeFileSync(kept, body);
    return { kind, type, body };
  }
}

/** A slow network, shared by all that is loaded over it: so many bits a second, and a way there and back that takes so
 * many milliseconds, once for a connection and once for each answer. (Tools of the browser slow down a page, but not the
 * service worker that loads beside it.) */
export class Link {
  static CHUNK = 2048;
  #rate;
  #roundTrip;
  #waiting = [];
  #free = 0;
  #pumping = false;

  constructor({ bitsPerSecond, roundTrip }) {
    this.#rate = bitsPerSecond / 8 / 1000;
    this.#roundTrip = roundTrip;
  }

  send(socket, response, body) {
    const now = performance.now();
    const from = Math.max(now, socket.opened + this.#roundTrip) + this.#roundTrip;
    response.on("close", () => (this.#waiting = this.#waiting.filter((one) => one.response !== response)));
    setTimeout(() => {
      this.#waiting.push({ response, body, sent: 0 });
      if (!this.#pumping) this.#pump();
    }, from - now);
  }

  /** Sends a piece of each answer in turn, each as late as the line would have carried it. */
  #pump() {
    const one = this.#waiting.shift();
    this.#pumping = one !== undefined;
    if (!one) return;
    const piece = one.body.subarray(one.sent, one.sent + Link.CHUNK);
    one.sent += piece.length;
    this.#free = Math.max(this.#free, performance.now()) + piece.length / this.#rate;
    setTimeout(() => {
      one.response.write(piece);
      if (one.sent < one.body.length) this.#waiting.push(one);
      else one.response.end();
      this.#pump();
    }, Math.max(0, this.#free - performance.now()));
  }
}
