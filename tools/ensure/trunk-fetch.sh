# What Trunk downloads by itself where it can: wasm-bindgen and wasm-opt. Whether it can is asked, not guessed.
# shellcheck shell=bash

# trunk_has FILE: has it, from an earlier build?
trunk_has() {
  [ "${REMEDY_FAQ_ORDINARY:-yes}" = yes ] || return
  case $(uname -s) in
  Darwin) [ -x "$HOME/Library/Caches/dev.trunkrs.trunk/$1" ] ;;
  *) [ -x "${XDG_CACHE_HOME:-$HOME/.cache}/trunk/$1" ] ;;
  esac
}

# trunk_can_fetch NAME ADDRESS: would it get that address? Then the next build fetches it.
trunk_can_fetch() {
  [ "${REMEDY_FAQ_ORDINARY:-yes}" = yes ] && [ -n "$2" ] && has curl &&
    curl -fsIL --connect-timeout 5 --max-time 15 -o /dev/null "$2" 2>/dev/null && note "$1: left to Trunk, which downloads it"
}

# The addresses are those of Trunk 0.21 (src/tools.rs); empty where it has none for this machine.
wasm_bindgen_address() {
  local kind
  case $(uname -sm) in
  "Linux x86_64") kind=x86_64-unknown-linux-musl ;;
  "Linux aarch64") kind=aarch64-unknown-linux-gnu ;;
  "Darwin x86_64") kind=x86_64-apple-darwin ;;
  "Darwin arm64") kind=aarch64-apple-darwin ;;
  *) return ;;
  esac
  echo "https://github.com/rustwasm/wasm-bindgen/releases/download/$WASM_BINDGEN/wasm-bindgen-$WASM_BINDGEN-$kind.tar.gz"
}
wasm_opt_address() {
  local kind
  case $(uname -sm) in
  "Linux x86_64") kind=x86_64-linux ;;
  "Linux aarch64") kind=aarch64-linux ;;
  "Darwin x86_64") kind=x86_64-macos ;;
  "Darwin arm64") kind=arm64-macos ;;
  *) return ;;
  esac
  echo "https://github.com/WebAssembly/binaryen/releases/download/version_$BINARYEN/binaryen-version_$BINARYEN-$kind.tar.gz"
}
