// The package by itself: what npm's own checkers say of it, and whether its manifest tells the truth.
import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";

import { require, run, tool } from "./project.mjs";

const json = async (...path) => JSON.parse(await readFile(join(...path), "utf8"));

export default {
  async "publint has nothing to say of the tarball"({ tarball }) {
    const { publint } = require("publint");
    const data = await readFile(tarball);
    const { messages } = await publint({ strict: true, pack: { tarball: data.buffer.slice(data.byteOffset, data.byteOffset + data.length) } });
    assert.deepEqual(messages, []);
  },

  async "are the types wrong? They are not, for ESM"({ tarball }) {
    await run(tool("attw"), [tarball, "--profile", "esm-only", "--no-color", "--no-emoji"]);
  },

  async "made and packed again it is the same to the byte"({ tarball, again }) {
    const [once, twice] = await Promise.all([tarball, again].map((path) => readFile(path)));
    assert(once.equals(twice), "the two tarballs differ");
  },

  async "everything in the tarball can be reached from package.json, and everything named there is in it"({ installed }) {
    const { exports, customElements, sideEffects } = await json(installed, "package.json");
    const named = new Set([customElements, ...sideEffects].map((path) => join(path)));
    for (const target of Object.values(exports)) {
      for (const path of typeof target === "string" ? [target] : Object.values(target)) named.add(join(path));
    }
    const files = await readdir(installed, { recursive: true, withFileTypes: true });
    const there = files.filter((file) => file.isFile()).map((file) => join(file.parentPath ?? file.path, file.name).slice(installed.length + 1));
    for (const path of named) assert(path.includes("*") || there.includes(path), `${path} is named, and not there`);
    // What the element imports; what npm takes along by itself.
    const others = ["program.js", "more.js", "README.md", "LICENSE-MIT", "LICENSE-APACHE"];
    const unreachable = there.filter((path) => !named.has(path) && !path.startsWith("assets/") && !others.includes(path));
    assert.deepEqual(unreachable, []);
  },

  async "version, description and licence are those of Cargo.toml"({ installed, checkout }) {
    const manifest = await readFile(join(checkout, "Cargo.toml"), "utf8");
    const of = (name) => manifest.match(new RegExp(`^${name} = "(.*)"$`, "m"))[1];
    const { version, description, license } = await json(installed, "package.json");
    assert.deepEqual({ version, description, license }, { version: of("version"), description: of("description"), license: of("license") });
  },

  async "the manifest is a Custom Elements Manifest, and names the attributes and properties that the class has"({ installed }) {
    const Ajv = require("ajv").default;
    const manifest = await json(installed, "custom-elements.json");
    const validate = new Ajv({ strict: false }).compile(require("custom-elements-manifest/schema.json"));
    assert(validate(manifest), JSON.stringify(validate.errors?.slice(0, 3)));

    const { RemedyFaq } = await import(join(installed, "element.js"));
    const element = manifest.modules[0].declarations.find((declaration) => declaration.customElement);
    const attributes = element.attributes.map(({ name }) => name);
    // `loading` is read once; `lang` and `dir` are every element's.
    assert.deepEqual(attributes.filter((name) => name !== "loading"), RemedyFaq.observedAttributes.filter((name) => !["lang", "dir"].includes(name)));
    const accessors = Object.entries(Object.getOwnPropertyDescriptors(RemedyFaq.prototype)).filter(([, is]) => is.set);
    assert.deepEqual(element.members.map(({ name }) => name), accessors.map(([name]) => name));
  },

  async "on a server, without elements, importing it and defining it do nothing"({ installed }) {
    assert.equal(globalThis.HTMLElement, undefined);
    const { define, RemedyFaq } = await import(join(installed, "index.js"));
    define();
    assert.equal(typeof RemedyFaq, "function");
    await import(join(installed, "single.js"));
  },

  async "its README names every attribute, event and entry"({ installed }) {
    const [readme, { exports }, manifest] = await Promise.all([
      readFile(join(installed, "README.md"), "utf8"),
      json(installed, "package.json"),
      json(installed, "custom-elements.json"),
    ]);
    const { attributes, events } = manifest.modules[0].declarations[0];
    const entries = Object.keys(exports).map((entry) => entry.replace(/^\.(\/\*)?/, "remedy-faq").replace("/*", ""));
    for (const name of [...attributes, ...events].map(({ name }) => `\`${name}\``)) assert(readme.includes(name), name);
    for (const entry of entries) assert(readme.includes(entry), entry);
  },
};
