#!/usr/bin/env bash
# Tests of the WordPress plugin: its zip from dist/, the rules for its code, its parts by themselves and in the oldest PHP,
# and all of it in a real WordPress in Chromium. tools/wordpress-test.sh "part of a name" runs fewer of the last.
set -uo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
"$here/ensure.sh" npm chromium wordpress || exit
# shellcheck source=tools/env.sh
. "$here/env.sh"
# shellcheck source=tools/lib.sh
. "$here/lib.sh"
cd "$REMEDY_FAQ_ROOT" || exit
plugin=target/wordpress/remedy-faq
failed=0

"$here/wordpress.sh" "$plugin" || exit
say "wordpress: rules for the code"
code=integrations/wordpress/plugin
while read -r file; do php -l "$file" >/dev/null || failed=1; done < <(find "$plugin" integrations/wordpress/tests -name '*.php')
while read -r file; do node --check "$file" || failed=1; done < <(find integrations/wordpress -name '*.js' -o -name '*.mjs')
phpcs -q --standard=integrations/wordpress/phpcs.xml "$code" || failed=1
# WordPress's own rules come by no package system that the project uses; where they are installed, they hold.
if phpcs -i | grep -q WordPress; then phpcs -q --standard=WordPress --extensions=php --ignore=editor.asset.php "$code" || failed=1; fi
say "wordpress: its parts"
php integrations/wordpress/tests/content.php "$plugin" || failed=1
php integrations/wordpress/tests/texts.php "$plugin" || failed=1
say "wordpress: the oldest PHP"
node integrations/wordpress/tests/oldest.mjs "$plugin" || failed=1
say "wordpress: a site"
node integrations/wordpress/tests/run.mjs "$@" || failed=1
exit "$failed"
