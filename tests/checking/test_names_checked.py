"""What a draft calls the job, held against the case."""

import pytest

from followup.checking import Draft, check


def named(sentence: str) -> list[tuple[str, str]]:
    """What is found wrong with the role in one sentence of a check-in, and on which words."""
    text = f"Hi Dana,\n\n{sentence}\n\nBest wishes,\nSam Lee"
    draft = Draft(text=text, company="Acme", role="Data Analyst", people=("Dana Ruiz",), letter="check-in")
    return [(one.check, text[one.start : one.end]) for one in check(draft) if "role" in one.check]


@pytest.mark.parametrize(
    "sentence",
    [
        "Is there any news on the decision on the Data Analyst role?",
        "Is there any news of the decision on your open Data Analyst role?",
        "You introduced me to your client about the Data Analyst role.",
        "You told me the plans for our Data Analyst position.",
        "I enjoyed the talk about my Data Analyst interview.",
        "The decision about a new Data Analyst position will take time.",
        "Your team behind the Data Analyst role was kind.",
        "We spoke about the advertised full-time Data Analyst job.",
        "We spoke about the data analyst role.",
        "The rest of the role is clear to me.",
        "The work in my Store Manager role was close to it.",
        "Thank you for your time regarding the role.",
    ],
)
def test_words_that_lead_to_the_role_are_no_part_of_it(sentence: str) -> None:
    """The role is called as in the case."""
    assert [] == named(sentence)


@pytest.mark.parametrize(
    ("sentence", "check", "words"),
    [
        ("I think of the decision on the Senior Data Analyst role.", "role-differs", "Senior Data Analyst"),
        ("We spoke about a senior Data Analyst role.", "role-differs", "senior Data Analyst"),
        ("We spoke about the open Junior Data Analyst role.", "role-differs", "Junior Data Analyst"),
        ("I think of your decision on the Data Scientist role.", "other-role", "Data Scientist"),
        ("Your client about the new Store Manager position was kind.", "other-role", "Store Manager"),
        ("We spoke about the role of Store Manager.", "other-role", "Store Manager"),
    ],
)
def test_another_role_is_found_behind_words_that_lead_to_it(sentence: str, check: str, words: str) -> None:
    """And only its own words are marked."""
    assert [(check, words)] == named(sentence)


def called(sentence: str) -> list[str]:
    """What is taken for another company in one sentence of a check-in."""
    text = f"Hi Dana,\n\n{sentence}\n\nBest wishes,\nSam Lee"
    draft = Draft(text=text, company="Acme", role="Data Analyst", people=("Dana Ruiz",), letter="check-in")
    return [text[one.start : one.end] for one in check(draft) if one.check == "other-company"]


@pytest.mark.parametrize(
    ("sentence", "companies"),
    [
        ("I would be glad to join Tom and Priya in spring.", []),
        ("It felt like part of Europe.", []),
        ("Thank you for the interview at Building 7.", []),
        ("Thank you for the interview at Head Office.", []),
        ("I would be glad to join Globex in spring.", ["Globex"]),
        ("I would be glad to join Globex and Tom in spring.", ["Globex and Tom"]),
        ("Thank you for the interview at Globex.", ["Globex"]),
    ],
)
def test_people_and_places_are_no_company(sentence: str, companies: list[str]) -> None:
    """One joins people too, and is interviewed in a building."""
    assert companies == called(sentence)
