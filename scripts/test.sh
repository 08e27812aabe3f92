#!/usr/bin/env bash
# Everything that is checked, from the quick to the slow; stops at the first that fails.
set -euo pipefail
cd "$(dirname "$0")/.."
bin=.venv/bin
# What one process has compiled the next finds, wherever the machine says that nobody keeps it.
unset PYTHONDONTWRITEBYTECODE
# The same commit is tested and built as of the same day, whenever that is done.
export SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$($bin/python -m followup_site.publish.build_date --last-commit)}

say() { printf '\n== %s\n' "$1"; }

# What the site and the engine's tests are built from.
mkdir -p build
FOLLOWUP_DATA=upstream $bin/python -m followup_site.calendars.calendar_data > build/calendars.log 2>&1 & calendars=$!
trap 'kill $calendars ${site:-} ${requests:-} 2>/dev/null || true' EXIT

say "format and lint"
$bin/ruff format --check .
$bin/ruff check .
$bin/codespell

say "reading level"
$bin/python -m followup_site.pages.reading

# The site is made, and its image frozen, on one processor while the engine is proven; what both read is written whole.
# What is sent is packed for a reader's line in minutes, for a test in seconds; what is in it is the same.
say "the site, built strictly beside what follows"
wait $calendars || { cat build/calendars.log; exit 1; }
$bin/python scripts/make_site.py --pack-quickly > build/site.log 2>&1 & site=$!

say "types"
scripts/types.sh
node_modules/.bin/tsc --project tsconfig.json
node_modules/.bin/tsc --project tsconfig.worker.json

say "imports"
$bin/lint-imports

say "the engine and the build, without a browser"
FOLLOWUP_DATA=upstream $bin/pytest -m "not browser" --ignore tests/browser --ignore tests/site -n 2 --dist worksteal --cov --cov-report=term:skip-covered

say "the site"
wait $site || { cat build/site.log; exit 1; }
tail -1 build/site.log

say "what was built, and beside it random requests: the image and CPython"
$bin/python scripts/random_requests.py --count 100 > build/requests.log & requests=$!
$bin/pytest tests/site -n 2 --dist worksteal
wait $requests || { cat build/requests.log; exit 1; }
tail -1 build/requests.log

say "real browsers"
# Two browsers at once can starve each other: what failed is asked once more, alone.
again() {
    # A test that fails now and then is counted, so that it does not stay one.
    local failed
    failed=$($bin/python -c 'import json; print(len(json.load(open(".pytest_cache/v/cache/lastfailed"))))')
    printf '\n== %s browser tests failed and are asked once more, alone\n' "$failed"
    [ "$failed" -le 3 ] || { echo "more than three are no chance"; return 1; }
    $bin/pytest tests/browser --last-failed --last-failed-no-failures none
}
rm -f .pytest_cache/v/cache/lastfailed
$bin/pytest tests/browser -n 2 --dist worksteal || again
