#!/usr/bin/env bash
# The long tests, with what only they need: other libraries' calendars and those of stock exchanges.
set -euo pipefail
cd "$(dirname "$0")/.."
export SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(.venv/bin/python -m followup_site.publish.build_date --last-commit)}

# A folder of its own, so that the daily environment stays as its list says.
uv=$(command -v uv || echo build/uv/bin/uv)
"$uv" pip install --quiet --no-build --no-deps --require-hashes --target build/nightly --python .venv/bin/python -r requirements-nightly.txt
npm ci --ignore-scripts --silent --prefix tests/compare
PYTHONPATH=build/nightly .venv/bin/pytest -m nightly "$@"
