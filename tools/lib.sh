# Sourced by the other scripts: how a step is announced, timed and logged, and how Debian's packages come.
# shellcheck shell=bash

say() { printf '==> %s\n' "$*"; }
note() { printf '    %s\n' "$*"; }
# After an installation: what has come is on PATH.
tools_again() {
  # shellcheck source=tools/env.sh
  . "$REMEDY_FAQ_ROOT/tools/env.sh"
}
die() {
  printf 'error: %s\n' "$1" >&2
  shift
  [ $# = 0 ] || printf '       %s\n' "$@" >&2
  exit 1
}
has() { command -v "$1" >/dev/null 2>&1; }

# step NAME HOW COMMAND…: says what it does, runs it with its output in a log, says how long it took; a failure shows the
# log's end. Takes no input, ever. (The shell's -e does not hold inside COMMAND where that is a function: && or || return.)
step() {
  timed "$@" && return
  note "$1: FAILED; the end of $(log_of "$1"):"
  tail -n 15 "$(log_of "$1")" | sed 's/^/    | /'
  return 1
}
# The same where there is another way: a failure is only mentioned.
attempt() {
  timed "$@" && return
  note "$1: cannot be had this way ($(log_of "$1"))"
  return 1
}
timed() {
  local name=$1 how=$2 start=$SECONDS
  shift 2
  say "$name: $how …"
  "$@" >"$(log_of "$name")" 2>&1 </dev/null && note "$name: done in $((SECONDS - start)) s"
}
log_of() {
  mkdir -p "$REMEDY_FAQ_CACHE/log"
  printf '%s' "$REMEDY_FAQ_CACHE/log/${1//[^a-zA-Z0-9.]/-}.log"
}

# apt_install NAME PACKAGE…: from Debian's packages; where that cannot be, names what is missing and the command.
apt_install() {
  local name=$1 sudo=()
  shift
  has apt-get || die "$name is missing, and there is no apt-get here to install it with." \
    "Install it as your system does, and see that it is on PATH (Debian's packages: $*)."
  if [ "$(id -u)" != 0 ]; then
    sudo -n true 2>/dev/null || die "$name is missing, and installing it needs root. Run:" \
      "sudo apt-get update && sudo apt-get install -y --no-install-recommends $*"
    sudo=(sudo -n)
  fi
  # --no-remove: nothing that is already here may go in exchange.
  step "$name" "installing (apt-get install $*)" apt_get "$@" || die "$name could not be installed. The command was:" \
    "apt-get update && apt-get install -y --no-install-recommends --no-remove $*"
}
apt_update() {
  local sudo=()
  [ "$(id -u)" = 0 ] || sudo=(sudo -n)
  "${sudo[@]+"${sudo[@]}"}" env DEBIAN_FRONTEND=noninteractive apt-get -y -o DPkg::Lock::Timeout=600 update
}
# Always by fresh lists: with a machine's old ones, an old browser would be installed, which can be had all the same. Where they
# cannot be refreshed, they may still do.
apt_get() {
  local apt=("${sudo[@]+"${sudo[@]}"}" env DEBIAN_FRONTEND=noninteractive apt-get -y -o DPkg::Lock::Timeout=600)
  "${apt[@]}" update || true
  "${apt[@]}" install --no-install-recommends --no-remove "$@"
}
