"""What no source counts is not told as if it were counted: our own reasons name no frequency that nothing bears out."""

import re
from collections.abc import Iterator

from followup.data import table

FREQUENCY = re.compile(
    r"\b(?:most (?:people|firms|interviews|candidates|managers|often|of the time)|more often than|hardly any\w*"
    r"|nearly always|usually|mostly|often|seldom|rarely|as a rule)\b",
    re.IGNORECASE,
)
# What bears each of them out: the voices of Poland, the days that the calendars hold for firms, the durations.
BORNE_OUT = {"T1", "private-works", "propose-pace"}


def told_by_us() -> Iterator[tuple[str, str]]:
    """Each reason, notice and ending that is ours, under its name."""
    for rule in table("rules", "rules.toml")["rule"]:
        if not rule.get("reason_by"):
            yield rule["id"], rule["reason"]
    yield from table("words", "notices.toml").items()
    for id, ending in table("flow.toml")["endings"].items():
        yield id, ending["why"]
    for call in table("words", "calls.toml")["call"]:
        yield call["id"], " ".join(told for told in call.values() if isinstance(told, str))


def test_we_tell_no_frequency_that_nothing_bears_out() -> None:
    """ "Most people forget" is said by nobody who counted."""
    asked = re.compile(r"[^.!?]*\?")
    assert BORNE_OUT == {name for name, told in told_by_us() if FREQUENCY.search(asked.sub("", told))}
