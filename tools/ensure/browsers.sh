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
  has_any firefox firefox-esr || apt_install Firefox firefox-esr
  ensure_geckodriver
  ensure_pdftotext
}

# WebKitGTK: the engine of Safari. It wants a display, so Xvfb.
ensure_webkit() {
  { has WebKitWebDriver && has Xvfb && [ -n "$(ls /usr/lib/*/webkit2gtk-4.*/MiniBrowser 2>/dev/null)" ]; } ||
    apt_install "WebKitGTK with its driver" webkit2gtk-driver xvfb
}

has_any() {
  local program
  for program; do ! has "$program" || return 0; done
  return 1
}
