"""What people type where they know no name, double given names, and names in small letters."""

import pytest

from followup.letters.unfit import is_unfit
from followup.words.greeting import first_name, salutation
from followup.words.name_case import unshouted
from followup.words.nobody import is_nobody

UNKNOWN = (
    *("idk", "Idk", "IDK.", "don't know", "I don’t know", "dont know", "I do not know", "can't remember his name"),
    *("the interviewer", "Interviewer", "my", "me", "whoever", "whoever reads this", "someone", "Someone from HR"),
    *("X", "xx", "XXX", "n/a", "unknown", "no idea", "tbc", "?", "--", "[name]", "[Their first name]", "<name>"),
    *("the recruiter", "some guy", "first name", "unbekannt", "keine Ahnung", "inconnu", "no sé", "okänd"),
)
NAMES = (
    *("Noa", "My", "An", "Her", "You", "Man", "Boss", "Nona", "Noor", "Xi", "Ximena", "Idris", "Dona", "Whitney", "No"),
    *("Somebody Jones", "Anya", "Manager Singh", "Mylène", "Ian", "Theo", "Don", "Nobuko", "Forgács Anna"),
)


@pytest.mark.parametrize("typed", UNKNOWN)
def test_what_stands_for_nobody_is_no_name(typed: str):
    """Nobody is greeted by it, and a blank for a name stays open."""
    assert is_nobody(typed)
    assert "Hello" == salutation(typed)
    assert "Dear Ms Ruiz" == salutation(typed, title="Ms", surname="Ruiz")
    assert "Hello" == salutation("", title="Ms", surname=typed)
    assert "" == first_name(typed)
    assert is_unfit(typed, "person")


@pytest.mark.parametrize("name", NAMES)
def test_a_name_that_looks_like_such_a_word_stays_one(name: str):
    """They are borne by people."""
    assert not is_nobody(name)
    assert not is_unfit(name, "person")


@pytest.mark.parametrize("typed", ["everyone", "all", "hiring manager", "the hiring team"])
def test_a_group_is_still_greeted(typed: str):
    """It is somebody, though nobody by name."""
    assert "Hello" != salutation(typed)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("Mary Ann", "Hi Mary Ann"),
        ("Ana María", "Hi Ana María"),
        ("Jean Paul", "Hi Jean Paul"),
        ("jean-paul", "Hi Jean-Paul"),
        ("mary ann", "Hi Mary Ann"),
        ("JUAN CARLOS", "Hi Juan Carlos"),
        ("Ana María López", "Hi Ana María"),
        ("Hans Peter", "Hi Hans Peter"),
        ("Dana Ruiz", "Hi Dana"),
        ("Tom Lee", "Hi Tom"),
        ("Emma Thompson", "Hi Emma"),
        ("Paul Martin", "Hi Paul"),
        ("George Michael", "Hi George"),
        ("Ruiz, Dana", "Hi Dana"),
        ("Dana and Tom", "Hi Dana and Tom"),
    ],
)
def test_a_double_first_name_stays_whole(typed: str, said: str):
    """Where a first name was asked for; a family name behind it is left out as before."""
    assert said == salutation(typed)


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("élodie o'brien-smith", "Élodie O'Brien-Smith"),
        ("ángel", "Ángel"),
        ("østein", "Østein"),
        ("łukasz nowak", "Łukasz Nowak"),
        ("анна", "Анна"),
        ("ÉLODIE", "Élodie"),
        ("maría de la cruz", "María de la Cruz"),
        ("ირაკლი", "ირაკლი"),
        ("محمد", "محمد"),
        ("李小龍", "李小龍"),
        ("Élodie de Vries", "Élodie de Vries"),
        ("seán McCarthy", "seán McCarthy"),
    ],
)
def test_a_name_in_small_letters_gets_its_capitals(typed: str, written: str):
    """In every script that has them; whoever wrote one capital wrote the others as well."""
    assert written == unshouted(typed)


@pytest.mark.parametrize(("typed", "is_open"), [("x", True), ("X", True), ("[detail]", True), ("R", False)])
def test_a_letter_that_keeps_a_place_is_no_detail(typed: str, *, is_open: bool):
    """R is a language, x is none."""
    assert is_open == is_unfit(typed, "about")


@pytest.mark.parametrize(("typed", "is_open"), [("X", False), ("idk", True), ("unknown", True), ("Acme", False)])
def test_a_company_may_be_called_x(typed: str, *, is_open: bool):
    """Where it is not known, the letter does without."""
    assert is_open == is_unfit(typed, "company")
