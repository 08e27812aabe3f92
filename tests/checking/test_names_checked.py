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


PEOPLE = ("Dana Ruiz", "Lee Park", "Ana Silva")


def misnamed(sentence: str, greeted: str = "Dana") -> list[tuple[str, str]]:
    """What is found wrong with the names in one sentence of a thank-you, and on which words."""
    text = f"Hi {greeted},\n\nThank you for the tour yesterday. {sentence}\n\nBest,\nSam Oduya"
    draft = Draft(text=text, company="Harborview Labs", role="Data Analyst", people=PEOPLE, letter="thank-you")
    return [
        (one.check, text[one.start : one.end]) for one in check(draft) if "name" in one.check or "greeted" in one.check
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Please thank Dina at reception.",
        "I liked the corner that Diana from the lab gave us.",
        "I liked the corner that Dina from accounts gave us.",
        "Your colleague Dina was kind as well.",
        "It was kind of Dina, who let us in.",
        "We had tea with Dina, the cook.",
        "I loved what Diana said of the forecasts.",
        "Lee was kind, and so was Leo.",
        "It was good to see Leo at reception.",
        "It was good to talk to your colleague Leo.",
        "It was good to talk to Lee Park.",
        "It was good to talk to Lee Park's team.",
        "It was good to see the Parks and the lanes.",
        "It was good to talk to Ana and Lee.",
    ],
)
def test_a_name_close_to_one_of_the_case_may_be_somebody_elses(sentence: str) -> None:
    """By the place they are at, by how they are introduced, or as the letter names both."""
    assert misnamed(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "greeted", "expected"),
    [
        ("As I told Diana at the interview, I know the desk.", "Ana", [("misspelt-name", "Diana")]),
        ("As I told Daan, I know the desk.", "Dana", [("misspelt-name", "Daan")]),
        ("As I told Ms Riuz, I know the desk.", "Lee", [("misspelt-name", "Riuz")]),
        ("The tour with Lee Parks was good.", "Dana", [("misspelt-name", "Parks")]),
        ("The tour with Lee Prak was good.", "Dana", [("misspelt-name", "Prak")]),
        ("The desk is a wonder, and Leo was kind.", "Dana", [("close-name", "Leo")]),
        ("I liked the way of Harbourview Labs.", "Dana", [("misspelt-name", "Harbourview")]),
        ("I saw a poster of Harbourview in the lab.", "Dana", [("misspelt-name", "Harbourview")]),
    ],
)
def test_a_slip_in_a_name_is_found(sentence: str, greeted: str, expected: list[tuple[str, str]]) -> None:
    """A short one is asked after; a company has no places of its own to be at."""
    assert misnamed(sentence, greeted) == expected


@pytest.mark.parametrize(
    ("greeted", "checks"),
    [
        ("Harborview Labs", ["nobody-greeted"]),
        ("Harborview", ["nobody-greeted"]),
        ("Harbourview Labs team", ["nobody-greeted"]),
        ("Labs Ruiz", ["other-name"]),
    ],
)
def test_a_greeted_company_is_told_once(greeted: str, checks: list[str]) -> None:
    """It is nobody; a name beside it is somebody's."""
    assert [check for check, _ in misnamed("The desk is a wonder.", greeted)] == checks
