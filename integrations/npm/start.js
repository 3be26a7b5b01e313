// The program is a module of this package, and its wasm a file beside it. Both are named in the form that bundlers follow.
const start = async () => {
  const wasm = fetch(new URL("./assets/program.wasm", import.meta.url), { integrity: "wasm-digest", referrerPolicy: "no-referrer" });
  // Told of by the glue, if it comes so far.
  wasm.catch(() => {});
  const glue = await import("./program.js");
  await glue.default(wasm);
  const copy = () => fetch(new URL("./assets/offline.txt", import.meta.url)).then((file) => (file.ok ? file.text() : null));
  return { ...glue, home: glue.home(copy, () => import("./more.js")) };
};
