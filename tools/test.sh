#!/usr/bin/env bash
# `make test`: every test there is. Each stage is run even if an earlier one failed; the last line is the sum.
set -uo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=tools/env.sh
. "$here/env.sh"
# shellcheck source=tools/lib.sh
. "$here/lib.sh"
cd "$REMEDY_FAQ_ROOT" || exit
passed=0 failed=0 skipped=0 limit=()
[ "${CI:-}" != true ] || limit=(timeout --kill-after=30s 40m)

# stage NAME COMMAND…: adds up the "test result:" lines; a stage that fails without one counts as one failed test. On CI, one
# that hangs is ended, so that the others have their say; elsewhere someone can press Ctrl-C, which `timeout` would not let
# through.
stage() {
  local name=$1 log status line
  shift
  say "test: $name"
  log=$(mktemp)
  "${limit[@]}" "$@" 2>&1 </dev/null | tee "$log"
  status=${PIPESTATUS[0]}
  [ "$status" != 124 ] || note "test: $name hung and was ended"
  local before=$failed
  while read -r line; do
    passed=$((passed + $(number passed "$line"))) failed=$((failed + $(number failed "$line"))) skipped=$((skipped + $(number ignored "$line")))
  done < <(grep '^test result: ' "$log")
  if [ "$status" != 0 ] && [ "$failed" = "$before" ]; then failed=$((failed + 1)); fi
  rm -f "$log"
  [ "$status" = 0 ] || note "test: $name FAILED"
  return "$status"
}
number() { sed -n "s/.*[^0-9]\([0-9]*\) $1.*/\1/p" <<<"$2"; }

# Every browser that can be had; on CI, all of them.
browsers() {
  local browser
  REMEDY_FAQ_BROWSERS=
  for browser in chromium firefox webkit; do
    if "$here/ensure.sh" "$browser"; then
      REMEDY_FAQ_BROWSERS="$REMEDY_FAQ_BROWSERS $browser"
    elif [ "${CI:-}" = true ]; then
      failed=$((failed + 1))
    else
      note "test: nothing is tested in $browser"
      skipped=$((skipped + 1))
    fi
  done
  REMEDY_FAQ_BROWSERS=${REMEDY_FAQ_BROWSERS# }
  export REMEDY_FAQ_ENGINES=${REMEDY_FAQ_BROWSERS// /,}
  [ -n "$REMEDY_FAQ_BROWSERS" ]
}

stage lint "$here/lint.sh"
tools_again
# The official schemas and the rules for accessibility come from npm.
"$here/ensure.sh" npm || failed=$((failed + 1))
# The same features as below, so that nothing is compiled twice; `e2e` itself has its own stage.
stage "on this machine" cargo test --locked --no-fail-fast --features bundle,e2e --lib --bins --test host
if stage "release build" "$here/dist.sh"; then
  tools_again
  stage "sizes" node "$here/budgets.mjs" dist
  if browsers; then
    stage "in $REMEDY_FAQ_BROWSERS" cargo test --locked --features bundle,e2e --test e2e
    case " $REMEDY_FAQ_BROWSERS " in
    *" chromium "*)
      stage "the npm package" "$here/npm-test.sh"
      stage "Lighthouse" "$here/lighthouse.sh"
      ;;
    *) skipped=$((skipped + 2)) && note "test: the npm package is not tested, nor by Lighthouse, for want of Chromium" ;;
    esac
  else
    failed=$((failed + 1))
  fi
  if "$here/ensure.sh" chromium wordpress; then
    stage "in WordPress" "$here/wordpress-test.sh"
  elif [ "${CI:-}" = true ]; then
    failed=$((failed + 1))
  else
    note "test: nothing is tested in WordPress"
    skipped=$((skipped + 1))
  fi
fi

say "test: all of it took $SECONDS s"
sum="$passed passed, $failed failed"
[ "$skipped" = 0 ] || sum="$sum, $skipped skipped"
echo "$sum"
[ "$failed" = 0 ]
