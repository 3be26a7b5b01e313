#!/bin/sh
# cargo, of the Rust that the other verbs use.
set -eu
cd "$(dirname "$0")/.."
# shellcheck source=tools/env.sh
. tools/env.sh
exec cargo "$@"
