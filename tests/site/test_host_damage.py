"""Every line of a host's folder, damaged in many ways: it can be used, or one sentence says what is wrong."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from strides import stride

from followup_site.host.colours import check_contrast
from followup_site.host.merging import read_folder
from followup_site.host.mistakes import ROOT, HostMistake
from followup_site.host.pages import own_pages

EXAMPLE = ROOT / "docs" / "hosts" / "example"
FILES = sorted(path.relative_to(EXAMPLE).as_posix() for path in EXAMPLE.rglob("*") if path.suffix != ".svg")
FILES = [name for name in FILES if (EXAMPLE / name).is_file()]
STRIDE = stride(check=7, test=3)
SENTENCE = re.compile(r"\S+, line [1-9]\d*: found .+; .+\.")


def damages(text: str) -> Iterator[tuple[int, bytes]]:
    """Gives a file with one line damaged: gone, twice, torn, misspelt, of another kind, or no text at all."""
    lines = text.split("\n")
    for at, line in enumerate(lines):
        if not line.strip() or line.startswith("#"):
            continue
        key, equals, value = line.partition("=")
        made = {"", f"{line}\n{line}", line[: len(line) // 2], f"x{line}", line.replace('"', "", 1), f"{line} x"}
        if equals:
            made |= {f"{key}= {other}" for other in ("3", '"x"', "[]", "true", "{}", "[1]", "-1", "09:00:00", "1e400")}
            made |= {f"{key}x = {value}", f"{key}= [{value}]", key, f'{key}= ""', f"{key}= [[{value}]]"}
        if line.startswith("["):
            made |= {line.replace("[", "").replace("]", ""), f"[{line}]", line.replace("]", ".x]", 1), line[1:-1]}
        for other in sorted(made - {line}):
            yield at + 1, "\n".join([*lines[:at], other, *lines[at + 1 :]]).encode()
        yield at + 1, "\n".join(lines[:at]).encode()
        yield at + 1, "\n".join([*lines[:at], "\udcff", *lines[at:]]).encode("utf-8", "surrogateescape")


@pytest.mark.parametrize("name", FILES)
def test_damage_is_told_in_one_sentence(name: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """File, line, what was found and what may stand there; never an exception of another kind."""
    host = tmp_path / "host"
    shutil.copytree(EXAMPLE, host)
    monkeypatch.setenv("FOLLOWUP_HOST", str(host))
    told = 0
    for line, text in [*damages((EXAMPLE / name).read_text(encoding="utf-8"))][::STRIDE]:
        (host / name).write_bytes(text)
        said = told_of(host)
        assert not said or SENTENCE.fullmatch(said), (line, text[:200], said)
        told += bool(said)
    assert told


def told_of(host: Path) -> str:
    """Gives what is said of a host's folder, nothing where it can be used."""
    try:
        check_contrast(read_folder().settings.colours)
        own_pages(host / "docs")
    except HostMistake as mistake:
        return str(mistake)
    return ""
