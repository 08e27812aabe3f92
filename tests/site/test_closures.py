"""A host's own days off reach the plans, and those that cannot are refused."""

from datetime import date
from pathlib import Path

import pytest

from followup.dates import closures as engine
from followup.dates.closures import Closure, with_closures
from followup_site.host.closures import closures
from followup_site.host.mistakes import HostMistake

YEARS = range(2026, 2029)
RECORD = '[[closure]]\ncountry = "US"\nsubdivision = "CA"\ndate = 2027-03-29\nname = "Founder\'s Day"\n'


def written(folder: Path, text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Puts a closures.toml into a host's folder."""
    (folder / "closures.toml").write_text(text, encoding="utf-8")
    monkeypatch.setenv("FOLLOWUP_HOST", str(folder))


def test_a_closure_is_a_day_off_where_it_says(monkeypatch: pytest.MonkeyPatch) -> None:
    """In its subdivision alone, beside the holidays that are known already; without one in the whole country."""
    day, other = date(2027, 3, 29), date(2027, 6, 1)
    kept = (
        Closure(country="US", subdivision="CA", date=day, name="Founder's Day"),
        Closure(country="US", date=other, name="Strike"),
    )
    monkeypatch.setattr(engine, "closures", lambda: kept)
    assert {day: ("Founder's Day",), other: ("Strike",)} == with_closures({}, "US", "CA")
    assert {day: ("Easter Monday",), other: ("Strike",)} == with_closures({day: ("Easter Monday",)}, "US", "NY")
    assert {} == with_closures({}, "IE", "")


@pytest.mark.parametrize(
    ("wrong", "right", "line", "may"),
    [
        ('country = "US"', 'country = "XX"', 2, "a code of two letters"),
        ('"CA"', '"ZZ"', 3, "a subdivision of US may be"),
        ("2027-03-29", "2040-03-29", 4, "a day from 2026 to 2028"),
        ("2027-03-29", '"29 March"', 4, "a day like 2027-01-15"),
        ("2027-03-29", "2027-03-29T09:00:00", 4, "a day like 2027-01-15"),
        ("name =", "called =", 5, "of a closure may be country"),
        ("[[closure]]", "[closure]", 1, "may begin with a line [[closure]]"),
        ("[[closure]]", "[[closures]]", 1, "did you mean closure?"),
    ],
)
def test_a_closure_that_cannot_be_used_says_why(
    wrong: str, right: str, line: int, may: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """One sentence with file and line, and what may stand there."""
    written(tmp_path, RECORD, monkeypatch)
    file = closures(YEARS)
    assert file is not None
    assert 1 == len(file.table["closure"])
    written(tmp_path, RECORD.replace(wrong, right), monkeypatch)
    with pytest.raises(HostMistake) as caught:
        closures(YEARS)
    assert f"closures.toml, line {line}: found " in str(caught.value)
    assert may in str(caught.value)
