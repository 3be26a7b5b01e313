# Rust that compiles for wasm32-unknown-unknown: rustup's, or else Debian's with a std for wasm built from its sources.
# shellcheck shell=bash

ensure_rust() {
  if [ -n "$REMEDY_FAQ_DEBIAN_RUST" ]; then
    [ ! -d "$REMEDY_FAQ_DEBIAN_RUST" ] || [ ! -x "$(debian_lld)" ] || return 0
  elif [ "${REMEDY_FAQ_ORDINARY:-yes}" = yes ] && remedy_faq_has_target; then
    return 0
  fi
  if [ "${REMEDY_FAQ_ORDINARY:-yes}" = yes ] && has rustup; then
    attempt "wasm target" "installing (rustup target add wasm32-unknown-unknown)" \
      env RUSTUP_MAX_RETRIES=1 rustup target add wasm32-unknown-unknown && return
  fi
  has apt-get || die "Rust's wasm32-unknown-unknown target is missing. Install it:" \
    "rustup target add wasm32-unknown-unknown     (rustup itself: https://rustup.rs)"
  note "no wasm target from rustup: taking Debian's Rust instead, with a std for wasm built from its sources"
  debian_rust
}

# The linker of the same LLVM as Debian's rustc.
debian_llvm() { /usr/bin/rustc -vV | sed -n 's/^LLVM version: \([0-9]*\).*/\1/p'; }
debian_lld() { echo "/usr/bin/lld-$(debian_llvm)"; }

debian_rust() {
  if [ ! -x /usr/bin/cargo ] || [ ! -d /usr/lib/rustlib/src/rust/library ]; then
    apt_install "Debian's Rust" rustc-web cargo-web rust-web-src
  fi
  [ -x "$(debian_lld)" ] || apt_install "lld $(debian_llvm)" "lld-$(debian_llvm)"

  REMEDY_FAQ_DEBIAN_RUST=$REMEDY_FAQ_CACHE/rust-$(/usr/bin/rustc -vV | cksum | tr ' ' -)
  rm -rf "$REMEDY_FAQ_CACHE"/rust-*
  step "std for wasm" "building from Debian's sources ($(/usr/bin/rustc -V | cut -d' ' -f1,2))" \
    debian_sysroot "$REMEDY_FAQ_DEBIAN_RUST" "$(debian_lld)" || die "std could not be built for wasm32-unknown-unknown."
}

# A sysroot of our own beside Debian's, which stays as it is: its host part is linked, the wasm part is built here.
debian_sysroot() {
  local final=$1 lld=$2 tmp=$1.new host rlib
  host=$(/usr/bin/rustc -vV | sed -n 's/^host: //p')
  rm -rf "$tmp" && mkdir -p "$tmp/bin" "$tmp/empty/src" "$tmp/lib/rustlib/$host/bin" "$tmp/lib/rustlib/wasm32-unknown-unknown/lib"
  ln -s "/usr/lib/rustlib/$host/lib" "$tmp/lib/rustlib/$host/lib"
  ln -s /usr/lib/rustlib/src /usr/lib/rustlib/etc "$tmp/lib/rustlib/"
  ln -s "$lld" "$tmp/lib/rustlib/$host/bin/rust-lld"

  # The crates of std are built as dependencies of an empty crate, and then kept. Bitcode: or LTO would fail later.
  printf '[package]\nname = "empty"\nedition = "2021"\n[workspace]\n' >"$tmp/empty/Cargo.toml"
  : >"$tmp/empty/src/lib.rs"
  (cd "$tmp/empty" && env -u RUSTUP_TOOLCHAIN PATH=/usr/bin:/bin RUSTC=/usr/bin/rustc RUSTC_BOOTSTRAP=1 RUSTFLAGS=-Cembed-bitcode=yes \
    CARGO_TARGET_DIR=target /usr/bin/cargo build --release --target wasm32-unknown-unknown \
    -Zbuild-std=std,panic_abort,proc_macro,test) || return
  for rlib in "$tmp"/empty/target/wasm32-unknown-unknown/release/deps/*.rlib; do
    case $rlib in */libempty-*) ;; *) mv "$rlib" "$tmp/lib/rustlib/wasm32-unknown-unknown/lib/" ;; esac
  done
  rm -rf "$tmp/empty"
  ls "$tmp"/lib/rustlib/wasm32-unknown-unknown/lib/libstd-*.rlib || return

  # First on PATH, these make plain `cargo`, `trunk` and `cargo clippy` use it. SYSROOT: what clippy-driver asks for.
  local tool
  for tool in rustc rustdoc; do
    printf '#!/bin/sh\nexec /usr/bin/%s --sysroot "%s" "$@"\n' "$tool" "$final" >"$tmp/bin/$tool"
  done
  for tool in cargo cargo-clippy clippy-driver; do
    printf '#!/bin/sh\nSYSROOT="%s" exec /usr/bin/%s "$@"\n' "$final" "$tool" >"$tmp/bin/$tool"
  done
  chmod +x "$tmp"/bin/*
  mv "$tmp" "$final"
}
