#!/usr/bin/env bash
# What can be known in a minute, without a browser and without root: first the copy, then the code.
set -euo pipefail
cd "$(dirname "$0")/.."
bin=.venv/bin
# Upstream's data decide what the engine's tests expect.
export HYPOTHESIS_PROFILE=check FREEZE=0

timed() {
    local name=$1 begun=$SECONDS
    shift
    "$@" || { echo "check: $name failed after $((SECONDS - begun)) s" >&2; exit 1; }
    printf 'check: %-28s %3d s\n' "$name" $((SECONDS - begun))
}

site() { $bin/python scripts/make_site.py --quick > build/check.log 2>&1 || { tail -20 build/check.log; return 1; }; }
# What a host can change: the rest of tests/site is about our own data, and `make test` runs it.
COPY="links html guide look policy truth hostile_text letter_pages tool_pages forms web_manifest
    closures host_settings host_rules host_damage host_letters"
copy() { local name; $bin/pytest $(for name in $COPY; do echo "tests/site/test_$name.py"; done) -n 2 -m "not browser and not ours"; }
scripts_typed() { node_modules/.bin/tsc --project tsconfig.json && node_modules/.bin/tsc --project tsconfig.worker.json; }
formatted() { $bin/ruff format --check --quiet . && $bin/ruff check --quiet . && $bin/codespell; }
imports() { $bin/lint-imports > build/check.log 2>&1 || { cat build/check.log; return 1; }; }
engine() { FOLLOWUP_DATA=upstream $bin/pytest -m "not browser" --ignore tests/browser --ignore tests/site -n 2; }

mkdir -p build
timed "the copy: words" $bin/python -m followup_site.pages.reading
timed "the copy: built" site
timed "the copy: links, looks, words" copy
timed "the code: format" formatted
timed "the code: types" scripts/types.sh
timed "the code: scripts' types" scripts_typed
timed "the code: imports" imports
timed "the code: the engine" engine
echo "check: $SECONDS s in all"
