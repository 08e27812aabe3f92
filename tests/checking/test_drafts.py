"""Drafts as people write them, and the findings they get, span by span."""

import pytest
from stored_drafts import StoredDraft, stored_drafts

from followup.checking import check, guess
from followup.rules.rulebook import defaults, rules

STORED = stored_drafts()


def test_there_are_drafts_enough_to_trust() -> None:
    """At least forty drafts are held against the checker, a third of them with nothing to warn of."""
    assert len(STORED) >= 40
    assert sum(all(level != "warning" for _, level, _, _ in one.findings) for one in STORED) * 3 >= len(STORED)


@pytest.mark.parametrize("stored", STORED, ids=lambda stored: stored.name)
def test_a_draft_gets_exactly_the_findings_expected(stored: StoredDraft) -> None:
    """Nothing is missed, nothing is added, and every span is exact."""
    found = tuple(sorted((one.check, one.level, one.start, one.end) for one in check(stored.draft)))
    assert stored.findings == found


@pytest.mark.parametrize("stored", [one for one in STORED if one.guessed], ids=lambda stored: stored.name)
def test_a_draft_without_a_name_is_guessed(stored: StoredDraft) -> None:
    """What the draft is can be told from its words."""
    assert stored.guessed == guess(stored.draft)


@pytest.mark.parametrize("stored", STORED, ids=lambda stored: stored.name)
def test_a_finding_stands_on_a_rule_and_says_what_to_do(stored: StoredDraft) -> None:
    """Each names a rule that exists, or says that it is our own choice; no sentence has a hole in it."""
    for finding in check(stored.draft):
        assert finding.rule == "ours" or finding.rule in rules() or finding.rule in defaults()
        assert finding.why.endswith((".", "?"))
        assert finding.instead
        assert "{" not in finding.why.replace("“{role}”", "").replace("“{{ detail }}”", "")
        assert 0 <= finding.start <= finding.end <= len(stored.draft.text)
