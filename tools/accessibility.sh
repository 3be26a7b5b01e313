#!/usr/bin/env bash
# `make accessibility`: judges the release build in every state and every browser, and writes the table in README.md.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
"$here/ensure.sh" npm chromium firefox webkit
# shellcheck source=tools/env.sh
. "$here/env.sh"
cd "$REMEDY_FAQ_ROOT"
REMEDY_FAQ_TABLE=$PWD/README.md REMEDY_FAQ_ENGINES=chromium,firefox,webkit \
  cargo test --locked --features bundle,e2e --test e2e
