// The package in what sites are built with, as its README tells it: built, then opened in a browser.
import assert from "node:assert/strict";
import { cp, mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { require } from "./project.mjs";
import { alive, copied, freePort, served, visited } from "./visitor.mjs";

const page = (script) => `<!doctype html>\n<meta charset="utf-8"><link rel="icon" href="data:,"><title>A clinic</title>\n${script}\n<remedy-faq loading="eager"><p>Loading …</p></remedy-faq>\n`;
const module = (address) => `<script type="module" src="${address}"></script>`;

/** A folder of the scratch project with these files in it. */
const folder = async ({ root }, name, files) => {
  const path = join(root, name);
  await mkdir(path, { recursive: true });
  for (const [file, text] of Object.entries(files)) await writeFile(join(path, file), text);
  return path;
};

/** A site without a bundler. */
const plain = async (project) => {
  const map = JSON.stringify({ imports: { "remedy-faq": "./remedy-faq/index.js" } });
  const scripts = `<script type="importmap">${map}</script><script type="module">import "remedy-faq";</script>`;
  const path = await folder(project, "plain", { "index.html": page(scripts) });
  await cp(project.installed, join(path, "remedy-faq"), { recursive: true });
  return path;
};

const esbuild = (options) => require("esbuild").build({ bundle: true, minify: true, logLevel: "silent", ...options });

const vite = (root) => ({ root, configFile: false, logLevel: "warn", base: "./" });

/** Keeps what vite warns of. */
const warnings = () => {
  const told = [];
  const tell = (text) => told.push(text);
  return [told, { info() {}, warn: tell, warnOnce: tell, error: tell, clearScreen() {}, hasErrorLogged: () => false, hasWarned: false }];
};

export default {
  async "vite builds it with no setting, and the page comes to life"(project) {
    const root = await folder(project, "vite", { "index.html": page(module("/app.js")), "app.js": 'import "remedy-faq";\n' });
    const [told, customLogger] = warnings();
    await require("vite").build({ ...vite(root), customLogger });
    assert.deepEqual(told, []);
    await served(join(root, "dist"), (address) => visited(project, address, async (page) => (await alive(page), await copied(page))));
  },

  async "vite's server shows it with no setting"(project) {
    const root = await folder(project, "vite-server", { "index.html": page(module("/app.js")), "app.js": 'import "remedy-faq";\n' });
    const server = await require("vite").createServer({ ...vite(root), server: { host: "127.0.0.1", port: await freePort() } });
    await server.listen();
    try {
      const [address] = server.resolvedUrls.local;
      await visited(project, address, async (page) => (await alive(page), await copied(page)));
    } finally {
      await server.close();
    }
  },

  async "webpack builds it with no setting, and the page comes to life"(project) {
    const root = await folder(project, "webpack", { "app.js": 'import "remedy-faq";\n' });
    const { webpack } = require("webpack");
    const output = { path: join(root, "dist"), filename: "app.js" };
    const compiler = webpack({ mode: "production", context: root, entry: "./app.js", output, performance: false });
    const stats = await new Promise((done, fail) => compiler.run((error, stats) => compiler.close(() => (error ? fail(error) : done(stats)))));
    const { errors, warnings } = stats.toJson({ all: false, errors: true, warnings: true });
    assert.deepEqual({ errors, warnings }, { errors: [], warnings: [] });
    await writeFile(join(root, "dist/index.html"), page('<script defer src="app.js"></script>'));
    await served(join(root, "dist"), (address) => visited(project, address, async (page) => (await alive(page), await copied(page))));
  },

  async "esbuild builds it, and with the assets copied beside it the page comes to life"(project) {
    const { root, installed } = project;
    const dist = await folder(project, "esbuild", { "index.html": page(module("app.js")) });
    await esbuild({ entryPoints: [join(root, "programs/app.js")], format: "esm", splitting: true, outdir: dist });
    await cp(join(installed, "assets"), join(dist, "assets"), { recursive: true });
    await served(dist, (address) => visited(project, address, async (page) => (await alive(page), await copied(page))));
  },

  async "the single script needs nothing beside it, not even modules"(project) {
    const dist = await folder(project, "single", { "index.html": page('<script defer src="app.js"></script>'), "app.js": "" });
    const stdin = { contents: 'import "remedy-faq/single";', resolveDir: project.root };
    await esbuild({ stdin, format: "iife", outfile: join(dist, "app.js"), allowOverwrite: true });
    await served(dist, (address) => visited(project, address, alive));
  },

  async "with no bundler, an import map is enough"(project) {
    const dist = await plain(project);
    await served(dist, (address) => visited(project, address, async (page) => (await alive(page), await copied(page))));
  },

  async "every part that a visitor can come to see is in the manifest, and nothing else is"(project) {
    const manifest = JSON.parse(await readFile(join(project.installed, "custom-elements.json"), "utf8"));
    const named = manifest.modules[0].declarations[0].cssParts.map(({ name }) => name);
    const look = async (page) => {
      await alive(page);
      const seen = new Set();
      const see = async () => (await page.$$eval("remedy-faq >>> [part]", (all) => all.map((one) => one.part.value))).forEach((part) => seen.add(part));
      const press = async (part) => (await see(), await (await page.waitForSelector(`remedy-faq >>> [part=${part}]`)).click());
      await (await page.$("remedy-faq >>> input[name=outcome-rest][value=helped]")).click();
      await (await page.$("remedy-faq >>> input[type=search]")).type("no such word");
      await press("show-all");
      await press("clear");
      await press("clear-confirm");
      await page.waitForSelector("remedy-faq >>> [part=undo]");
      await see();
      assert.deepEqual([...seen].sort(), named.sort());
    };
    await served(await plain(project), (address) => visited(project, address, look));
  },

  async "an asset that is not the package's own is refused, and the fallback stays"(project) {
    const { root, installed } = project;
    const dist = await folder(project, "tampered", { "index.html": page(module("app.js")) });
    await esbuild({ entryPoints: [join(root, "programs/app.js")], format: "esm", splitting: true, outdir: dist });
    await cp(join(installed, "assets"), join(dist, "assets"), { recursive: true });
    const wasm = join(dist, "assets", (await readdir(join(dist, "assets"))).find((name) => name.endsWith(".wasm")));
    await writeFile(wasm, Buffer.concat([await readFile(wasm), Buffer.from([0, 2, 1, 0x78])]));
    const look = async (page) => {
      await page.waitForSelector("remedy-faq[data-fallback]");
      assert.equal(await page.$eval("remedy-faq", (element) => element.innerText), "Loading …");
    };
    await served(dist, (address) => assert.rejects(visited(project, address, look), /integrity/));
  },

  async "React 19 sets its attributes and hears its events"(project) {
    const { root, installed } = project;
    const dist = await folder(project, "react", { "index.html": '<!doctype html>\n<title>A clinic</title><div id="app"></div>' + module("react-app.js") });
    await esbuild({ entryPoints: [join(root, "programs/react-app.jsx")], format: "esm", jsx: "automatic", outdir: dist, define: { "process.env.NODE_ENV": '"production"' } });
    await cp(join(installed, "assets"), join(dist, "assets"), { recursive: true });
    const look = async (page) => {
      await alive(page);
      assert.equal(await page.title(), "rest of 12");
      const { exclusive, open, headingLevel } = await page.$eval("remedy-faq", ({ exclusive, open, headingLevel }) => ({ exclusive, open, headingLevel }));
      assert.deepEqual({ exclusive, open, headingLevel }, { exclusive: false, open: "first", headingLevel: "2" });
    };
    await served(dist, (address) => visited(project, address, look));
  },

  async "remedy-faq/element defines nothing until it is told to, and goes where it is not used"(project) {
    const text = async (contents) => {
      const stdin = { contents, resolveDir: project.root };
      return (await esbuild({ stdin, format: "esm", write: false })).outputFiles[0].text;
    };
    assert.equal((await text('import { define } from "remedy-faq/element"; import "remedy-faq/content";')).trim(), "");
    assert((await text('import "remedy-faq";')).includes("customElements.define"));
    const dist = await folder(project, "element", {
      "index.html": page(module("app.js")),
      "app.js": await text('import { define } from "remedy-faq/element"; globalThis.define = define;'),
    });
    await cp(join(project.installed, "assets"), join(dist, "assets"), { recursive: true });
    const look = async (page) => {
      await page.waitForFunction("globalThis.define");
      assert.equal(await page.evaluate("customElements.get('remedy-faq')"), undefined);
      await page.evaluate("define(), define()");
      await alive(page);
    };
    await served(dist, (address) => visited(project, address, look));
  },
};
