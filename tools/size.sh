#!/usr/bin/env bash
# `make size`: what each file in dist/ weighs, and what the wasm is made of. `make size WRITE=yes` writes the tables into
# docs/size.md instead.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=tools/env.sh
. "$here/env.sh"
cd "$REMEDY_FAQ_ROOT"
# The program as `make dist` has just compiled it, with its names; bindings and wasm-opt as in index.html, but for the order
# of its functions.
target=${CARGO_TARGET_DIR:-target}
built=$target/small/wasm32-unknown-unknown/release/widget.wasm
[ -f "$built" ] || built=$target/wasm32-unknown-unknown/release/widget.wasm
mkdir -p "$target/size"
wasm-bindgen --target web --reference-types --no-typescript --out-dir "$target/size" "$built"
wasm-opt -Oz -g --enable-bulk-memory --enable-bulk-memory-opt --enable-nontrapping-float-to-int --enable-sign-ext \
  --enable-mutable-globals --enable-reference-types --enable-multivalue --zero-filled-memory --low-memory-unused --one-caller-inline-max-function-size=80 --converge \
  -o "$target/size/named.wasm" "$target/size/widget_bg.wasm"
if [ "${WRITE:-}" = yes ]; then set -- docs/size.md; else set --; fi
exec node tools/size.mjs dist "$target/size/named.wasm" "$@"
