#!/usr/bin/env bash
# Prints the version that is released, Cargo.toml's, once everything that names one agrees with it.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=tools/lib.sh
. "$here/lib.sh"
cd "${REMEDY_FAQ_CHECKOUT:-$here/..}"

version=$(sed -n 's/^version = "\(.*\)"$/\1/p' Cargo.toml | head -n 1)
[ -n "$version" ] || die "Cargo.toml has no version."
lock=$(awk '/^name = "remedy-faq"$/ { getline; gsub(/version = |"/, ""); print }' Cargo.lock)
[ "$lock" = "$version" ] || die "Cargo.toml has version $version, Cargo.lock has $lock. Run: cargo update --workspace"

# Its section: from its heading to the next. "## 1.2.3", or with more behind it: "## 1.2.3 (2026-11-23)".
section=$(awk -v version="$version" '/^## / { on = $2 == version; next } on && NF' CHANGELOG.md)
[ -n "$section" ] || die "CHANGELOG.md says nothing of $version, the version in Cargo.toml." \
  "Add a section '## $version' with what is new, or set the version that the changelog has."
! grep -q "^## $version (unreleased)" CHANGELOG.md || note "CHANGELOG.md still calls $version unreleased: a rehearsal, then" >&2
echo "$version"
