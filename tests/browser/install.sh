#!/bin/sh
# A Chromium for the browser tests: one that is there, else Debian's package, else Playwright's own.
set -eu
if [ -n "${CHROMIUM:-}" ] || command -v chromium >/dev/null || command -v chromium-browser >/dev/null; then
    exit 0
fi
if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
    apt-get update -q && apt-get install -y -q --no-install-recommends chromium fonts-dejavu-core && exit 0
fi
"$1" -m playwright install chromium
