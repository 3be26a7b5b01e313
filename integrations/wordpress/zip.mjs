// Writes a zip archive that is the same to the byte whenever its files are: sorted names, one fixed time, no extras.

import zlib from "node:zlib";

// 1 January 2026, 0:00, as MS-DOS writes it: an archive's times say nothing about its build.
const TIME = 0;
const DATE = ((2026 - 1980) << 9) | (1 << 5) | 1;
const UTF8_NAMES = 0x0800;
const DEFLATE = 8;
const UNIX = 3 << 8;

/** `files`: contents (Buffer) by name. */
export function zip(files) {
  const parts = [];
  const directory = [];
  let offset = 0;
  for (const name of Object.keys(files).sort()) {
    const data = files[name];
    const packed = zlib.deflateRawSync(data, { level: 9 });
    const label = Buffer.from(name);
    // Shared by both headers: from "version needed" to the length of the extra field.
    const common = Buffer.alloc(26);
    [20, UTF8_NAMES, DEFLATE, TIME, DATE].forEach((value, at) => common.writeUInt16LE(value, at * 2));
    common.writeUInt32LE(crc32(data), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(data.length, 18);
    common.writeUInt16LE(label.length, 22);
    parts.push(Buffer.from("PK\x03\x04"), common, label, packed);

    const rest = Buffer.alloc(14);
    rest.writeUInt32LE((0o100644 << 16) >>> 0, 6);
    rest.writeUInt32LE(offset, 10);
    const madeBy = Buffer.alloc(2);
    madeBy.writeUInt16LE(UNIX | 20);
    directory.push(Buffer.from("PK\x01\x02"), madeBy, common, rest, label);
    offset += 4 + common.length + label.length + packed.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  const count = Object.keys(files).length;
  end.writeUInt16LE(count, 4);
  end.writeUInt16LE(count, 6);
  end.writeUInt32LE(listed.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...parts, listed, Buffer.from("PK\x05\x06"), end]);
}

// Node has it from 20.15 and 22.2 on.
function crc32(data) {
  if (zlib.crc32) return zlib.crc32(data);
  let crc = ~0;
  for (const byte of data) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}
