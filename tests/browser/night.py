"""Tells whether the long form is asked for: every page, palette, width and engine."""

import os

# Set by `make nightly`.
EVERY = bool(os.environ.get("EVERY_PAGE"))
