"""Months, dates, lists and plurals are those of the Unicode CLDR, but where our words say otherwise and why."""

import tomllib
from datetime import date
from typing import Any

import pytest

from followup import data
from followup.model.language import dated, plural
from followup_site.calendars import language

FRIDAY = date(2027, 1, 8)


def told(locale: str) -> dict[str, Any]:
    """What the engine would be given of that language."""
    return tomllib.loads(language.text(locale))


@pytest.mark.parametrize(
    ("locale", "full", "row"),
    [
        ("de", "Freitag, 8. Januar 2027", "Fr., 8. Jan."),
        ("es", "viernes, 8 de enero de 2027", "vie, 8 ene"),
        ("pl", "piątek, 8 stycznia 2027", "pt., 8 sty"),
        ("en", "Friday, January 8, 2027", "Fri, Jan 8"),
    ],
)
def test_another_language_has_its_own_order_of_words(
    monkeypatch: pytest.MonkeyPatch, locale: str, full: str, row: str
) -> None:
    """A second language is another locale in its folder of words: no pattern of a date stands in Python."""
    monkeypatch.setattr("followup.model.language._language", lambda: told(locale))
    assert (full, row) == (dated("full", FRIDAY), dated("row", FRIDAY))


@pytest.mark.parametrize(
    ("locale", "forms"),
    [
        ("en-GB", "other one other other"),
        ("pl", "many one few many"),
        ("ar", "zero one few many"),
        ("fr", "one one other other"),
    ],
)
def test_a_plural_is_that_of_its_language(monkeypatch: pytest.MonkeyPatch, locale: str, forms: str) -> None:
    """For none, one, three and eleven."""
    monkeypatch.setattr("followup.model.language._language", lambda: told(locale))
    assert forms.split() == [plural(count) for count in (0, 1, 3, 11)]


@pytest.mark.parametrize("locale", ["en-GB", "pl", "ar", "ru", "cy", "de", "lt"])
def test_two_digits_tell_the_plural_of_a_great_number(monkeypatch: pytest.MonkeyPatch, locale: str) -> None:
    """The engine is given two hundred numbers, and CLDR's own rule agrees far beyond them."""
    made = told(locale)
    monkeypatch.setattr("followup.model.language._language", lambda: made)
    rule = language.Locale.parse(locale, sep="-").plural_form
    assert [] == [count for count in range(2500) if rule(count) != plural(count)]


def test_our_own_words_differ_from_what_cldr_says() -> None:
    """What CLDR says too needs no line of ours; `locale` and the numbers in words are not among its tables."""
    ours = data.table("words", data.LANGUAGE)
    made = told(ours["locale"])
    same = [
        f"{name}.{key}"
        for name, words in ours.items()
        for key, said in (words.items() if name in made else ())
        if made[name].get(key) == said
    ]
    assert [] == same


def test_the_build_wrote_the_language_of_our_words() -> None:
    """The file beside the calendars is what Babel says today."""
    assert told(data.table("words", data.LANGUAGE)["locale"]) == data.language()
