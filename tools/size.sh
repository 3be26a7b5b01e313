#!/usr/bin/env bash
# `make size`: what each file in dist/ weighs, as it is and as a server would send it.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cd "$here/.."
exec node -e '
  const fs = require("fs"), zlib = require("zlib");
  console.log("       raw      gzip    brotli");
  for (const name of fs.readdirSync("dist").sort()) {
    if (!fs.statSync("dist/" + name).isFile()) continue;
    const raw = fs.readFileSync("dist/" + name);
    const sizes = [raw, zlib.gzipSync(raw, { level: 9 }), zlib.brotliCompressSync(raw)];
    console.log(sizes.map((bytes) => String(bytes.length).padStart(10)).join(""), "", name);
  }'
