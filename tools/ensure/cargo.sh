# Programs that cargo builds: Trunk, wasm-bindgen, geckodriver, and what a release is checked and listed with.
# shellcheck shell=bash

# version_is PROGRAM VERSION: is that one on PATH? ("trunk 0.21.14", "wasm-bindgen 0.2.130", "geckodriver 0.37.1 (…)")
version_is() { has "$1" && [ "$("$1" --version 2>/dev/null | sed -n '1s/^[a-z-]* \([0-9.]*\).*/\1/p')" = "$2" ]; }

# cargo_tool NAME VERSION FOLDER CARGO-INSTALL-ARGUMENTS…
cargo_tool() {
  local name=$1 version=$2 folder=$3
  shift 3
  has cargo || die "cargo is missing. Install Rust: https://rustup.rs"
  has cc || apt_install "a C compiler" gcc libc6-dev
  step "$name $version" "installing (cargo install $*)" cargo_install "$folder" "$@" --version "$version" ||
    die "$name $version could not be built. The command was:" "cargo install $* --version $version"
}
# Quick to build rather than quick to run, and what two tools have in common is compiled once.
cargo_install() {
  local folder=$1
  shift
  rm -rf "$folder.new"
  (
    cd "$REMEDY_FAQ_CACHE"
    env -u RUSTFLAGS -u CARGO_BUILD_TARGET -u CARGO_ENCODED_RUSTFLAGS CARGO_TARGET_DIR="$REMEDY_FAQ_CACHE/build" \
      CARGO_PROFILE_RELEASE_OPT_LEVEL=0 CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 \
      CARGO_PROFILE_RELEASE_DEBUG=0 CARGO_PROFILE_RELEASE_STRIP=true CARGO_INCREMENTAL=0 \
      cargo install --root "$folder.new" "$@"
  ) && mv "$folder.new" "$folder"
}

ensure_trunk() {
  version_is trunk "$TRUNK" ||
    cargo_tool trunk "$TRUNK" "$REMEDY_FAQ_TRUNK" trunk --locked --no-default-features --features rustls
}

# Without --locked: the lock of 0.2.130 names a crate version that not every registry has.
ensure_wasm_bindgen() {
  version_is wasm-bindgen "$WASM_BINDGEN" || trunk_has "wasm-bindgen-$WASM_BINDGEN/wasm-bindgen" ||
    trunk_can_fetch "wasm-bindgen $WASM_BINDGEN" "$(wasm_bindgen_address)" ||
    cargo_tool wasm-bindgen "$WASM_BINDGEN" "$REMEDY_FAQ_WASM_BINDGEN" wasm-bindgen-cli --bin wasm-bindgen
}

# What `make release` takes beyond the build.
ensure_release() {
  [ -x "$REMEDY_FAQ_CARGO_DENY/bin/cargo-deny" ] ||
    cargo_tool cargo-deny "$CARGO_DENY" "$REMEDY_FAQ_CARGO_DENY" cargo-deny --locked
  [ -x "$REMEDY_FAQ_CARGO_CYCLONEDX/bin/cargo-cyclonedx" ] ||
    cargo_tool cargo-cyclonedx "$CARGO_CYCLONEDX" "$REMEDY_FAQ_CARGO_CYCLONEDX" cargo-cyclonedx --locked
  has zip || apt_install zip zip
}

ensure_geckodriver() {
  has geckodriver || cargo_tool geckodriver "$GECKODRIVER" "$REMEDY_FAQ_GECKODRIVER" geckodriver --locked
}
