#!/usr/bin/env bash
# `make npm`: the npm package, made from the release build in dist/. npm.sh FOLDER [TARBALL-FOLDER]: packs it there, too.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=tools/env.sh
. "$here/env.sh"
# shellcheck source=tools/lib.sh
. "$here/lib.sh"
cd "$REMEDY_FAQ_ROOT"

rm -rf "$1"
cargo run --locked --quiet --features bundle --bin bundle -- npm dist "$1"
[ -z "${2:-}" ] || npm pack "./$1" --ignore-scripts --pack-destination "$2" --loglevel=error >/dev/null
note "npm: $1 is the package; 'npm publish ./$1' would publish it"
