"""The table of every event in every state: what the planner made of it once it makes again."""

import course_table
import pytest

RECORDED = course_table.FILE.read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("state", course_table.SECTIONS)
def test_an_event_in_a_state_leads_where_the_table_says(state: str) -> None:
    """After a change that is meant: scripts/record_course.py, and a look at the difference."""
    assert part(RECORDED, state) == list(course_table.section(state))


def part(table: list[str], state: str) -> list[str]:
    """The lines of one state."""
    begin = table.index(f"== {state}")
    end = next((at for at in range(begin + 1, len(table)) if table[at].startswith("== ")), len(table))
    return table[begin:end]


def test_no_state_is_left_behind() -> None:
    """The file holds the states that are asked for, and no other."""
    assert [f"== {state}" for state in course_table.SECTIONS] == [one for one in RECORDED if one.startswith("== ")]
