#!/bin/sh
# Installs what the lock file names and builds what has changed: the first step of every command.
# What is already there is not done again, so that a second start stays under five seconds.
set -eu
cd "$(dirname "$0")/.."

log=$(mktemp)
trap 'rm -f "$log"' EXIT
quietly() { # sentence for a failure, then the command; what it says is shown only where it fails
  sentence=$1
  shift
  "$@" >"$log" 2>&1 || {
    cat "$log" >&2
    printf '\n%s\n' "$sentence" >&2
    exit 1
  }
}

if [ ! -f node_modules/.package-lock.json ] || [ package-lock.json -nt node_modules/.package-lock.json ]; then
  echo "Installing packages (about half a minute the first time) …" >&2
  quietly "The packages could not be installed. Check that npm reaches its registry and that this folder can be written and has 1 GB free, then run the command again." \
    npm ci --no-progress
  # npm leaves the lock file's own time on its copy; this marks the copy as the newer.
  touch node_modules/.package-lock.json
fi
[ -f apps/operator/dist/main.js ] || echo "Building …" >&2
export TURBO_TELEMETRY_DISABLED=1 DO_NOT_TRACK=1
quietly "The build failed. What it said stands above; run it again with: npm run build" \
  node_modules/.bin/turbo run build --output-logs=errors-only
