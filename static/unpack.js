// Unpacks LZMA (the format of 7-Zip's SDK, lzma-specification.txt) into bytes. The browsers' own DecompressionStream knows
// nothing better than gzip, which leaves the single file 13 KB larger.
const unpack = (bytes) => {
  const header = new DataView(bytes.buffer);
  const lc = bytes[0] % 9;
  const lp = Math.floor(bytes[0] / 9) % 5;
  const pb = Math.floor(bytes[0] / 45);
  const size = header.getUint32(5, true);
  const out = new Uint8Array(size);
  let at = 18;
  let range = 0xffffffff;
  let code = header.getUint32(14);

  const normalize = () => {
    if (range < 0x1000000) {
      range = (range << 8) >>> 0;
      code = ((code << 8) | bytes[at++]) >>> 0;
    }
  };
  const odds = (count) => new Uint16Array(count).fill(1024);
  const bit = (odd, i) => {
    const bound = (range >>> 11) * odd[i];
    const one = code >= bound;
    if (one) {
      range -= bound;
      code -= bound;
      odd[i] -= odd[i] >> 5;
    } else {
      range = bound;
      odd[i] += (2048 - odd[i]) >> 5;
    }
    normalize();
    return one ? 1 : 0;
  };
  const tree = (odd, start, bits) => {
    let m = 1;
    for (let i = 0; i < bits; i++) m = m * 2 + bit(odd, start + m);
    return m - (1 << bits);
  };
  const reverseTree = (odd, start, bits) => {
    let m = 1;
    let value = 0;
    for (let i = 0; i < bits; i++) {
      const b = bit(odd, start + m);
      m = m * 2 + b;
      value |= b << i;
    }
    return value;
  };
  const direct = (bits) => {
    let value = 0;
    while (bits--) {
      range >>>= 1;
      const one = code >= range;
      if (one) code -= range;
      value = value * 2 + (one ? 1 : 0);
      normalize();
    }
    return value;
  };
  const lengthOf = (odd, place) => {
    if (!bit(odd, 0)) return tree(odd, 2 + place * 8, 3);
    if (!bit(odd, 1)) return 8 + tree(odd, 130 + place * 8, 3);
    return 16 + tree(odd, 258, 8);
  };

  const literal = odds(0x300 << (lc + lp));
  const [isMatch, isRep0Long] = [odds(192), odds(192)];
  const [isRep, isRep0, isRep1, isRep2] = [odds(12), odds(12), odds(12), odds(12)];
  const [slots, distances, align, length, repLength] = [odds(256), odds(115), odds(16), odds(514), odds(514)];
  let state = 0;
  let [rep0, rep1, rep2, rep3] = [0, 0, 0, 0];
  let n = 0;
  while (n < size) {
    const place = n & ((1 << pb) - 1);
    if (!bit(isMatch, state * 16 + place)) {
      const before = n ? out[n - 1] : 0;
      const start = 0x300 * (((n & ((1 << lp) - 1)) << lc) + (before >> (8 - lc)));
      let symbol = 1;
      if (state >= 7) {
        let match = out[n - rep0 - 1];
        while (symbol < 0x100) {
          const expected = (match >> 7) & 1;
          match <<= 1;
          const b = bit(literal, start + ((1 + expected) << 8) + symbol);
          symbol = symbol * 2 + b;
          if (b !== expected) break;
        }
      }
      while (symbol < 0x100) symbol = symbol * 2 + bit(literal, start + symbol);
      out[n++] = symbol;
      state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
      continue;
    }
    let count;
    if (bit(isRep, state)) {
      if (bit(isRep0, state)) {
        let distance = rep1;
        if (bit(isRep1, state)) {
          distance = rep2;
          if (bit(isRep2, state)) {
            distance = rep3;
            rep3 = rep2;
          }
          rep2 = rep1;
        }
        rep1 = rep0;
        rep0 = distance;
      } else if (!bit(isRep0Long, state * 16 + place)) {
        state = state < 7 ? 9 : 11;
        out[n] = out[n - rep0 - 1];
        n++;
        continue;
      }
      count = lengthOf(repLength, place);
      state = state < 7 ? 8 : 11;
    } else {
      [rep3, rep2, rep1] = [rep2, rep1, rep0];
      count = lengthOf(length, place);
      state = state < 7 ? 7 : 10;
      const slot = tree(slots, Math.min(count, 3) * 64, 6);
      rep0 = slot;
      if (slot >= 4) {
        const bits = (slot >> 1) - 1;
        rep0 = (2 | (slot & 1)) << bits;
        rep0 += slot < 14 ? reverseTree(distances, rep0 - slot, bits) : direct(bits - 4) * 16 + reverseTree(align, 0, 4);
      }
    }
    for (count += 2; count--; n++) out[n] = out[n - rep0 - 1];
  }
  return out;
};
