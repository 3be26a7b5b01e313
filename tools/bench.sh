#!/usr/bin/env bash
# `make bench`: the core on this machine, then this widget against five others in Chromium. RUNS=10 measures twice as often
# as usual; SIZES=15,1500 leaves the other sizes out; QUICK=1 only shows that everything works. The tables and the plot of a
# whole run are docs/bench.md and docs/bench.svg, of any other target/bench/bench.md and bench.svg.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
"$here/ensure.sh" npm bench chromium
# shellcheck source=tools/env.sh
. "$here/env.sh"
# shellcheck source=tools/lib.sh
. "$here/lib.sh"
cd "$REMEDY_FAQ_ROOT"

target=${CARGO_TARGET_DIR:-target}
mkdir -p "$target/bench"
say "bench: the core, on this machine"
# In a smoke run each act once.
cargo bench --locked --bench core -- ${QUICK:+--test} | tee "$target/bench/core.txt"
sed -n '/^| /p' "$target/bench/core.txt" >"$target/bench/core.md"

say "bench: building the program that makes pages"
cargo build --locked --quiet --features bundle --bin bundle
say "bench: in Chromium"
REMEDY_FAQ_BUNDLE=$target/debug/bundle node benches/browser/run.mjs "$target/bench"
