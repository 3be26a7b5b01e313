#!/usr/bin/env bash
# `make wordpress`: dist/remedy-faq-wordpress.zip, of the release build that is in dist/ already.
# tools/wordpress.sh FOLDER: writes the plugin there, too, unpacked.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
"$here/ensure.sh" npm
# shellcheck source=tools/env.sh
. "$here/env.sh"
# shellcheck source=tools/lib.sh
. "$here/lib.sh"
cd "$REMEDY_FAQ_ROOT"
[ -f dist/remedy-faq.js ] || die "dist/ has no release build. Run: make dist"
say "wordpress: packing"
node integrations/wordpress/build.mjs "$@"
