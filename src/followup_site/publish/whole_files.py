"""Writes what a build makes while something else may read it."""

import os
from pathlib import Path


def write_whole(path: Path, content: str) -> None:
    """Writes a file whole or not at all: a test may read it, or make it too, while the site is built."""
    whole = path.with_name(f"{path.name}.{os.getpid()}")
    whole.write_text(content, encoding="utf-8", newline="\n")
    whole.replace(path)
