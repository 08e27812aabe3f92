"""Every way through "What now?" leads to an ending, and nothing stands beside the way."""

import pytest

from followup import letters
from followup.model.case import Case, Interviewer
from followup.model.plan import Action
from followup.model.wording import step_words
from followup.rules import rulebook
from followup.tools.what_now import flow, walking

FLOW = flow.flow()
ENDINGS = tuple(FLOW.endings.values())


def test_every_ending_is_reached():
    """No ending is written for nobody."""
    assert set(FLOW.endings) == {way.at.id for way in walking.paths()}


def test_every_question_is_asked():
    """No question stands where no answer leads."""
    assert set(FLOW.choices) == {choice.id for way in walking.paths() for choice, _ in way.answered}


def test_every_fact_is_asked_by_an_ending():
    """No fact is asked for nothing; the region is asked after a country where it matters."""
    assert set(FLOW.facts) == {fact for end in ENDINGS for fact in end.asks} | {flow.REGION}


def test_what_may_be_so_beside_a_way_is_in_the_words_of_a_case():
    """Its fields are the planner's own, and the answers that say as much are asked somewhere."""
    for one in FLOW.besides.values():
        assert set(one.fields) <= set(Case.__dataclass_fields__)
        assert set(one.person) <= set(Interviewer.__dataclass_fields__)
        assert set(one.instead) <= set(FLOW.choices)


def test_every_action_of_the_plan_has_words():
    """Whatever the planner may tell somebody to do can be said here too."""
    assert set(Action.__value__.__args__) == set(step_words()["actions"])
    assert all({"title", "row", "name"} <= set(words) for words in step_words()["actions"].values())


def test_no_way_is_long():
    """Five questions about where you are are enough for anybody."""
    assert 5 >= max(len(way.answered) for way in walking.paths())


@pytest.mark.parametrize("way", tuple(walking.paths()), ids=lambda way: "-".join(way.answers.values()))
def test_the_answers_of_a_way_lead_down_it_again(way: walking.Way):
    """What the address holds is enough to come back to the same place."""
    assert way == walking.walk(way.answers)


@pytest.mark.parametrize("end", ENDINGS, ids=lambda end: end.id)
def test_an_ending_names_what_exists(end: flow.Ending):
    """Its letter, its rules and the answers that its case needs are all there."""
    assert not end.letter or end.letter in letters.letters()
    assert all(rulebook.record(rule) for rule in end.rules)
    told = {f"@{part.name}" for fact in end.asks for part in FLOW.facts[fact].parts} | {"@now", "@region"}
    assert {text.removesuffix("-") for text in _texts(end.case) if text.startswith("@")} <= told
    assert set(end.case) <= set(Case.__dataclass_fields__)


def test_an_unknown_answer_stops_at_its_question():
    """The walk never guesses."""
    assert "where" == walking.walk({"where": "nowhere"}).at.id


def test_a_fact_without_need_may_be_left_empty_but_must_be_asked():
    """An offer may have no deadline; the question was still put."""
    deadline = FLOW.facts["deadline"]
    assert not deadline.is_told({})
    assert deadline.is_told({"deadline": ""})


def _texts(case: object) -> list[str]:
    if isinstance(case, str):
        return [case]
    inside = case.values() if isinstance(case, dict) else case if isinstance(case, list) else ()
    return [text for one in inside for text in _texts(one)]
