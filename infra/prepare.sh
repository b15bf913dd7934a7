#!/bin/sh
# Installs what the lock file names and builds what has changed: the first step of every command.
# What is already there is not done again, so that a second start stays under five seconds.
set -eu
cd "$(dirname "$0")/.."

if [ ! -f node_modules/.package-lock.json ] || [ package-lock.json -nt node_modules/.package-lock.json ]; then
  echo "Installing packages (about half a minute the first time) …" >&2
  npm ci --no-progress >/tmp/candour-install.$$ 2>&1 || {
    cat /tmp/candour-install.$$ >&2
    rm -f /tmp/candour-install.$$
    echo "The packages could not be installed. Check that npm reaches its registry and that this folder has 1 GB free and can be written, then run the command again." >&2
    exit 1
  }
  rm -f /tmp/candour-install.$$
fi
export TURBO_TELEMETRY_DISABLED=1 DO_NOT_TRACK=1
node_modules/.bin/turbo run build --output-logs=errors-only --log-prefix=none 1>&2
