// `make wordpress`: dist/remedy-faq-wordpress.zip, of plugin/ and the release build in dist/.
//
//   node integrations/wordpress/build.mjs [FOLDER]     FOLDER: where the plugin is written, too, unpacked (for the tests)

import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { NO_SCRIPT_CSS, fallbackCss } from "./fallback-css.mjs";
import { pot } from "./pot.mjs";
import { zip } from "./zip.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "../..");
const NAME = "remedy-faq";

/** Every file of the plugin by its name in it. */
export function pluginFiles() {
  const version = find(read("Cargo.toml"), /^version = "(.*)"$/m, "Cargo.toml: the version");
  const files = {};
  for (const path of walk(join(here, "plugin"))) {
    files[relative(join(here, "plugin"), path)] = Buffer.from(readFileSync(path, "utf8").replaceAll("{{version}}", version));
  }
  const loader = read("dist/remedy-faq.js");
  const program = find(loader, /remedy-faq-([0-9a-f]+)_bg\.wasm/, "dist/remedy-faq.js: the program's name");
  const glue = `remedy-faq-${program}.js`;
  for (const name of ["remedy-faq.js", glue, `remedy-faq-${program}_bg.wasm`, ...more(glue), "remedy-faq-offline.html", ...texts(glue).map(({ file }) => file)]) {
    files[`assets/${name}`] = readFileSync(join(root, "dist", name));
  }
  files["assets/fallback.css"] = Buffer.from(fallbackCss(read("static/remedy-faq.css")));
  files["assets/no-script.css"] = Buffer.from(NO_SCRIPT_CSS);
  files["build/content.schema.json"] = readFileSync(join(root, "dist/content.schema.json"));
  const bundled = Object.fromEntries(texts(glue).filter(({ kind }) => kind === "document").map(({ language }) => [language, document(language)]));
  for (const name of Object.values(bundled)) files[`build/${name}`] = readFileSync(join(root, "static/content", name));
  for (const name of ["LICENSE-APACHE", "LICENSE-MIT"]) files[name] = readFileSync(join(root, name));
  files["languages/remedy-faq.pot"] = Buffer.from(pot(files, version));
  files["build/facts.php"] = Buffer.from(facts(stamp(files), bundled));
  return files;
}

/** The view of the bundled document, as the build has rendered it into its page: what the plugin's own is held to. */
export function prerendered() {
  // The headings of it are those of heading-level 3: Renderer knows no other.
  return find(read("dist/index.html"), /<remedy-faq heading-level="?3"?>(.*)<\/remedy-faq>/s, "dist/index.html: the view");
}

/** The files that the program fetches beside itself: the bundled documents, and its words, each by language. */
function texts(glue) {
  const found = [...read(`dist/${glue}`).matchAll(/remedy-faq-(document|words)-([a-z]+)-[0-9a-f]+\.json/g)];
  if (!found.length) throw new Error(`dist/${glue}: the texts' names are not there`);
  return found.map(([file, kind, language]) => ({ file, kind, language }));
}

/** The program's second part, and its glue. */
const more = (glue) =>
  ["wasm", "js"].map((kind) =>
    find(read(`dist/${glue}`), new RegExp(`(remedy-faq-more-[0-9a-f]+\\.${kind})`), `dist/${glue}: the name of the program's second part (${kind})`));

/** The file of the bundled document in a language, as whoever changes it wants it. */
function document(language) {
  return language === "en" ? "muscle-knots.json" : `muscle-knots.${language}.json`;
}

/** The widget's own words by language and name. What a language lacks is said in English. */
function words() {
  const strings = JSON.parse(read("dist/content.schema.json")).$defs.Strings.properties;
  const english = Object.fromEntries(Object.entries(strings).map(([name, word]) => [name, word.default]));
  const others = readdirSync(join(root, "static/words")).sort().map((name) => [name.replace(".json", ""), JSON.parse(read(`static/words/${name}`))]);
  return { en: english, ...Object.fromEntries(others.map(([language, its]) => [language, { ...english, ...its }])) };
}

function facts(stamp, bundled) {
  const quote = (text) => `'${text.replace(/[\\']/g, "\\$&")}'`;
  const table = (words) => Object.entries(words).map(([name, word]) => `\t\t\t${quote(name)} => ${quote(word)},\n`).join("");
  const languages = Object.entries(words()).map(([language, its]) => `\t\t${quote(language)} => array(\n${table(its)}\t\t),\n`);
  const documents = Object.entries(bundled).map(([language, name]) => `\t\t${quote(language)} => ${quote(`build/${name}`)},\n`);
  return `<?php
/**
 * What the build knows and the plugin needs. Written by the build.
 *
 * @package RemedyFAQ
 */

defined( 'ABSPATH' ) || exit;

return array(
\t'stamp' => ${quote(stamp)},
\t'words' => array(
${languages.join("")}\t),
\t'bundled' => array(
${documents.join("")}\t),
);
`;
}

function stamp(files) {
  const hash = createHash("sha256");
  for (const name of Object.keys(files).sort()) hash.update(`${name}\0${files[name].length}\0`).update(files[name]);
  return hash.digest("hex").slice(0, 12);
}

function read(name) {
  return readFileSync(join(root, name), "utf8");
}

function find(text, pattern, what) {
  const found = text.match(pattern);
  if (!found) throw new Error(`${what} is not there`);
  return found[1];
}

function walk(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? walk(join(folder, entry.name)) : [join(folder, entry.name)],
  );
}

function main(folder) {
  const files = pluginFiles();
  const packed = zip(Object.fromEntries(Object.entries(files).map(([name, data]) => [`${NAME}/${name}`, data])));
  writeFileSync(join(root, "dist/remedy-faq-wordpress.zip"), packed);
  console.log(`    dist/remedy-faq-wordpress.zip: ${Object.keys(files).length} files, ${packed.length} bytes`);
  if (!folder) return;
  rmSync(folder, { recursive: true, force: true });
  for (const [name, data] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), data);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main(process.argv[2]);
