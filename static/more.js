// The second part of the program (src/bundle/split/) and of the glue: fetched at the first contact with a widget, or when it is
// wanted. It shares the first part's memory and table, so from then on the program is whole.

let later;
/** What the first part calls of the second. Whatever leads there has asked for it (`more`). */
const called = new Proxy({}, { get: (_, name) => (...given) => later[name](...given) });
/** What the second part brings to `home`. */
const extra = {};
/** Imports a module by its address and digest, as the loader does it. */
let load;
/** Called once the first part runs: a contact before that would have the second part come in its way. */
const partedHome = (single, loading) => {
  load = loading;
  for (const type of CONTACT) addEventListener(type, onContact, { capture: true, passive: true });
  return home(single);
};

let coming;
let failures = 0;
const fetchMore = async () => {
  const [file, integrity] = FILES.more;
  // What waits for this must not wait for ever: a faulty document is told, and others are shown instead, after it.
  const signal = AbortSignal.timeout?.(8000);
  const asked = fetch(file, { integrity, referrerPolicy: "no-referrer", signal });
  const late = new Promise((_, refuse) => signal?.addEventListener("abort", () => refuse(signal.reason)));
  // Whichever fails first tells of it.
  for (const one of [asked, late]) one.catch(() => {});
  // The npm package has it as a module of its own.
  const [module, digest] = FILES.glue ?? [];
  // Firefox and WebKit never ask again for a module that they could not have, except by another address.
  const glue = await Promise.race([load(failures ? `${module}?${failures}` : module, digest), late]);
  // Functions that the first part lends stand in the table.
  const first = new Proxy(wasm, { get: (wasm, name) => wasm[name] ?? wasm["=0"].get(-name) });
  later = await instantiate(asked, { $: { ...__wbg_get_imports().$, ...glue.imports(lent()) }, first });
  Object.assign(extra, glue.later);
};
/** Fetches it once; after a failure, once more when it is asked for again. */
const comeMore = () =>
  (coming ??= fetchMore().catch((error) => {
    coming = undefined;
    failures++;
    throw error;
  }));

const CONTACT = ["pointerover", "pointerdown", "focusin"];
const onContact = (event) => {
  // By its path: the widget can stand in another component's shadow tree.
  if (!event.composedPath().some(({ localName }) => localName === "remedy-faq")) return;
  for (const type of CONTACT) removeEventListener(type, onContact, true);
  // After the frame that answers the contact. Asked for again when it is needed, and told then.
  requestAnimationFrame(() => setTimeout(() => comeMore().catch(() => {})));
};
