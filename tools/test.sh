#!/usr/bin/env bash
# `make test`: every test there is. Each stage is run even if an earlier one failed; the last line is the sum. What visits the
# release build and leaves a core idle most of the time runs beside the browser tests, and is printed after them.
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
  local name=$1 log status line start=$SECONDS
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
  [ $((SECONDS - start)) = 0 ] || note "test: $name took $((SECONDS - start)) s"
  return "$status"
}

# beside SCRIPT…: begins to run these scripts of tools/, one after another, in a process group of its own, which ends with this
# one. When they have ended, `stage NAME "${told[@]}" "$besides/SCRIPT"` has the output and the status of each.
declare -A names=([npm-test]="the npm package" [lighthouse]="Lighthouse" [wordpress-test]="in WordPress")
# shellcheck disable=SC2016 # for sh
lane='' besides=$(mktemp -d) told=(sh -c 'cat "$1"; exit "$(cat "$1.status")"' sh)
trap '[ -z "$lane" ] || kill -- "-$lane" 2>/dev/null; rm -rf "$besides"' EXIT
trap 'exit 130' INT TERM
beside() {
  set -m # the group
  for script; do
    start=$SECONDS
    "${limit[@]}" "$here/$script.sh" >"$besides/$script" 2>&1
    echo $? >"$besides/$script.status"
    note "test: it took $((SECONDS - start)) s, beside the browsers" >>"$besides/$script"
  done </dev/null &
  lane=$!
  set +m
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
  scripts=()
  if browsers; then
    case " $REMEDY_FAQ_BROWSERS " in
    *" chromium "*) scripts+=(npm-test lighthouse) ;;
    *) skipped=$((skipped + 2)) && note "test: the npm package is not tested, nor by Lighthouse, for want of Chromium" ;;
    esac
  else
    failed=$((failed + 1))
  fi
  if "$here/ensure.sh" chromium wordpress; then
    scripts+=(wordpress-test)
  elif [ "${CI:-}" = true ]; then
    failed=$((failed + 1))
  else
    note "test: nothing is tested in WordPress"
    skipped=$((skipped + 1))
  fi
  beside "${scripts[@]}"
  [ -z "$REMEDY_FAQ_BROWSERS" ] || stage "in $REMEDY_FAQ_BROWSERS" cargo test --locked --features bundle,e2e --test e2e
  wait "$lane"
  lane=''
  for script in "${scripts[@]}"; do stage "${names[$script]}" "${told[@]}" "$besides/$script"; done
fi

say "test: all of it took $SECONDS s"
sum="$passed passed, $failed failed"
[ "$skipped" = 0 ] || sum="$sum, $skipped skipped"
echo "$sum"
[ "$failed" = 0 ]
