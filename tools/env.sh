# shellcheck shell=sh
# Sourced, by the other scripts and by hand: after `. tools/env.sh`, plain `trunk serve`, `cargo test` and the like
# find the tools that `tools/ensure.sh` has installed. POSIX sh; may be sourced again; sets PATH and REMEDY_FAQ_* only.
#
#   REMEDY_FAQ_CACHE        where the tools live (default: ~/.cache/remedy-faq), shared by every clone
#   REMEDY_FAQ_ORDINARY=no  act as where nothing but package registries is reached: no target from rustup, no
#                           download by Trunk (to try that way on a machine that would not need it)

# shellcheck disable=SC3028,SC3054,SC2128 # not in every sh; where it is missing, the current folder must be the checkout
REMEDY_FAQ_ROOT=$(CDPATH='' cd -- "$(dirname -- "${BASH_SOURCE:-tools/env.sh}")/.." && pwd)
# shellcheck source=tools/versions.env
. "$REMEDY_FAQ_ROOT/tools/versions.env"

REMEDY_FAQ_CACHE=${REMEDY_FAQ_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/remedy-faq}
# One folder a version, so that clones with other pins do not disturb each other.
REMEDY_FAQ_TRUNK=$REMEDY_FAQ_CACHE/trunk-$TRUNK
REMEDY_FAQ_WASM_BINDGEN=$REMEDY_FAQ_CACHE/wasm-bindgen-$WASM_BINDGEN
REMEDY_FAQ_GECKODRIVER=$REMEDY_FAQ_CACHE/geckodriver-$GECKODRIVER
REMEDY_FAQ_NPM=$REMEDY_FAQ_CACHE/npm-$(cksum <"$REMEDY_FAQ_ROOT/tools/package-lock.json" | tr ' ' -)
REMEDY_FAQ_LIGHTHOUSE_NPM=$REMEDY_FAQ_CACHE/npm-lighthouse-$(cksum <"$REMEDY_FAQ_ROOT/tools/lighthouse/package-lock.json" | tr ' ' -)
REMEDY_FAQ_BENCH_NPM=$REMEDY_FAQ_CACHE/npm-bench-$(cksum <"$REMEDY_FAQ_ROOT/benches/browser/package-lock.json" | tr ' ' -)
REMEDY_FAQ_NPM_TEST=$REMEDY_FAQ_CACHE/npm-test-$(cksum <"$REMEDY_FAQ_ROOT/integrations/npm/test/package-lock.json" | tr ' ' -)
REMEDY_FAQ_WORDPRESS_NPM=$REMEDY_FAQ_CACHE/npm-wordpress-$(cksum <"$REMEDY_FAQ_ROOT/integrations/wordpress/tests/package-lock.json" | tr ' ' -)
REMEDY_FAQ_CARGO_DENY=$REMEDY_FAQ_CACHE/cargo-deny-$CARGO_DENY
REMEDY_FAQ_CARGO_CYCLONEDX=$REMEDY_FAQ_CACHE/cargo-cyclonedx-$CARGO_CYCLONEDX
REMEDY_FAQ_WORDPRESS=$REMEDY_FAQ_CACHE/wordpress
REMEDY_FAQ_DEBIAN_RUST= # set below where Debian's Rust, with a std for wasm of our own, stands in for rustup's

# Does the rustc that comes first on PATH have a std for wasm?
remedy_faq_has_target() {
  remedy_faq_libdir=$(rustc --print target-libdir --target wasm32-unknown-unknown 2>/dev/null) && [ -d "$remedy_faq_libdir" ]
}

# PATH as the user has it, without what an earlier run of this file has put there.
PATH=$(printf '%s' "$PATH" | tr : '\n' | grep -vF "$REMEDY_FAQ_CACHE/" | paste -s -d : -)
if [ -x /usr/bin/rustc ] && { [ "${REMEDY_FAQ_ORDINARY:-yes}" = no ] || ! remedy_faq_has_target; }; then
  # Named after the compiler: when Debian upgrades it, it gets a std of its own.
  REMEDY_FAQ_DEBIAN_RUST=$REMEDY_FAQ_CACHE/rust-$(/usr/bin/rustc -vV | cksum | tr ' ' -)
  [ ! -d "$REMEDY_FAQ_DEBIAN_RUST" ] || PATH=$REMEDY_FAQ_DEBIAN_RUST/bin:$PATH
fi
PATH=$REMEDY_FAQ_CARGO_DENY/bin:$REMEDY_FAQ_CARGO_CYCLONEDX/bin:$PATH
PATH=$REMEDY_FAQ_TRUNK/bin:$REMEDY_FAQ_WASM_BINDGEN/bin:$REMEDY_FAQ_GECKODRIVER/bin:$REMEDY_FAQ_NPM/node_modules/.bin:$PATH
case :$PATH: in
# Where cargo's own folder is not on PATH, cargo looks there *first* for its subcommands, and would mix two toolchains.
*:"${CARGO_HOME:-$HOME/.cargo}/bin":*) ;;
*) PATH=$PATH:${CARGO_HOME:-$HOME/.cargo}/bin ;;
esac
export PATH REMEDY_FAQ_CACHE REMEDY_FAQ_NPM REMEDY_FAQ_LIGHTHOUSE_NPM REMEDY_FAQ_NPM_TEST REMEDY_FAQ_BENCH_NPM REMEDY_FAQ_WORDPRESS REMEDY_FAQ_WORDPRESS_NPM
