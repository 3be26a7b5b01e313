// A visitor of a page with the element on it: a server on 127.0.0.1 for a folder, and what is seen in the browser.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";

const TYPES = { ".html": "text/html", ".js": "text/javascript", ".wasm": "application/wasm", ".txt": "text/plain" };

/** Serves a folder while `use` runs, which is given its address. */
export const served = async (folder, use) => {
  const server = createServer(async ({ url }, answer) => {
    const path = normalize(decodeURIComponent(new URL(url, "http://a").pathname));
    try {
      const file = await readFile(join(folder, path.endsWith("/") ? `${path}index.html` : path));
      answer.writeHead(200, { "content-type": TYPES[extname(path)] ?? "text/html" }).end(file);
    } catch {
      answer.writeHead(path === "/favicon.ico" ? 204 : 404).end();
    }
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  try {
    return await use(`http://127.0.0.1:${server.address().port}/`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
};

/** A port that was free a moment ago, for a server that cannot be told "any". */
export const freePort = async () => {
  const server = createServer();
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
};

/** Opens a page and lets `look` look at it. Nothing may fail there: no request, no script. */
export const visited = async (project, address, look) => {
  const context = await (await project.browser()).createBrowserContext();
  const page = await context.newPage();
  const faults = [];
  page.on("pageerror", (error) => faults.push(String(error)));
  page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
  page.on("requestfailed", (request) => faults.push(`${request.url()}: ${request.failure().errorText}`));
  page.on("response", (response) => response.status() >= 400 && faults.push(`${response.url()}: ${response.status()}`));
  try {
    await page.goto(address);
    await look(page);
    assert.deepEqual(faults, []);
  } catch (error) {
    error.message += `\nin the page: ${faults.join("\n") || "nothing failed"}`;
    throw error;
  } finally {
    await context.close();
  }
};

const PROGRESS = 'document.querySelector("remedy-faq").shadowRoot?.querySelector("[part=progress]")?.textContent';

/** The element has come to life: fifteen questions, and a tick that is counted and told of. */
export const alive = async (page) => {
  await page.waitForFunction(`(${PROGRESS})?.startsWith("0 of 12")`);
  const questions = await page.$$("remedy-faq >>> [part=question]");
  assert.equal(questions.length, 15);
  await page.evaluate(() => {
    document.addEventListener("remedy-faq-change", ({ detail }) => (document.body.dataset.told = JSON.stringify(detail)));
  });
  await (await page.$("remedy-faq >>> [part=checklist] input[value=rest]")).click();
  await page.waitForFunction(`(${PROGRESS})?.startsWith("1 of 12")`);
  assert.equal(await page.$eval("body", (body) => body.dataset.told), '{"tried":["rest"],"total":12}');
};

/** "Save a copy" gives the whole single file, with the tick inside. */
export const copied = async (page) => {
  await page.evaluate(() => {
    const make = URL.createObjectURL;
    URL.createObjectURL = (blob) => (blob.text().then((text) => (globalThis.copy = text)), make.call(URL, blob));
  });
  await (await page.$("remedy-faq >>> [part=save-copy]")).click();
  await page.waitForFunction("globalThis.copy");
  const copy = await page.evaluate("copy");
  assert(copy.startsWith("<!doctype html>"), copy.slice(0, 80));
  assert(copy.includes("remedy-faq-program") && copy.includes("data-record>"), "the program or the record is missing");
};
