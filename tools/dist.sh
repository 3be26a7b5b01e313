#!/usr/bin/env bash
# `make dist`: the release build, in dist/. Where std's sources are at hand it is rebuilt for size along with the program.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
"$here/ensure.sh" dist
# shellcheck source=tools/env.sh
. "$here/env.sh"
# shellcheck source=tools/lib.sh
. "$here/lib.sh"
cd "$REMEDY_FAQ_ROOT"

if [ -d "$(rustc --print sysroot)/lib/rustlib/src/rust/library" ]; then
  how="std rebuilt for size"
  # For the wasm target only: plain RUSTFLAGS would reach what runs on this machine too. tools/bundle.sh takes these back.
  export RUSTC_BOOTSTRAP=1 CARGO_UNSTABLE_BUILD_STD=std,panic_abort CARGO_UNSTABLE_BUILD_STD_FEATURES=optimize_for_size
  export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="-Zunstable-options -Cpanic=immediate-abort"
  # A target folder of its own: RUSTC_BOOTSTRAP makes cargo build everything anew at each change of mind.
  export REMEDY_FAQ_HOST_TARGET_DIR=${CARGO_TARGET_DIR:-target}
  export CARGO_TARGET_DIR=$REMEDY_FAQ_HOST_TARGET_DIR/small
else
  how="std as it is: about a fifth larger than it could be; 'rustup component add rust-src' gives its sources"
fi
start=$SECONDS
say "dist: building (trunk build --release; $how) …"
RUST_BACKTRACE=0 trunk build --release --locked
note "dist: done in $((SECONDS - start)) s; dist/integrity.txt:"
while read -r line; do note "  $line"; done <dist/integrity.txt
