// Lighthouse on the page that dist/ serves, as on a phone: 100 of 100 in each of three categories, or what is missing.
// Its measure of speed is left to `make bench`.

import { createServer } from "node:http";
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { extname, join } from "node:path";
import { pathToFileURL } from "node:url";

const npm = createRequire(`${process.env.REMEDY_FAQ_LIGHTHOUSE_NPM}/`);
const { default: lighthouse } = await import(pathToFileURL(npm.resolve("lighthouse")));
const { launch } = await import(pathToFileURL(npm.resolve("chrome-launcher")));

const CATEGORIES = ["accessibility", "best-practices", "seo"];
const CHROMIUM = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];
const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
};

const server = createServer((request, response) => {
  const name = new URL(request.url, "http://localhost").pathname.replace(/\/$/, "/index.html");
  try {
    const body = readFileSync(join("dist", name));
    response.writeHead(200, { "content-type": TYPES[extname(name)] ?? "application/octet-stream" }).end(body);
  } catch {
    response.writeHead(404).end();
  }
});
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));

const chromePath = CHROMIUM.map((name) => spawnSync("which", [name], { encoding: "utf8" }).stdout.trim()).find(Boolean);
const quiet = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"];
// As root there is no sandbox.
const asRoot = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
const chrome = await launch({ chromePath, chromeFlags: ["--headless=new", ...quiet, ...asRoot] });
const start = Date.now();
let missed = 0;
try {
  const address = `http://127.0.0.1:${server.address().port}/`;
  const { lhr } = await lighthouse(address, { port: chrome.port, onlyCategories: CATEGORIES, logLevel: "error" });
  console.log(`Lighthouse ${lhr.lighthouseVersion}`);
  if (lhr.runtimeError) throw new Error(lhr.runtimeError.message);
  for (const { id, score, auditRefs } of Object.values(lhr.categories)) {
    console.log(`${String(Math.round(score * 100)).padStart(4)}  ${id}`);
    if (score === 1) continue;
    missed++;
    for (const { id, weight } of auditRefs) {
      const { title, score, details } = lhr.audits[id];
      if (weight > 0 && score !== null && score < 1) console.log(`      ${title}\n${JSON.stringify(details?.items ?? [], null, 2)}`);
    }
  }
} finally {
  chrome.kill();
  server.close();
}
// As cargo says it, for `make test` to add up.
const took = `finished in ${((Date.now() - start) / 1000).toFixed(1)}s`;
console.log(`test result: ${missed ? "FAILED" : "ok"}. ${CATEGORIES.length - missed} passed; ${missed} failed; 0 ignored; ${took}`);
process.exitCode = missed ? 1 : 0;
