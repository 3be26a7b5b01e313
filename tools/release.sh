#!/usr/bin/env bash
# `make release`: everything to publish, in dist/release/. Built twice, from two clean copies of the checkout in folders of
# different names, and refused unless both are the same to the byte. ONCE=yes builds once, and so proves nothing of that.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=tools/env.sh
. "$here/env.sh"
# shellcheck source=tools/lib.sh
. "$here/lib.sh"
cd "$REMEDY_FAQ_ROOT"

# First what takes no time.
version=$("$here/release-version.sh")
"$here/ensure.sh" dist npm release
tools_again

say "release: dependencies (cargo deny) …"
cargo deny --log-level error --locked check licenses bans sources || die "cargo deny has found what deny.toml does not allow."
# Known faults are in a database that cargo deny fetches; where it can be reached, it decides.
if has git && cargo deny --log-level off fetch db >/dev/null 2>&1; then
  cargo deny --log-level error --locked check advisories || die "cargo deny knows of faults in the dependencies."
  advisories=checked
else
  advisories="NOT CHECKED: their database could not be fetched. Run 'cargo deny check advisories' where it can be."
fi

# Copies of the checkout as it is now, with nothing that was built in it.
work=$PWD/target/release-build
rm -rf "$work" dist/release
for copy in "$work/one" "$work/two, elsewhere"; do
  mkdir -p "$copy"
  tar -c --exclude=./target --exclude=./dist --exclude=./.git --exclude=./fuzz/target . | tar -x -C "$copy"
done
build() { env -u CARGO_TARGET_DIR -u RUSTFLAGS "$1/tools/release-files.sh" "$version"; }
start=$SECONDS
say "release: building in a clean copy …"
build "$work/one"
if [ "${ONCE:-}" != yes ]; then
  say "release: building again in another …"
  build "$work/two, elsewhere"
  diff -r "$work/one/dist/release" "$work/two, elsewhere/dist/release" ||
    die "Two builds of the same source differ (above). They are in target/release-build/."
  same="two builds, the same to the byte"
else
  same="one build, compared with nothing"
fi
mkdir -p dist
cp -R "$work/one/dist/release" dist/release
rm -rf "$work"
say "release: $version, $same, in $((SECONDS - start)) s; dist/release/ has"
(cd dist/release && cat SHA256SUMS)
note "advisories: $advisories"
