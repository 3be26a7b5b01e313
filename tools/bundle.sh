#!/bin/sh
# Trunk's post_build hook: runs the project's own host program on what Trunk has staged (TRUNK_STAGING_DIR).
# It is an ordinary program of this machine: what tools/dist.sh sets for the small wasm is no business of its, and it is
# built with the dev profile, since the release profile is for size and slow to compile.
set -eu
[ -z "${REMEDY_FAQ_HOST_TARGET_DIR:-}" ] || export CARGO_TARGET_DIR="$REMEDY_FAQ_HOST_TARGET_DIR"
unset RUSTC_BOOTSTRAP CARGO_UNSTABLE_BUILD_STD CARGO_UNSTABLE_BUILD_STD_FEATURES CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS
exec cargo run --locked --features bundle --bin bundle -- hook
