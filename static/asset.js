// How the program's texts are fetched beside it: the bundled questions and the words of each language, by name. The build
// fills in their files, in the form that bundlers follow, and digests, and appends this to the glue (src/bundle/assets.rs).
const FILES = { "the texts": [new URL("./their-files", import.meta.url), "their digests"] };

// A page that says "not found" has another digest, so it is refused like any other file.
const fetchText = async ([file, integrity]) =>
  (await fetch(file, { integrity, referrerPolicy: "no-referrer" })).text();
const fetched = {};
// What could not be had is asked for again.
const asset = (name) => (fetched[name] ??= fetchText(FILES[name]).catch((error) => { delete fetched[name]; throw error; }));

// Beside the program, not after it.
if ([...document.querySelectorAll("remedy-faq:not([src])")].some((one) => !one.querySelector("script"))) asset("document-en").catch(() => {});
