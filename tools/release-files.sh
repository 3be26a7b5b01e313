#!/usr/bin/env bash
# Makes the files of a release, in dist/release/ of the checkout that it stands in: release-files.sh VERSION.
# Nothing in them may depend on the time, the folder or the order in which a disk lists its files.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
"$here/dist.sh"
# shellcheck source=tools/env.sh
. "$here/env.sh"
# shellcheck source=tools/lib.sh
. "$here/lib.sh"
cd "$REMEDY_FAQ_ROOT"
umask 022

version=$1
out=$PWD/dist/release
# The first moment that a zip file can name.
export SOURCE_DATE_EPOCH=315532800 TZ=UTC LC_ALL=C
rm -rf "$out" && mkdir -p "$out"

# What a clinic puts on its web space, as one folder.
pack_site() {
  local folder=$PWD/target/site/remedy-faq
  rm -rf "$folder" && mkdir -p "$folder"
  find dist -maxdepth 1 -type f -exec cp {} "$folder" \;
  cp LICENSE-MIT LICENSE-APACHE "$folder"
  find "$folder" -exec touch -d "@$SOURCE_DATE_EPOCH" {} +
  (cd "$folder/.." && find remedy-faq -type f | sort | zip -q -X -9 -@ "$out/remedy-faq-$version.zip")
}
say "release: packing …"
pack_site
cp dist/remedy-faq-offline.html "$out/remedy-faq-offline-$version.html"
"$here/npm.sh" dist/npm "$out"
if [ -x "$here/wordpress.sh" ]; then
  "$here/wordpress.sh"
  cp dist/remedy-faq-wordpress.zip "$out/remedy-faq-wordpress-$version.zip"
fi

# What is in it (the program in the browser), and what it was made with.
sbom() {
  local name=$1
  shift
  cargo cyclonedx -qq --format json --spec-version 1.5 --override-filename "$name" "$@"
  # The folder is no part of a name.
  sed 's|path+file://[^"#]*#||g' "$name.json" >"$out/$name-$version.cdx.json"
  rm "$name.json"
}
sbom sbom --no-build-deps --features browser --target wasm32-unknown-unknown
sbom sbom-build --features bundle
# npm makes a list only of what has a version, and gives it a number and a time of its own.
rm -rf target/sbom && mkdir -p target/sbom/remedy-faq-tools
cp tools/package.json tools/package-lock.json target/sbom/remedy-faq-tools
(cd target/sbom/remedy-faq-tools && npm pkg set "version=$version" && npm sbom --package-lock-only --sbom-format cyclonedx >list.json)
node -e '
  const list = JSON.parse(require("fs").readFileSync(0, "utf8"));
  delete list.serialNumber;
  list.metadata.timestamp = new Date(process.env.SOURCE_DATE_EPOCH * 1000).toISOString();
  console.log(JSON.stringify(list, null, 2));' <target/sbom/remedy-faq-tools/list.json >"$out/sbom-build-npm-$version.cdx.json"

(cd "$out" && sha256sum -- * >../SHA256SUMS && mv ../SHA256SUMS .)
