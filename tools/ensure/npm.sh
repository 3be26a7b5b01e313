# npm's packages (tools/package.json), installed into the cache; and wasm-opt, which is one of them where Trunk has none.
# shellcheck shell=bash

ensure_npm() {
  [ ! -d "$REMEDY_FAQ_NPM" ] || return 0
  if ! has npm || [ "$(node -p 'parseInt(process.versions.node)')" -lt 20 ]; then
    die "Node.js 20 or newer, with npm, is missing. Install it: https://nodejs.org, or your system's package of it."
  fi
  step "npm packages" "installing (npm ci)" npm_install ||
    die "npm's packages could not be installed. The command was:" "npm ci --ignore-scripts, beside a copy of tools/package-lock.json"
}
npm_install() {
  rm -rf "$REMEDY_FAQ_NPM.new" && mkdir -p "$REMEDY_FAQ_NPM.new" &&
    cp "$REMEDY_FAQ_ROOT/tools/package.json" "$REMEDY_FAQ_ROOT/tools/package-lock.json" "$REMEDY_FAQ_NPM.new/" &&
    (cd "$REMEDY_FAQ_NPM.new" && npm ci --ignore-scripts --no-audit --no-fund --no-update-notifier) &&
    mv "$REMEDY_FAQ_NPM.new" "$REMEDY_FAQ_NPM"
}

ensure_wasm_opt() {
  [ -d "$REMEDY_FAQ_NPM" ] || { has wasm-opt && [ "$(wasm-opt --version | cut -d' ' -f3)" = "$BINARYEN" ]; } ||
    trunk_has "wasm-opt-version_$BINARYEN/bin/wasm-opt" || trunk_can_fetch "wasm-opt $BINARYEN" "$(wasm_opt_address)" || ensure_npm
}
