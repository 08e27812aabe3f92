#!/usr/bin/env bash
# Checks the types of the engine, the site and the tests; the tests folder by folder, for two may hold files of one name.
set -euo pipefail
cd "$(dirname "$0")/.."
mypy=.venv/bin/mypy

$mypy
check() { $mypy --config-file mypy-tests.ini "$@"; }

check tests/[a-bd-z]*.py tests/cases.py
check tests/browser
check tests/site
check tests/{case,checking,compare,dates,files,forms,letters,places,planning,render,rules,tools,words} packages/pyfreeze/tests
