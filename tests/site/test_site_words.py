"""The words of the site: each is asked for by code, and code asks for no other."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import followup_site
from followup_site.words.wording import every_text, site_list, site_words

SITE = Path(followup_site.__file__).parent
SCRIPTS = SITE.parents[1] / "scripts"
ROOMS = {path.stem for path in (SITE / "words").glob("*.toml")}
NAME = re.compile(rf"(?:{'|'.join(sorted(ROOMS))})(?:\.[\w{{}}-]+)+")


def asked() -> Iterator[str]:
    """Every name in the code that begins with a file of words, with {} where the code fills something in."""
    for path in (*SITE.rglob("*.py"), *SCRIPTS.glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            text = "".join(map(part, node.values)) if isinstance(node, ast.JoinedStr) else part(node)
            if NAME.fullmatch(text) and not text.endswith((".css", ".json")):
                yield text


def part(node: ast.AST) -> str:
    """A text in the code; {} for what is filled in."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    return "{}" if isinstance(node, ast.FormattedValue) else ""


NAMES = {name for name, _ in every_text()}
ASKED = {one: re.compile(re.escape(one).replace(r"\{\}", r"[\w-]+") + r"(?:\..*)?") for one in asked()}


def test_every_word_is_asked_for() -> None:
    """Words that code no longer says would be mended and translated for nobody."""
    assert set() == {name for name in NAMES if not any(one.fullmatch(name) for one in ASKED.values())}


def test_no_other_word_is_asked_for() -> None:
    """A name misspelt would stop a page only where it says them."""
    assert set() == {one for one, names in ASKED.items() if not any(map(names.fullmatch, NAMES))}


def test_no_sentence_stands_twice() -> None:
    """What two places say is said once; words alone may head two tables, and two figures may measure the same."""
    said = [text for _, text in every_text() if text.count(" ") > 4]
    assert sorted(set(said)) == sorted(said)


def test_words_take_their_facts_and_plurals() -> None:
    """One voice speaks, and two speak."""
    assert "at most 120" == site_words("pages.letters.most", most=120, least=None)
    assert "1 voice speaks of it." == site_words("pages.topics.told", count=1)
    assert "2 voices speak of it." == site_words("pages.topics.told", count=2)
    assert ("Who", "What it says", "Country", "Kind") == site_list("pages.voices.heads")
