"""Which drafts count as written in another language."""

import pytest

from followup.checking.language import FEWEST_WORDS, READ_CHARACTERS, is_foreign

GERMAN = "Vielen Dank für das Gespräch und die Zeit, die Sie sich für mich genommen haben."
ENGLISH = "Thank you for the time you took to show me the depot and the team on Tuesday."


@pytest.mark.parametrize("text", [GERMAN, "Merci pour votre temps et pour la visite de vos bureaux hier."])
def test_a_letter_in_another_language_is_foreign(text: str) -> None:
    """Its small words are another language's, and hardly one is English."""
    assert is_foreign(text.casefold())
    assert not is_foreign(ENGLISH.casefold())


def test_an_english_letter_with_a_foreign_sentence_is_english() -> None:
    """Enough of its small words are English, however many are not."""
    assert not is_foreign(f"{ENGLISH} {ENGLISH} {GERMAN}".casefold())


def test_names_and_figures_alone_are_no_language() -> None:
    """A list of names without one small word is told apart from a letter by its length alone."""
    names = " ".join(["kubernetes", "terraform", "ansible", "postgres", "redis"] * 4)
    assert 20 == len(names.split())
    assert not is_foreign(names)
    assert is_foreign(f"{names} grafana")


def test_one_english_word_in_25_is_enough_where_no_other_language_shows() -> None:
    """Beyond that, what is hardly English is foreign."""
    strange = ["kubernetes", "terraform", "ansible", "postgres", "redis"] * 5
    assert not is_foreign(" ".join(["the", *strange[:24]]))
    assert is_foreign(" ".join(["the", *strange]))


def test_two_foreign_words_make_a_short_text_foreign_and_one_does_not() -> None:
    """Below eight words a single one may be a name; with an English word beside them it is English."""
    assert is_foreign("danke für alles")  # "danke" is nobody's name, "für" no English word
    assert not is_foreign("für elise")
    assert not is_foreign("danke für the tour")
    assert 8 == FEWEST_WORDS


def test_more_foreign_than_english_words_make_a_text_of_eight_words_foreign() -> None:
    """From eight words on the share counts, and no single word decides."""
    assert not is_foreign("danke für alpha beta gamma delta epsilon the")
    assert is_foreign("danke für die alpha beta gamma delta epsilon zeta")


def test_another_script_is_foreign_where_it_is_more_than_half() -> None:
    """Half of the letters is not yet more."""
    assert is_foreign("名名名 ab")
    assert not is_foreign("名名 ab")
    assert not is_foreign("名 abcdef thank you for the time")


def test_the_beginning_of_a_long_text_shows_its_language() -> None:
    """What comes after it is not read."""
    assert not is_foreign((ENGLISH * 100)[:READ_CHARACTERS] + "名" * 20_000)


@pytest.mark.parametrize(
    "text",
    ["hi dana, i wonder where things stand. sam", "we met lee monday; no news yet. sam", "i do per day so, sam lee"],
)
def test_words_that_english_has_too_make_no_letter_foreign(text: str) -> None:
    """Polish, Dutch, Italian and Portuguese have "i", "met", "per", "do" and "no"."""
    assert not is_foreign(text)


def test_from_eight_words_on_one_foreign_word_beside_no_english_one_is_enough() -> None:
    """With seven it may be a name."""
    assert not is_foreign("danke alpha beta gamma delta epsilon zeta")
    assert is_foreign("danke alpha beta gamma delta epsilon zeta eta")


def test_three_english_words_in_twenty_five_are_enough() -> None:
    """Whatever else shows: that is twelve in a hundred."""
    strange = ["danke", "für", "gracias", "merci", *("alpha beta gamma delta epsilon zeta".split() * 3)]
    assert 22 == len(strange)
    assert not is_foreign(" ".join(["the", "and", "with", *strange]))
    assert is_foreign(" ".join(["the", "and", "alpha", *strange]))
