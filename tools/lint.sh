#!/usr/bin/env bash
# `make lint`: formatting, clippy for both sides (this machine, wasm) in debug and release, and the shell scripts.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
"$here/ensure.sh" build lint
# shellcheck source=tools/env.sh
. "$here/env.sh"
# shellcheck source=tools/lib.sh
. "$here/lib.sh"
cd "$REMEDY_FAQ_ROOT"

run() {
  say "lint: $*"
  "$@"
}
run cargo fmt --check
for profile in "" --release; do
  # shellcheck disable=SC2086 # an empty profile is no argument
  {
    run cargo clippy --locked $profile --quiet --all-targets --features bundle,e2e -- -D warnings
    run cargo clippy --locked $profile --quiet --lib --bin widget --features browser --target wasm32-unknown-unknown -- -D warnings
  }
done
run shellcheck -x .ci/run tools/*.sh tools/ensure/*.sh fuzz/run.sh
