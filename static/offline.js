// How the single file starts its program: the glue stands before this in the same script, the rest in the page itself.
// Cloned before anything changes it: the file that "save a copy" gives again.
const css = document.getElementById("remedy-faq-style").textContent;
const pristine = document.documentElement.cloneNode(true);
const start = async () => {
  const packed = Uint8Array.from(atob(document.getElementById("remedy-faq-program").textContent), (c) => c.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  await __wbg_init({ module_or_path: await new Response(stream).arrayBuffer() });
  return { mount, unmount, home: home(async () => `<!doctype html>${pristine.outerHTML}`) };
};
