// Starts the program: what wasm-bindgen's own code would do, in the one way in which it is done here. The build puts it in that
// code's place (src/bundle/assets.rs).

let wasm;
/** Compiles what is on its way and gives its exports. */
const instantiate = async (asked, imports) => {
  const answer = await asked;
  if (!answer.ok) throw new Error(`failed to fetch Wasm: ${answer.status} ${answer.statusText} fetching '${answer.url}'`);
  // Many servers give it another type; then it is not compiled before it is there.
  const { instance } =
    answer.headers.get("content-type") === "application/wasm"
      ? await WebAssembly.instantiateStreaming(answer, imports)
      : await WebAssembly.instantiate(await answer.arrayBuffer(), imports);
  return instance.exports;
};
const start = async (asked) => {
  wasm = await instantiate(asked, { ...__wbg_get_imports(), more: called });
  // In a task of its own: what was done so far is as much as a slow phone does in one.
  await new Promise(soon);
  wasm.__wbindgen_start();
};
