"""Packs the files of the built site beside themselves, for hosts that send packed files."""

import gzip
import hashlib
import shutil
from pathlib import Path

# It brings no types.
import brotli  # type: ignore[import-untyped]

ENDINGS = {".html", ".css", ".js", ".json", ".svg", ".xml", ".txt", ".wasm", ".zip", ".webmanifest", ".ics"}
# Smaller files fit one packet anyhow.
FROM_BYTES = 1000


def compress(site: Path, kept: Path) -> int:
    """Gives the number of files packed; what was packed before is taken from `kept`, a folder named by content."""
    kept.mkdir(parents=True, exist_ok=True)
    files = [path for path in sorted(site.rglob("*")) if _pays(path)]
    for path in files:
        _pack(path, kept)
    return len(files)


def _pays(path: Path) -> bool:
    return path.is_file() and path.suffix in ENDINGS and path.stat().st_size >= FROM_BYTES


def _pack(path: Path, kept: Path) -> None:
    content = path.read_bytes()
    name = hashlib.sha256(content).hexdigest()[:32]
    for ending, pack in ((".br", _brotli), (".gz", _gzip)):
        packed = kept / f"{name}{ending}"
        if not packed.exists():
            packed.write_bytes(pack(content))
        shutil.copyfile(packed, path.with_name(path.name + ending))


def _brotli(content: bytes) -> bytes:
    return bytes(brotli.compress(content, quality=11, lgwin=24))


def _gzip(content: bytes) -> bytes:
    # Without a time of its own the same content always gives the same bytes.
    return gzip.compress(content, compresslevel=9, mtime=0)
