# npm's packages (tools/package.json; integrations/*/test*/, tools/lighthouse/ and benches/browser/ have their own), installed
# into the cache; and wasm-opt, which is one of them where Trunk has none.
# shellcheck shell=bash

ensure_npm() { npm_packages "npm packages" tools "$REMEDY_FAQ_NPM"; }

# What the npm package is tested with.
ensure_npm_test() { npm_packages "npm packages for the test" integrations/npm/test "$REMEDY_FAQ_NPM_TEST"; }

# What the benchmarks measure against, and their driver.
ensure_bench() { npm_packages "npm packages of the benchmarks" benches/browser "$REMEDY_FAQ_BENCH_NPM"; }

# Lighthouse, with all that it brings.
ensure_lighthouse() { npm_packages "npm packages of Lighthouse" tools/lighthouse "$REMEDY_FAQ_LIGHTHOUSE_NPM"; }

# npm_packages NAME FROM TO: what FROM/package.json names, as its lock has it.
npm_packages() {
  [ ! -d "$3" ] || return 0
  if ! has npm || ! has node || ! node -e '
    const [major, minor] = process.versions.node.split(".").map(Number);
    process.exit(major > 22 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19) ? 0 : 1)'; then
    die "Node.js 20.19, 22.12 or newer, with npm, is missing. Install it: https://nodejs.org, or your system's package of it."
  fi
  step "$1" "installing (npm ci)" npm_install "$2" "$3" ||
    die "npm's packages could not be installed. The command was:" "npm ci --ignore-scripts, beside a copy of $2/package-lock.json"
}
npm_install() {
  rm -rf "$2.new" && mkdir -p "$2.new" &&
    cp "$REMEDY_FAQ_ROOT/$1/package.json" "$REMEDY_FAQ_ROOT/$1/package-lock.json" "$2.new/" &&
    (cd "$2.new" && npm ci --ignore-scripts --no-audit --no-fund --no-update-notifier) &&
    mv "$2.new" "$2"
}

ensure_wasm_opt() {
  [ -d "$REMEDY_FAQ_NPM" ] || { has wasm-opt && [ "$(wasm-opt --version | cut -d' ' -f3)" = "$BINARYEN" ]; } ||
    trunk_has "wasm-opt-version_$BINARYEN/bin/wasm-opt" || trunk_can_fetch "wasm-opt $BINARYEN" "$(wasm_opt_address)" || ensure_npm
}
