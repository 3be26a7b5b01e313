// `make wordpress`: dist/remedy-faq-wordpress.zip, of plugin/ and the release build in dist/.
//
//   node integrations/wordpress/build.mjs [FOLDER]     FOLDER: where the plugin is written, too, unpacked (for the tests)

import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { NO_SCRIPT_CSS, fallbackCss } from "./fallback-css.mjs";
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
  for (const name of ["remedy-faq.js", `remedy-faq-${program}.js`, `remedy-faq-${program}_bg.wasm`, "remedy-faq-offline.html"]) {
    files[`assets/${name}`] = readFileSync(join(root, "dist", name));
  }
  files["assets/fallback.css"] = Buffer.from(fallbackCss(read("static/remedy-faq.css")));
  files["assets/no-script.css"] = Buffer.from(NO_SCRIPT_CSS);
  files["build/fallback.html"] = Buffer.from(prerendered());
  files["build/content.schema.json"] = readFileSync(join(root, "dist/content.schema.json"));
  files["build/muscle-knots.json"] = readFileSync(join(root, "static/content/muscle-knots.json"));
  for (const name of ["LICENSE-APACHE", "LICENSE-MIT"]) files[name] = readFileSync(join(root, name));
  files["build/facts.php"] = Buffer.from(facts(stamp(files)));
  return files;
}

/** The view of the bundled document, as the build has rendered it into its page. */
export function prerendered() {
  // The headings of it are those of heading-level 3: Markup knows no other.
  return find(read("dist/index.html"), /<remedy-faq heading-level="?3"?>(.*)<\/remedy-faq>/s, "dist/index.html: the view");
}

/** The widget's own words by name, in English. */
export function words() {
  const strings = JSON.parse(read("dist/content.schema.json")).$defs.Strings.properties;
  return Object.fromEntries(Object.entries(strings).map(([name, word]) => [name, word.default]));
}

function facts(stamp) {
  const quote = (text) => `'${text.replace(/[\\']/g, "\\$&")}'`;
  const lines = Object.entries(words()).map(([name, word]) => `\t\t${quote(name)} => ${quote(word)},\n`);
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
${lines.join("")}\t),
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
