// How the single file starts its program: the glue stands before this in the same script, the rest in the page itself.
// Cloned before anything changes it: the file that "save a copy" gives again.
const css = document.getElementById("remedy-faq-style").textContent;
const pristine = document.documentElement.cloneNode(true);
const start = async () => {
  // Base 85, from "(" on, with "~" for "<"; the number of bytes first (src/bundle/offline.rs).
  const [, size, text] = document.getElementById("remedy-faq-program").textContent.match(/^(\d+) (.*)$/);
  const packed = new DataView(new ArrayBuffer(Math.ceil(size / 4) * 4));
  for (let i = 0; i < text.length; i += 5) {
    let value = 0;
    for (let j = i; j < i + 5; j++) value = value * 85 + (text[j] === "~" ? 20 : text.charCodeAt(j) - 40);
    packed.setUint32((i / 5) * 4, value);
  }
  initSync({ module: await WebAssembly.compile(unpack(new Uint8Array(packed.buffer))) });
  return { mount, unmount, home: home(async () => `<!doctype html>${pristine.outerHTML}`) };
};
