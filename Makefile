# Each target sets up what is missing first; see README.md.
.PHONY: serve check nightly test site twice bench lighthouse shots setup setup-browsers

PYTHON := .venv/bin/python

setup:
	@scripts/setup.sh

setup-browsers:
	@scripts/setup.sh browsers

serve: setup
	@$(PYTHON) scripts/serve.py $(if $(PORT),--port $(PORT))

check: setup
	@scripts/check.sh

nightly: setup-browsers site
	@$(PYTHON) scripts/nightly.py $(SIZES)

site: setup
	@$(PYTHON) scripts/make_site.py

twice: setup
	@$(PYTHON) scripts/twice.py

test: setup-browsers
	@scripts/test.sh

bench: setup-browsers
	@$(PYTHON) scripts/bench.py --build --write-page

lighthouse: setup-browsers site
	@$(PYTHON) scripts/lighthouse.py

shots: setup-browsers site
	@$(PYTHON) scripts/shots.py
