#!/bin/sh
# What the tests need of the machine. A Chromium: one that is there, else Debian's package, else Playwright's own.
# A PostgreSQL for the store's tests: one that is there, else Debian's package; without either those tests are skipped.
set -eu
wanted=""
if [ -z "${CHROMIUM:-}" ] && ! command -v chromium >/dev/null && ! command -v chromium-browser >/dev/null; then
    wanted="chromium fonts-dejavu-core"
fi
if ! command -v initdb >/dev/null && ! ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1; then
    wanted="$wanted postgresql"
fi
[ -z "$wanted" ] && exit 0
if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
    apt-get update -q && apt-get install -y -q --no-install-recommends $wanted && exit 0
fi
case "$wanted" in *chromium*) "$1" -m playwright install chromium ;; esac
