// Holds the release build to its budgets: budgets.mjs DIST. Ends as a test does, with a line that tools/test.sh adds up.
import { readFileSync, readdirSync } from "node:fs";
import { brotliCompressSync } from "node:zlib";

const dist = process.argv[2] ?? "dist";
const KIB = 1024;
const file = (pattern) => {
  const found = readdirSync(dist).filter((name) => pattern.test(name));
  if (found.length !== 1) throw new Error(`${dist} has ${found.length} files like ${pattern}; 'make dist' makes one`);
  return readFileSync(`${dist}/${found[0]}`);
};
const brotli = (pattern) => brotliCompressSync(file(pattern)).length;
const [loader, glue, wasm] = [/^remedy-faq\.js$/, /^remedy-faq-[0-9a-f]{16}\.js$/, /_bg\.wasm$/].map(brotli);

const budgets = [
  ["the loader, brotli", loader, 2 * KIB],
  ["index.html with all content and styles, brotli", brotli(/^index\.html$/), 12 * KIB],
  ["the single file, raw", file(/^remedy-faq-offline\.html$/).length, 160 * KIB],
  ["an embed (loader, glue, wasm), brotli", loader + glue + wasm, 64 * KIB],
  // What is moved there from an embed is not to be forgotten.
  ["the second part (wasm and glue), brotli", brotli(/^remedy-faq-more-.*\.wasm$/) + brotli(/^remedy-faq-more-.*\.js$/), 34 * KIB],
  ["the bundled questions, which an embed without a document fetches too, brotli", brotli(/-document-en-/), 3 * KIB],
];
let failed = 0;
for (const [what, bytes, most] of budgets) {
  if (bytes > most) failed++;
  console.log(`test ${what}: ${bytes} of at most ${most} bytes ... ${bytes > most ? "FAILED" : "ok"}`);
}
console.log(`\ntest result: ${failed ? "FAILED" : "ok"}. ${budgets.length - failed} passed; ${failed} failed; 0 ignored; 0 measured; 0 filtered out`);
process.exitCode = failed ? 1 : 0;
