#!/usr/bin/env bash
# `make size`: what each file in dist/ weighs, and what the two parts of the wasm are made of. `make size WRITE=yes` writes the
# tables into docs/size.md instead, and the two that matter most into README.md.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=tools/env.sh
. "$here/env.sh"
cd "$REMEDY_FAQ_ROOT"
# The program as `make dist` has just made it, before it was parted and its names were taken out.
target=${CARGO_TARGET_DIR:-target}
built=$target/small/wasm-opt/release/widget_bg.wasm
[ -f "$built" ] || built=$target/wasm-opt/release/widget_bg.wasm
mkdir -p "$target/size"
cargo run --quiet --locked --features bundle --bin bundle -- parts "$built" "$target/size"
if [ "${WRITE:-}" = yes ]; then set -- docs/size.md README.md; else set --; fi
exec node tools/size.mjs dist "$target/size/first.wasm" "$target/size/more.wasm" "$@"
