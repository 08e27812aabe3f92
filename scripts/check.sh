#!/usr/bin/env bash
# What can be known in a minute and a half, without a browser and without root: the copy, and beside it the code.
set -euo pipefail
cd "$(dirname "$0")/.."
bin=.venv/bin
export HYPOTHESIS_PROFILE=check FREEZE=0
# What one process has compiled the next finds, wherever the machine says that nobody keeps it.
unset PYTHONDONTWRITEBYTECODE
mkdir -p build

timed() {
    local name=$1 begun=$SECONDS
    shift
    "$@" || { echo "check: $name failed after $((SECONDS - begun)) s" >&2; return 1; }
    printf 'check: %-28s %3d s\n' "$name" $((SECONDS - begun))
}
# What a part prints is shown where it failed.
quiet() {
    local log
    log=$(mktemp)
    "$@" > "$log" 2>&1 || { tail -40 "$log"; return 1; }
}

site() { quiet $bin/python scripts/make_site.py --quick; }
# What a host can change: the rest of tests/site is about our own data, and `make test` runs it.
COPY="html links look letter_pages tool_pages host_letters"
copy() { local name; $bin/pytest $(for name in $COPY; do echo "tests/site/test_$name.py"; done) -n 2 --dist worksteal -m "not browser and not ours"; }
formatted() { $bin/ruff format --check --quiet . && $bin/ruff check --quiet . && $bin/codespell; }
scripts_typed() { typed tsconfig && typed tsconfig.worker; }
# What it found is kept, as mypy and ruff keep it.
typed() { node_modules/.bin/tsc --project "$1.json" --incremental --tsBuildInfoFile "build/$1.tsbuildinfo"; }
# Upstream's data decide what the engine's tests expect: they never fail because a host chose otherwise, or its address.
engine() { FOLLOWUP_DATA=upstream env -u SITE_URL $bin/pytest -m "not browser and not ours" --ignore tests/browser --ignore tests/site -n 2 --dist worksteal; }
# What the copy and the engine's tests are built from.
calendars() { FOLLOWUP_DATA=upstream quiet $bin/python -m followup_site.calendars.calendar_data; }
# None of these needs the copy: they run beside it.
code() {
    timed "the code: format" formatted
    timed "the code: types" quiet $bin/mypy
    timed "the code: scripts' types" scripts_typed
    timed "the code: imports" quiet $bin/lint-imports
}

code & beside=$!
trap 'kill $beside ${proof:-} 2>/dev/null || true' EXIT
timed "the calendars" calendars
timed "the code: the engine" engine & proof=$!
timed "the copy: words" $bin/python -m followup_site.pages.reading
timed "the copy: built" site
timed "the copy: links, looks, words" copy
wait $beside
wait $proof
echo "check: $SECONDS s in all"
