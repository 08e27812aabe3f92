"""Names Debian's Chromium and how it is started wherever the project drives it: quiet, and without its own errands."""

PATH = "/usr/bin/chromium"
FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()
