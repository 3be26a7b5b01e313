#!/usr/bin/env bash
# The test of the npm package, made from the release build that is in dist/: packed, installed elsewhere, bundled, opened.
# npm-test.sh [part of a sentence's name …]
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
"$here/ensure.sh" npm-test chromium
# shellcheck source=tools/env.sh
. "$here/env.sh"
cd "$REMEDY_FAQ_ROOT"

scratch=$PWD/target/npm-test
rm -rf "$scratch"
mkdir -p "$scratch/once" "$scratch/twice"
"$here/npm.sh" dist/npm "$scratch/once"
"$here/npm.sh" target/npm-test/again "$scratch/twice" >/dev/null
for CHROMIUM in chromium chromium-browser google-chrome google-chrome-stable; do
  CHROMIUM=$(command -v "$CHROMIUM") && break
done
PACKAGE=$(echo "$scratch"/once/*.tgz) PACKAGE_AGAIN=$(echo "$scratch"/twice/*.tgz) SCRATCH=$scratch/project
export CHROMIUM PACKAGE PACKAGE_AGAIN SCRATCH
exec node integrations/npm/test/run.mjs "$@"
