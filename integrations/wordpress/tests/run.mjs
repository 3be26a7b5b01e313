// The tests of the WordPress plugin in a real WordPress and a real browser: `tools/wordpress-test.sh ["part of a name"]`.
// One site and two browsers for all sentences, which run in order: they begin with the zip and end with nothing left.

import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { startDriver } from "./browser.mjs";
import { World } from "./world.mjs";
import { startSite } from "./site.mjs";
import arriving from "./sentences/arriving.mjs";
import authors from "./sentences/authors.mjs";
import documents from "./sentences/documents.mjs";
import leaving from "./sentences/leaving.mjs";
import settings from "./sentences/settings.mjs";
import translations from "./sentences/translations.mjs";
import visitors from "./sentences/visitors.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "../../..");
const wanted = process.argv[2] ?? "";
// Without the first sentence there is nothing to test, and the site is there for all of them.
const sentences = Object.entries({ ...arriving, ...visitors, ...authors, ...documents, ...settings, ...translations, ...leaving });

/** What ends each thing that was started; added as soon as there is something to end. */
const ends = [];
let ending;

async function main() {
  const pictures = join(root, "target/wordpress/failures");
  rmSync(pictures, { recursive: true, force: true });
  const start = Date.now();
  let passed = 0;
  let failed = 0;
  let ignored = 0;
  try {
    const site = await startSite(process.env.REMEDY_FAQ_WORDPRESS, ends);
    const driver = await startDriver(ends);
    const world = new World(root, site, await driver.open(), await driver.open());
    for (const [name, sentence] of sentences) {
      if (!name.includes(wanted) && sentences[0][0] !== name) {
        ignored++;
        continue;
      }
      try {
        await world.fresh();
        await sentence(world);
        passed++;
        console.log(`test ${name} ... ok`);
      } catch (error) {
        failed++;
        console.log(`test ${name} ... FAILED\n${String(error.stack ?? error).replace(/^/gm, "    ")}`);
        mkdirSync(pictures, { recursive: true });
        for (const who of ["visitor", "staff"]) {
          const picture = await world[who].picture().catch(() => null);
          if (picture) writeFileSync(join(pictures, `${name.replace(/\W+/g, "-")}.${who}.png`), picture);
        }
      }
    }
  } finally {
    await endAll();
  }
  const seconds = ((Date.now() - start) / 1000).toFixed(1);
  console.log(`test result: ${failed ? "FAILED" : "ok"}. ${passed} passed; ${failed} failed; ${ignored} ignored; finished in ${seconds} s`);
  return failed || !passed ? 1 : 0;
}

// Whatever happens, what was started is ended, the last first, and once: the folder goes when nobody writes there any more.
function endAll() {
  ending ??= (async () => {
    while (ends.length) await ends.pop()();
  })();
  return ending;
}
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => endAll().finally(() => process.exit(1)));
process.exitCode = await main();
