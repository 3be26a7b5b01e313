// Writes every contender's page for one size into a folder each: what a server would serve, as its users would build it.

import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { join } from "node:path";
import { contentDocument } from "../documents.mjs";
import { govukPage } from "./rivals/govuk/page.mjs";
import { handPage } from "./rivals/hand/page.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
/** The folder with the packages of package.json. */
export const packages = process.env.REMEDY_FAQ_BENCH_NPM;
export const require = createRequire(join(packages, "package.json"));

/** What leaves questions off the screen unlaid, as this widget's style does by groups. */
const AUTO = ".question{content-visibility:auto;contain-intrinsic-block-size:auto 3rem}";

/** Builds into `folder`/NAME for each contender. `bundle` is the project's own program, `dist` its release build. */
export function build(folder, questions, { bundle, dist }) {
  const content = contentDocument(questions);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const json = join(folder, "content.json");
  writeFileSync(json, JSON.stringify(content));
  const script = (rival, file, options = []) => esbuild([join(here, "rivals", rival, file), "--bundle", "--format=esm", `--alias:content=${json}`, ...options]);
  const style = esbuild([join(here, "rivals/style.css")]);
  const write = (rival, files) => {
    mkdirSync(join(folder, rival));
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, rival, name), text);
  };

  write("hand", { "index.html": handPage(content, { style, script: script("hand", "app.js", ["--format=iife"]).replaceAll("</script", "<\\/script") }) });
  write("govuk", { "index.html": govukPage(content), "app.css": sass("rivals/govuk/style.scss"), "app.js": script("govuk", "app.js") });
  const preact = { ...shell(content, `<div id="app"></div>`), "app.css": style, "app.js": script("preact", "app.jsx", jsx("preact")) };
  write("preact", preact);
  write("preact-auto", { ...preact, "app.css": style + AUTO });
  write("radix", { ...shell(content, `<div id="app"></div>`), "app.css": style, "app.js": script("radix", "app.jsx", jsx("react")) });
  write("lit", { ...shell(content, `<faq-page></faq-page>`), "app.css": style, "app.js": script("lit", "app.js", ["--loader:.css=text"]) });

  cpSync(dist, join(folder, "widget"), { recursive: true });
  // The build's own page shows the bundled document; every other document has the page that a clinic would make of it.
  if (questions !== 15) writeFileSync(join(folder, "widget/index.html"), execFileSync(bundle, ["page", json, dist], { maxBuffer: 1 << 28 }));
  return content;
}

/** The page of a client-rendered rival before its script: style and script linked in the head, as bundlers write it. */
const shell = ({ lang, title }, root) => ({
  "index.html":
    `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">` +
    `<title>${title}</title><script type="module" src="app.js"></script><link rel="stylesheet" href="app.css"></head><body>${root}</body></html>\n`,
});

const jsx = (source) => ["--jsx=automatic", `--jsx-import-source=${source}`];

function esbuild(options) {
  const all = [...options, "--minify", "--target=es2022", "--legal-comments=none", "--log-level=warning", `--define:process.env.NODE_ENV="production"`];
  return execFileSync("esbuild", all, { encoding: "utf8", maxBuffer: 1 << 28, env: { ...process.env, NODE_PATH: join(packages, "node_modules") } });
}

function sass(file) {
  const { compile } = require("sass");
  return compile(join(here, file), { style: "compressed", loadPaths: [packages], quietDeps: true, silenceDeprecations: ["import"] }).css;
}

/** The versions of what was installed, by name. */
export const versions = () =>
  Object.fromEntries(
    Object.keys(JSON.parse(readFileSync(join(here, "package.json"), "utf8")).dependencies).map((name) => [
      name,
      JSON.parse(readFileSync(join(packages, "node_modules", name, "package.json"), "utf8")).version,
    ]),
  );
