// How a single file starts its program: the glue stands before this in the same script, with `css` and what `packed`,
// the program as text, and `single`, the file itself, are for this kind of file (src/bundle/offline.rs).
const start = async () => {
  // Base 85, from "(" on, with "~" for "<"; the number of bytes first.
  const [, size, text] = packed().match(/^(\d+) (.*)$/);
  const bytes = new DataView(new ArrayBuffer(Math.ceil(size / 4) * 4));
  for (let i = 0; i < text.length; i += 5) {
    let value = 0;
    for (let j = i; j < i + 5; j++) value = value * 85 + (text[j] === "~" ? 20 : text.charCodeAt(j) - 40);
    bytes.setUint32((i / 5) * 4, value);
  }
  initSync({ module: await WebAssembly.compile(unpack(new Uint8Array(bytes.buffer))) });
  return { mount, unmount, home: home(single) };
};
