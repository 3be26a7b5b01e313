// How a single file starts its program: the glue stands before this in the same script, with `css` and what `packed`,
// the program as text, and `single`, the file itself, are for this kind of file (src/bundle/offline.rs).
// After the program come its texts.
const PROGRAM_SIZE = 0;
let texts;
const asset = async (name) => texts[name];
const start = async () => {
  // Thirteen bits in two characters of 91, highest first: all from "!" to "~" but three. The number of bytes first.
  const [, size, text] = packed().match(/^(\d+) (.*)$/);
  const bytes = new Uint8Array(size);
  const digit = (i) => {
    const c = text.charCodeAt(i);
    return c - 33 - (c > 34) - (c > 60) - (c > 92);
  };
  let [n, bits, count] = [0, 0, 0];
  for (let i = 0; i < text.length; i += 2) {
    bits = ((bits << 13) | (digit(i) * 91 + digit(i + 1))) & 0xfffff;
    for (count += 13; count >= 8; ) bytes[n++] = bits >> (count -= 8);
  }
  const all = unpack(bytes);
  texts = JSON.parse(new TextDecoder().decode(all.subarray(PROGRAM_SIZE)));
  initSync({ module: await WebAssembly.compile(all.subarray(0, PROGRAM_SIZE)) });
  return { mount, unmount, home: home(single) };
};
