#!/usr/bin/env bash
# `make run`: builds the page and serves it, building anew whenever a file changes. PORT=8081 for another port.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
"$here/ensure.sh" build
# shellcheck source=tools/env.sh
. "$here/env.sh"
# shellcheck source=tools/lib.sh
. "$here/lib.sh"
cd "$REMEDY_FAQ_ROOT"

port=${PORT:-8080}
answers() { (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; }
! answers || die "Port $port is taken. Choose another: make run PORT=$((port + 1))"

# Says when the page is there, for as long as Trunk (which takes over this process) is alive.
{
  while ! answers && kill -0 $$ 2>/dev/null; do sleep 0.3; done
  ! answers || say "http://127.0.0.1:$port/ is served, $SECONDS s after the start (Ctrl-C ends it)"
} &
say "page: building (trunk serve) …"
# A folder of its own: dist/ is what `make dist` has made. No stack traces of Trunk: what cargo says is enough.
RUST_BACKTRACE=0 exec trunk serve --address 127.0.0.1 --port "$port" --dist "${CARGO_TARGET_DIR:-target}/serve"
