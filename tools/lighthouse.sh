#!/usr/bin/env bash
# `make lighthouse`: 100 of 100 for accessibility, best practices and search engines, on the page that dist/ serves.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
"$here/ensure.sh" lighthouse chromium
# shellcheck source=tools/env.sh
. "$here/env.sh"
cd "$REMEDY_FAQ_ROOT"
exec node tools/lighthouse/run.mjs
