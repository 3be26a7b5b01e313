#!/usr/bin/env bash
# Sees to it that what a verb needs is on this machine: `tools/ensure.sh build npm chromium …`.
# Whatever is there already is left alone; what is missing goes to the cache (tools/env.sh), or comes from Debian's
# packages; what cannot be had is named, with the command that would install it.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=tools/env.sh
. "$here/env.sh"
# shellcheck source=tools/lib.sh
. "$here/lib.sh"
for part in rust trunk-fetch cargo npm browsers lint wordpress; do
  # shellcheck source=/dev/null
  . "$here/ensure/$part.sh"
done

# The pins that stand in a second place, because another program reads them there.
check_pins() {
  local lock trunk
  lock=$(awk '/^name = "wasm-bindgen"$/ { getline; gsub(/[^0-9.]/, ""); print }' "$REMEDY_FAQ_ROOT/Cargo.lock")
  [ "$lock" = "$WASM_BINDGEN" ] || die "Cargo.lock has wasm-bindgen $lock, tools/versions.env has $WASM_BINDGEN: they must be the same." \
    "Either set WASM_BINDGEN=$lock there, or run: cargo update -p wasm-bindgen --precise $WASM_BINDGEN"
  trunk=$(sed -n 's/^wasm_opt = "version_\(.*\)"/\1/p' "$REMEDY_FAQ_ROOT/Trunk.toml")
  if [ "$trunk" != "$BINARYEN" ] || ! grep -q "\"binaryen\": \"$BINARYEN\." "$REMEDY_FAQ_ROOT/tools/package.json"; then
    die "tools/versions.env has BINARYEN=$BINARYEN; Trunk.toml (wasm_opt) and tools/package.json must name the same."
  fi
}

# std for wasm and the two programs need nothing of each other: side by side.
ensure_build() {
  check_pins
  local failed=0
  if has cargo; then
    ensure_rust &
    (ensure_trunk && ensure_wasm_bindgen) || failed=1
    wait $! || failed=1
    [ "$failed" = 0 ] || exit 1
  else
    ensure_rust
    tools_again
    ensure_trunk
    ensure_wasm_bindgen
  fi
  tools_again
}

# The release build: wasm-opt, and std's sources to rebuild it small (a help, not a condition: tools/dist.sh says which).
ensure_dist() {
  ensure_build
  ensure_wasm_opt
  if [ -z "$REMEDY_FAQ_DEBIAN_RUST" ] && ! [ -d "$(rustc --print sysroot)/lib/rustlib/src/rust/library" ] && has rustup; then
    attempt "std's sources" "installing (rustup component add rust-src)" env RUSTUP_MAX_RETRIES=1 rustup component add rust-src || true
  fi
}

mkdir -p "$REMEDY_FAQ_CACHE"
# One at a time for one cache. (No flock: no lock; two at once is rare.)
if has flock; then
  exec 9>"$REMEDY_FAQ_CACHE/lock"
  flock -n 9 || { note "another run is installing into $REMEDY_FAQ_CACHE: waiting for it" && flock 9; }
fi
for what; do
  case $what in
  build | dist | lint | npm | npm-test | release | bench | lighthouse | chromium | firefox | webkit | wordpress) "ensure_${what/-/_}" ;;
  *) die "tools/ensure.sh: no such thing as '$what'" ;;
  esac
done
rm -rf "$REMEDY_FAQ_CACHE/build"
say "tools: $* ready"
