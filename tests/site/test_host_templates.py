"""A letter of a host is made of what ours are: anything else is told with its line before a reader meets it."""

import shutil
from pathlib import Path

import pytest

from followup_site.host.letters import own_letters
from followup_site.host.merging import OURS
from followup_site.host.mistakes import ROOT, HostMistake

NAME = "campus-fair.txt.jinja"
EXAMPLE = ROOT / "docs" / "hosts" / "example" / "letters" / NAME
IDS = frozenset({"H1", "O2"})
WRONG = {
    "{{ deetail }}": "did you mean detail?",
    "{{ detail.foo.bar() }}": "only {{ blank }} and {% if blank %}",
    "{{ detail.foo }}": "a blank may be",
    "{{ detail | nofilter }}": "must be whole: No filter named 'nofilter'.",
    "{{ detail | upper }}": "only {{ blank }} and {% if blank %}",
    "{{ 1 / 0 }}": "only {{ blank }} and {% if blank %}",
    "{% include '/etc/passwd' %}": "only {{ blank }} and {% if blank %}",
    "{% for one in range(9) %}x{% endfor %}": "only {{ blank }} and {% if blank %}",
    "{% set detail = 3 %}": "only {{ blank }} and {% if blank %}",
    "{% if detail %}": "must be whole: Unexpected end of template.",
    "{% if detail %}x{% endof %}": "must be whole: Encountered unknown tag 'endof'.",
    "{{ detail }": "must be whole: unexpected '}'.",
}


@pytest.mark.parametrize("line", WRONG)
def test_what_no_letter_of_ours_uses_is_told(line: str, tmp_path: Path) -> None:
    """One sentence, at the line where it stands."""
    text = f"{EXAMPLE.read_text(encoding='utf-8').rstrip()}\n{line}\n"
    (tmp_path / NAME).write_text(text, encoding="utf-8")
    with pytest.raises(HostMistake) as told:
        own_letters(OURS / "letters", tmp_path, IDS, frozenset({"centre"}))
    said = str(told.value)
    assert f"{NAME}, line {len(text.splitlines())}: found " in said
    assert WRONG[line] in said


def test_a_letter_of_ours_can_be_taken_as_it_is(tmp_path: Path) -> None:
    """Whoever copies one to change a word of it finds nothing to mend."""
    copied = OURS / "letters"
    for path in copied.glob("*.txt.jinja"):
        shutil.copyfile(path, tmp_path / path.name)
    every = frozenset(f"{kind}{number}" for kind in "TPRCGKOL" for number in range(1, 100))
    sources = frozenset({"staffing", "primer", "checklist", "resume", "formats", "ours"})
    assert len(own_letters(copied, tmp_path, every, sources)) > 20
