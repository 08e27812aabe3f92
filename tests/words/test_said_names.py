"""Names as one says them in a sentence, from what people and calendars write into one field."""

import pytest

from followup.model.language import listed
from followup.words.greeting import first_name, salutation
from followup.words.name_asides import without_asides
from followup.words.said_names import names_listed, people_in


@pytest.mark.parametrize(
    ("field", "said"),
    [
        ("Tom Berg, CTO", "Tom Berg"),
        ("van der Berg, Jan", "Jan van der Berg"),
        ("Tom Berg (he/him)", "Tom Berg"),
        ("Tom Berg, he/him", "Tom Berg"),
        ("Anna-Lena Meyer (sie/ihr)", "Anna-Lena Meyer"),
        ("Jean Dupont il/lui", "Jean Dupont"),
        ("Dana Ruiz [she/they]", "Dana Ruiz"),
        ("DANA RUIZ", "Dana Ruiz"),
        ("dana ruiz", "Dana Ruiz"),
        ("Li Wei / Recruiting", "Li Wei"),
        ("Dana Ruiz | Acme", "Dana Ruiz"),
        ("Dana Ruiz - Acme", "Dana Ruiz"),
        ("Dana Ruiz-Lee", "Dana Ruiz-Lee"),
        ("García Márquez, Gabriel", "Gabriel García Márquez"),
        ("Dr. Priya Shah, PhD", "Dr. Priya Shah"),
        ("Dana, Tom", "Dana and Tom"),
        ("Dana Ruiz, Tom Berg", "Dana Ruiz and Tom Berg"),
        ("the hiring team", "the hiring team"),
        ("Ruiz-san", "Ruiz-san"),
        ("山田 太郎", "山田 太郎"),
    ],
)
def test_a_name_from_one_field_stays_one(field: str, said: str) -> None:
    """Whatever stands beside it, in whatever order and case; two people in one field stay two."""
    assert said == listed(people_in(field))


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("Dr. Priya Shah (she/her)", "Dr. Priya Shah"),
        ("Priya Shah (she/her), Tom Berg (he/him)", "Priya Shah and Tom Berg"),
        ("Ana Lind, Head of Data, Tom Berg, CTO", "Ana Lind and Tom Berg"),
        ("van der Berg, Jan, Tom Lee", "Jan van der Berg and Tom Lee"),
        ("Berg, Jan; Shah, Priya", "Jan Berg and Priya Shah"),
        ("TOM BERG AND ANA LIND", "Tom Berg and Ana Lind"),
        ("priya/tom", "Priya and Tom"),
        ("Dana, Tom, the recruiter", "Dana, Tom and the recruiter"),
        ("Sam Lee, Jr., Tom", "Sam Lee, Jr. and Tom"),
        ("two engineers", "two engineers"),
        ("everyone in the room", "everyone in the room"),
    ],
)
def test_names_typed_together_are_parted_where_people_part(typed: str, said: str) -> None:
    """A job behind a comma is no person; where semicolons part people, a comma turns a name round."""
    assert said == listed(names_listed(typed))


@pytest.mark.parametrize(
    "beside", ["/ Recruiting", "| Acme", "- HR", "– Talent Team", "(she/her)", "she/her", "[Acme]"]
)
@pytest.mark.parametrize("name", ["Dana Ruiz", "Li Wei", "Oluwaseun Adeyemi"])
def test_what_stands_beside_a_name_greets_nobody(name: str, beside: str) -> None:
    """The greeting is that of the name alone."""
    assert name == without_asides(f"{name} {beside}")
    assert first_name(name) == first_name(f"{name} {beside}")
    assert salutation(name, formal=True) == salutation(f"{name} {beside}", formal=True)


@pytest.mark.parametrize("name", ["Acme / HR", "Acme Corp / HR", "Dana / Tom"])
def test_a_house_in_front_of_its_people_is_no_person(name: str) -> None:
    """Nobody is called Acme."""
    assert name == without_asides(name)
