"""Names Debian's Chromium and how it is started wherever the project drives it: quiet, and without its own errands."""

PATH = "/usr/bin/chromium"
# The same engine without a window around it: it opens a page for half the processor time.
SHELL = "/usr/bin/chromium-headless-shell"
FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()
