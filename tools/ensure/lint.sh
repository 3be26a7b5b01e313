# What `make lint` runs: rustfmt and clippy of the Rust in use, and shellcheck.
# shellcheck shell=bash

ensure_lint() {
  cargo fmt --version >/dev/null 2>&1 || rust_component rustfmt rustfmt-web
  cargo clippy --version >/dev/null 2>&1 || rust_component clippy rust-web-clippy
  has shellcheck || apt_install shellcheck shellcheck
}

# rust_component COMPONENT PACKAGE: of rustup's Rust, or of Debian's.
rust_component() {
  if [ -z "$REMEDY_FAQ_DEBIAN_RUST" ] && has rustup; then
    step "$1" "installing (rustup component add $1)" rustup component add "$1" || die "$1 is missing. Run: rustup component add $1"
  else
    apt_install "$1" "$2"
  fi
}
