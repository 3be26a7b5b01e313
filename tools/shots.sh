#!/usr/bin/env bash
# `make shots`: the pictures in docs/, of the release build, in Chromium.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
"$here/ensure.sh" npm chromium
# shellcheck source=tools/env.sh
. "$here/env.sh"
cd "$REMEDY_FAQ_ROOT"
mkdir -p docs
REMEDY_FAQ_PICTURES=$PWD/docs REMEDY_FAQ_ENGINES=chromium cargo test --locked --features bundle,e2e --test e2e
