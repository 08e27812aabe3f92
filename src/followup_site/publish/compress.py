"""Packs the files of the built site beside themselves, for hosts that send packed files."""

import gzip
import hashlib
import os
import shutil
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from threading import get_ident

# It brings no types.
import brotli  # type: ignore[import-untyped]

ENDINGS = set(".html .css .js .mjs .json .svg .xml .txt .wasm .zip .whl .webmanifest .ics".split())
# Smaller files fit one packet anyhow.
FROM_BYTES = 1000
# It is for people without a server, and mostly packed already.
NOT_SENT = "open-me.html"
# The highest takes a minute for Python's image, the lower a second.
BEST, QUICK = 11, 5


def compress(site: Path, kept: Path, quality: int = BEST) -> int:
    """Gives the number of files packed; what was packed before is taken from `kept`, a folder named by content."""
    kept.mkdir(parents=True, exist_ok=True)
    files = [path for path in sorted(site.rglob("*")) if _pays(path)]
    # The largest first: nobody waits for it in the end. What packs lets other threads work.
    files.sort(key=lambda path: path.stat().st_size, reverse=True)
    with ThreadPoolExecutor(os.cpu_count()) as packing:
        list(packing.map(lambda path: _pack(path, kept, quality), files))
    return len(files)


def _pays(path: Path) -> bool:
    told = path.is_file() and path.suffix in ENDINGS and path.name != NOT_SENT
    return told and path.stat().st_size >= FROM_BYTES


def _pack(path: Path, kept: Path, quality: int) -> None:
    content = path.read_bytes()
    name = f"{hashlib.sha256(content).hexdigest()[:32]}-{quality}"
    for ending, pack in ((".br", partial(_brotli, quality)), (".gz", _gzip)):
        packed = kept / f"{name}{ending}"
        if not packed.exists():
            # Written aside first: a build that is broken off must not leave half a file under this name.
            half = packed.with_suffix(f"{ending}.{get_ident()}.half")
            half.write_bytes(pack(content))
            half.replace(packed)
        shutil.copyfile(packed, path.with_name(path.name + ending))


def _brotli(quality: int, content: bytes) -> bytes:
    return bytes(brotli.compress(content, quality=quality, lgwin=24))


def _gzip(content: bytes) -> bytes:
    # Without a time of its own the same content always gives the same bytes.
    return gzip.compress(content, compresslevel=9, mtime=0)
