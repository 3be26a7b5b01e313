#!/usr/bin/env bash
# `make fuzz`: feeds the readers of documents and of saved records with what libFuzzer makes of the example documents,
# SECONDS_EACH (20) seconds each. No part of `make test`. A text that breaks something is left in fuzz/artifacts/.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
if ! command -v cargo-fuzz >/dev/null; then
  echo "fuzz: cargo-fuzz is missing; install it by: cargo install cargo-fuzz" >&2
  exit 1
fi
if ! rustup run nightly rustc --version >/dev/null 2>&1; then
  echo "fuzz: nightly Rust is missing; install it by: rustup toolchain install nightly --profile minimal" >&2
  exit 1
fi
# The project's own Rust need not be rustup's.
PATH="${CARGO_HOME:-$HOME/.cargo}/bin:$PATH"
fuzz() {
  local target=$1
  echo "fuzz: $target, ${SECONDS_EACH:=20} s"
  mkdir -p "fuzz/corpus/$target"
  cargo +nightly fuzz run "$target" "fuzz/corpus/$target" "fuzz/seeds/$target" "${@:2}" -- \
    -max_total_time="$SECONDS_EACH" -max_len=65536 -dict=fuzz/json.dict -timeout=5 -verbosity=0 -print_funcs=0 -print_final_stats=1
}
broken=0
fuzz parse static/content static/content/examples || broken=1
fuzz saved || broken=1
exit "$broken"
