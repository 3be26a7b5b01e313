// Runs every sentence about the npm package, and says how they went as cargo's tests do.
//
//   node run.mjs [part of a name …]
//
// What it needs: REMEDY_FAQ_NPM_TEST (the folder with this folder's packages installed), PACKAGE (the packed tarball),
// PACKAGE_AGAIN (the same, made again), CHROMIUM (the browser's program) and SCRATCH (a folder of its own, which it empties).
import { performance } from "node:perf_hooks";

import { Project } from "./project.mjs";

const kinds = ["package", "types", "bundles"];
const wanted = process.argv.slice(2);
const project = await Project.install();
const counts = { ok: 0, FAILED: 0, filtered: 0 };
try {
  for (const kind of kinds) {
    const { default: sentences } = await import(`./${kind}.mjs`);
    for (const [name, sentence] of Object.entries(sentences)) {
      if (wanted.length && !wanted.some((part) => name.includes(part))) {
        counts.filtered++;
        continue;
      }
      const start = performance.now();
      let outcome = "ok";
      let why;
      try {
        await sentence(project);
      } catch (error) {
        [outcome, why] = ["FAILED", error];
      }
      counts[outcome]++;
      console.log(`test ${kind}: ${name} ... ${outcome} (${((performance.now() - start) / 1000).toFixed(1)} s)`);
      if (why) console.log(why.stack ?? why);
    }
  }
} finally {
  await project.close();
}
const { ok, FAILED, filtered } = counts;
console.log(
  `\ntest result: ${FAILED ? "FAILED" : "ok"}. ${ok} passed; ${FAILED} failed; 0 ignored; 0 measured; ${filtered} filtered out\n`,
);
process.exitCode = FAILED ? 1 : 0;
