// What the program costs: the files as they are served, the wasm's two parts by section, by crate, by module of ours, their
// largest functions. size.mjs DIST FIRST.wasm MORE.wasm [PAGE.md README.md]: with pages, writes the tables between their marks
// instead, all into the first, and what an embed weighs and by which crate into the second.
// The two are the program's parts with their functions' names, as tools/size.sh makes them.
import { readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { brotliCompressSync, gzipSync } from "node:zlib";

const [dist, firstPart, secondPart, page, readme] = process.argv.slice(2);
const table = (head, rows) =>
  [head, head.map((_, i) => (i ? "--:" : "---")), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");
const number = (n) => n.toLocaleString("en");
const brotli = (bytes) => brotliCompressSync(bytes).length;

/** Files of the build, largest first; hashes in names left out, because they change with every build. */
function files() {
  const names = readdirSync(dist).filter((name) => statSync(`${dist}/${name}`).isFile());
  const rows = names.map((name) => ({ name: name.replace(/-[0-9a-f]{16}/, "-<hash>"), bytes: readFileSync(`${dist}/${name}`) }));
  rows.sort((a, b) => b.bytes.length - a.bytes.length);
  return rows.map(({ name, bytes }) => [name, bytes.length, gzipSync(bytes, { level: 9 }).length, brotli(bytes)]);
}

const SECTIONS = { 1: "types", 2: "imports", 3: "functions", 4: "tables", 5: "memory", 6: "globals", 7: "exports", 9: "elements", 10: "code", 11: "data", 12: "data count" };

/** A wasm's sections, and its functions with their names and sizes. */
function wasm(bytes) {
  let at = 8;
  const leb = () => {
    let [value, shift, byte] = [0, 0];
    do {
      byte = bytes[at++];
      value += (byte & 127) * 2 ** shift;
      shift += 7;
    } while (byte & 128);
    return value;
  };
  const text = () => {
    const length = leb();
    at += length;
    return bytes.toString("utf8", at - length, at);
  };
  const [sections, sizes, names] = [[], [], new Map()];
  let imported = 0;
  while (at < bytes.length) {
    const id = bytes[at++];
    const size = leb();
    const end = at + size;
    if (id !== 0) sections.push([SECTIONS[id] ?? `section ${id}`, size]);
    if (id === 2) {
      for (let count = leb(); count--; ) {
        text();
        text();
        const kind = bytes[at++];
        if (kind === 0) {
          imported++;
          leb();
        } else {
          if (kind === 1) at++;
          if (kind === 3) at += 2;
          else {
            const most = bytes[at++] & 1;
            leb();
            if (most) leb();
          }
        }
      }
    } else if (id === 10) {
      for (let count = leb(); count--; ) {
        const length = leb();
        sizes.push(length);
        at += length;
      }
    } else if (id === 0 && text() === "name") {
      while (at < end) {
        const kind = bytes[at++];
        const part = leb();
        const after = at + part;
        if (kind === 1) for (let count = leb(); count--; ) names.set(leb(), text());
        at = after;
      }
    }
    at = end;
  }
  return { sections, functions: sizes.map((size, index) => ({ size, name: names.get(index + imported) ?? "?" })) };
}

/** Who wrote a function: its first crate; ours by module. A generic function counts for the crate that it stands in. */
function owner(name) {
  const [, first] = name.match(/([a-z_][a-z0-9_]*)\[[0-9a-f]+\]/) ?? [];
  const [, ours] = name.match(/remedy_faq\[[0-9a-f]+\]::(\w+::\w+)/) ?? [];
  return first === "remedy_faq" && ours ? `ours: ${ours}` : (first ?? "wasm-bindgen's own");
}

/** What each of both parts has of something: `[[name, bytes in the first, bytes in the second], …]`, largest first. */
function sums(key) {
  const sums = new Map();
  for (const [place, { functions }] of both.entries()) {
    for (const { size, name } of functions) {
      const of = sums.get(key(name)) ?? [0, 0];
      of[place] += size;
      sums.set(key(name), of);
    }
  }
  return [...sums].map(([name, of]) => [name, ...of]).sort((a, b) => b[1] + b[2] - a[1] - a[2]);
}

/** Writes paragraphs between a page's marks. */
function put(page, parts) {
  const [start, end] = ["<!-- size -->", "<!-- /size -->"];
  const text = readFileSync(page, "utf8");
  if (!text.includes(start) || !text.includes(end)) throw new Error(`${page} lacks ${start} … ${end}`);
  writeFileSync(page, `${text.split(start)[0]}${start}\n\n${parts.join("\n\n")}\n\n${end}${text.split(end)[1]}`);
}

const rows = files();
const both = [firstPart, secondPart].map((part) => wasm(readFileSync(part)));
const embed = ["remedy-faq.js", "remedy-faq-<hash>.js", "remedy-faq-<hash>_bg.wasm"];
const weight = (names) => rows.filter(([name]) => names.includes(name)).reduce((sum, [, , , size]) => sum + size, 0);
const crates = sums((name) => owner(name).replace(/^ours: .*/, "remedy-faq"));
const modules = sums(owner).filter(([name]) => name.startsWith("ours: "));
const bytes = (rows) => rows.map(([name, ...sizes]) => [name.replace("ours: ", ""), ...sizes.map(number)]);
const listed = (rows) => table(["file", "raw", "gzip", "brotli"], rows.map(([name, ...sizes]) => [`\`${name}\``, ...sizes.map(number)]));
const parts = [
  `An embed (loader, glue, the wasm's first part) is **${number(weight(embed))} bytes** on the wire (brotli 11); the second part, fetched at the ` +
    `first contact with a widget, is ${number(weight(["remedy-faq-more-<hash>.wasm", "remedy-faq-more-<hash>.js"]))}.`,
  listed(rows),
  "The wasm's code by crate, in bytes before compression (a generic function counts for the crate that it stands in):",
  table(["crate", "first part", "second part"], bytes(crates.slice(0, 12))),
  "Ours by module:",
  table(["module", "first part", "second part"], bytes(modules.slice(0, 20))),
];
if (page) {
  put(page, parts);
  const program = [...embed, "remedy-faq-more-<hash>.wasm", "remedy-faq-more-<hash>.js"];
  const [sum, , said, byCrate] = parts;
  put(readme, [sum, listed(rows.filter(([name]) => program.includes(name))), said, byCrate]);
} else {
  for (const [place, { sections, functions }] of both.entries()) {
    const part = place ? "second part" : "first part";
    const largest = functions.sort((a, b) => b.size - a.size).slice(0, 25);
    parts.push(table([`section of the ${part}`, "bytes"], sections.map(([name, size]) => [name, number(size)])));
    parts.push(`Largest functions of the ${part}:`, table(["function", "bytes"], largest.map(({ name, size }) => [name.replace(/\[[0-9a-f]+\]/g, ""), number(size)])));
  }
  console.log(parts.join("\n\n"));
}
