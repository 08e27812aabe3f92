"""The letters' files, read."""

import pytest

from followup import frozen
from followup.checking import draft, kind_of
from followup.words import letter_files
from followup.words.letter_files import LetterFileError, letter_file, letter_ids

KEPT = (letter_files.letter_groups, letter_ids, letter_files.letter_facts, draft.letter_kinds)


@pytest.fixture(autouse=True)
def _forget() -> None:
    """What one test makes of the files says nothing to the next."""
    for kept in KEPT:
        kept.cache_clear()
    frozen.forget()


def _texts(monkeypatch: pytest.MonkeyPatch, **texts: str) -> None:
    monkeypatch.setattr(letter_files, "letter_text", lambda name: texts[name.removesuffix(letter_files.ENDING)])


def test_a_file_is_facts_words_and_a_short_message() -> None:
    """The message stands below the words, after its own line."""
    file = letter_file("no-show")
    assert "reschedule" == file.facts["checked_as"]
    assert file.words.startswith("{% if agency %}")
    assert "missed each other" in file.message
    assert "+++" not in file.words + file.message


def test_a_letter_without_a_message_has_an_empty_one() -> None:
    """A card is never a text."""
    assert "" == letter_file("card-after-rejection").message


@pytest.mark.parametrize("text", ["id = 'x'\nThank you.", "Hello\n+++\nid = 'x'\n+++\nThank you."])
def test_a_file_without_facts_in_front_names_itself(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever adds a letter hears which file is meant."""
    _texts(monkeypatch, mine=text)
    with pytest.raises(LetterFileError, match=r"^mine\.txt\.jinja must begin with its facts"):
        letter_file("mine")


def test_facts_that_are_no_toml_name_the_file_and_the_place(monkeypatch: pytest.MonkeyPatch) -> None:
    """Line and column alone would not tell which of sixty files it is."""
    _texts(monkeypatch, mine="+++\nid = \n+++\nThank you.")
    with pytest.raises(LetterFileError, match=r"^mine\.txt\.jinja: .*line 1"):
        letter_file("mine")


def test_a_file_that_no_group_names_stops_the_build(monkeypatch: pytest.MonkeyPatch) -> None:
    """It would be missing in the gallery, and nobody would know why."""
    first, *others = letter_ids()
    letter_ids.cache_clear()
    monkeypatch.setattr(letter_files, "letter_groups", lambda: ({"letters": others},))
    with pytest.raises(LetterFileError, match=f"^The letter {first} stands in no group"):
        letter_ids()


def test_a_kind_nobody_knows_stops_the_build(monkeypatch: pytest.MonkeyPatch) -> None:
    """The letter's name and the kinds there are stand in the message."""
    monkeypatch.setattr(draft, "letter_ids", lambda: ("mine",))
    monkeypatch.setattr(draft, "letter_facts", lambda _: {})
    with pytest.raises(LetterFileError, match=r"^The letter mine is checked_as “”; there are: accept, "):
        kind_of("mine")
