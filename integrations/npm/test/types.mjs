// The types, as TypeScript sees them in a project that has installed the package.
import assert from "node:assert/strict";
import { readFile, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { mistakes } from "./mistakes.mjs";
import { run, tool } from "./project.mjs";

/** Type-checks programs: nothing, or an error with what tsc says. */
const check = async (root, files, ...options) => {
  const strict = ["--strict", "--exactOptionalPropertyTypes", "--noEmit", "--types", ""];
  const ours = ["--target", "es2022", "--module", "nodenext", "--lib", "es2023,dom,dom.iterable", ...options];
  await run(tool("tsc"), [...strict, ...ours, "--ignoreConfig", ...files], root);
};

const declaration = (number, value) => `export const _${number}: Content = ${JSON.stringify(value)};\n`;
const HEAD = 'import type { Content } from "remedy-faq/content";\n';

export default {
  async "a program that uses the element type-checks, and each of its mistakes is one"({ root }) {
    await check(root, ["programs/element.ts"]);
  },

  async "a program with a mistake does not type-check"({ root }) {
    const program = await readFile(join(root, "programs/element.ts"), "utf8");
    const directive = /^\/\/ @ts-expect-error/gm;
    await writeFile(join(root, "programs/mistaken.ts"), program.replace(directive, "//"));
    const expected = program.match(directive).length;
    await assert.rejects(check(root, ["programs/mistaken.ts"]), ({ stdout }) => stdout.match(/error TS/g).length === expected);
  },

  async "React 19 knows the element, its attributes and its events"({ root }) {
    await check(root, ["programs/react-19.tsx"], "--jsx", "react-jsx");
  },

  async "React 18 knows the element and its attributes"({ root }) {
    await check(join(root, "18"), ["react-18.tsx"], "--jsx", "react-jsx");
    await check(join(root, "18"), ["react-18.tsx"], "--jsx", "react");
  },

  async "the examples of its README type-check"({ root, installed }) {
    const readme = await readFile(join(installed, "README.md"), "utf8");
    const examples = [...readme.matchAll(/^```(tsx?)\n(.*?)^```/gms)];
    assert.equal(examples.length, 3);
    const files = examples.map(([, kind], i) => `programs/example-${i}.${kind}`);
    await Promise.all(files.map((file, i) => writeFile(join(root, file), `${examples[i][2]}export {};\n`)));
    await check(root, files, "--jsx", "react-jsx");
  },

  async "every document of the source is a Content"({ root, checkout }) {
    const folder = join(checkout, "static/content");
    const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith(".json"));
    assert(names.length >= 5, names);
    const documents = await Promise.all(names.map(async (name) => JSON.parse(await readFile(join(folder, name), "utf8"))));
    await writeFile(join(root, "programs/documents.ts"), HEAD + documents.map((document, i) => declaration(i, document)).join(""));
    await check(root, ["programs/documents.ts"]);
  },

  async "a document with any one thing in it that the schema forbids is no Content"({ root, installed }) {
    const schema = JSON.parse(await readFile(join(installed, "content.schema.json"), "utf8"));
    const { whole, broken } = mistakes(schema);
    assert(broken.length > 100, `only ${broken.length} mistakes were made up`);
    const lines = broken.map(([what, document], i) => `// @ts-expect-error ${what}\n${declaration(i, document)}`);
    await writeFile(join(root, "programs/broken.ts"), HEAD + declaration("whole", whole) + lines.join(""));
    await check(root, ["programs/broken.ts"]);
  },
};
