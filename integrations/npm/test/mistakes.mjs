// From the JSON Schema of documents: one that has everything, and every way to spoil it by one field.

/** `whole`: a document with every field; `broken`: pairs of what was done and a document to which it was done. */
export const mistakes = (schema) => {
  const broken = [];
  const whole = complete(schema, schema);
  spoil(schema, schema, whole, "", (what, value) => broken.push([what, value]));
  return { whole, broken };
};

const resolve = (root, schema) => (schema.$ref ? root.$defs[schema.$ref.split("/").pop()] : schema);

/** A value with everything that the schema allows. */
const complete = (root, schema) => {
  const is = resolve(root, schema);
  if ("const" in is) return is.const;
  if (is.oneOf) return complete(root, is.oneOf[0]);
  // A list of all the kinds, where there is one.
  if (is.anyOf) return complete(root, is.anyOf.find((choice) => choice.type === "array") ?? is.anyOf[0]);
  if (is.type === "string") return "text";
  if (is.type === "array") return choices(root, is.items).map((choice) => complete(root, choice));
  const fields = Object.entries(is.properties).map(([name, property]) => [name, complete(root, property)]);
  return Object.fromEntries(is.maxProperties ? fields.slice(0, is.maxProperties) : fields);
};

/** What the members of a list can be: each alternative, or each field of an object that has one. */
const choices = (root, items) => {
  const is = resolve(root, items);
  if (is.anyOf?.some((choice) => choice.type === "array")) return [items];
  if (is.anyOf) return is.anyOf;
  if (is.maxProperties !== 1) return [items];
  return Object.entries(is.properties).map(([name, property]) => ({ ...is, properties: { [name]: property } }));
};

/** Tells of every value that is wrong by one thing, at any depth. */
const spoil = (root, schema, value, path, tell) => {
  const is = resolve(root, schema);
  if (Array.isArray(value)) {
    const items = is.items ?? is.anyOf.find((choice) => choice.type === "array").items;
    const kinds = choices(root, items);
    value.forEach((one, i) => spoil(root, kinds[i], one, `${path}[${i}]`, (what, other) => tell(what, value.with(i, other))));
    if (resolve(root, items).maxProperties === 1) {
      const next = (i) => value[(i + 1) % value.length];
      value.forEach((one, i) => tell(`${path}[${i}]: two things at once`, value.with(i, { ...one, ...next(i) })));
    }
    tell(`${path}: a number`, 5);
    return;
  }
  if (typeof value !== "object") {
    tell(`${path}: an object`, {});
    tell(`${path}: null`, null);
    if (typeof value === "number" || is.const || is.oneOf) tell(`${path}: another value`, "other");
    return;
  }
  tell(`${path}: an unknown field`, { ...value, unknown: "text" });
  for (const [name, one] of Object.entries(value)) {
    const { [name]: _, ...less } = value;
    if (is.required?.includes(name) || is.minProperties) tell(`${path}: without ${name}`, less);
    spoil(root, is.properties[name], one, `${path}.${name}`, (what, other) => tell(what, { ...value, [name]: other }));
  }
};
