# The browsers that the tests drive, each with its driver.
# shellcheck shell=bash

ensure_chromium() {
  if ! has_any chromium chromium-browser google-chrome google-chrome-stable || ! has chromedriver; then
    apt_install "Chromium with its driver" chromium chromium-driver
  fi
  ensure_pdftotext
}

# What reads the printed pages.
ensure_pdftotext() {
  { has pdftotext && has pdftoppm; } || apt_install "poppler's tools" poppler-utils
}

ensure_firefox() {
  firefox_will_do || apt_install Firefox firefox-esr
  firefox_will_do || die "Firefox is older than $FIREFOX. Install a newer one, and see that it is the first on PATH."
  ensure_geckodriver
  ensure_pdftotext
}

# WebKitGTK: the engine of Safari. It wants a display, so Xvfb.
ensure_webkit() {
  { has WebKitWebDriver && has Xvfb && [ -n "$(ls /usr/lib/*/webkit2gtk-4.*/MiniBrowser 2>/dev/null)" ]; } ||
    apt_install "WebKitGTK with its driver" webkit2gtk-driver xvfb
}

firefox_will_do() {
  local version
  version=$( (firefox --version || firefox-esr --version) 2>/dev/null | tr -cd '0-9. ' | awk '{ print int($NF) }')
  [ "${version:-0}" -ge "$FIREFOX" ]
}

has_any() {
  local program
  for program; do ! has "$program" || return 0; done
  return 1
}
