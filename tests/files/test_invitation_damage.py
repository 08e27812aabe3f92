"""Whatever is handed over as an invitation gives a reading or one sentence, soon."""

import json
import random
import time
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import icalendar
import pytest

from followup import door, forms
from followup.case import check
from followup.cli.reading import any_text
from followup.files.invitation import read
from followup.model.case import Case

FOLDER = Path(__file__).parents[1] / "invitations"
SAMPLES = sorted(path for path in FOLDER.iterdir() if path.is_file() and path.suffix != ".json")
TOLD = json.loads((FOLDER / "more" / "expected.json").read_text(encoding="utf-8"))
MORE = sorted(FOLDER / "more" / name for name, told in TOLD.items() if told["rounds"])
NO_INVITATIONS = sorted(FOLDER / "more" / name for name, told in TOLD.items() if not told["rounds"])
OTHERS = sorted(Path(icalendar.__file__).parent.rglob("*.ics"))
TODAY = date(2027, 1, 4)


def variants(count: int, samples: Sequence[Path], seed: int) -> Iterator[str]:
    """So many damaged samples: cut off, lines dropped, doubled, in another order, and signs replaced."""
    chance = random.Random(seed)
    for _ in range(count):
        text = any_text(str(chance.choice(samples)))
        for _ in range(chance.randint(1, 4)):
            text = chance.choice((cut, drop, double, damage, swap))(text, chance)
        yield text


def cut(text: str, chance: random.Random) -> str:
    """The beginning or the end alone."""
    at = chance.randrange(len(text) + 1)
    return text[:at] if chance.random() < 0.7 else text[at:]


def drop(text: str, chance: random.Random) -> str:
    """Without some lines."""
    return "\n".join(line for line in text.splitlines() if chance.random() < 0.85)


def double(text: str, chance: random.Random) -> str:
    """With some lines twice."""
    return "\n".join(line for line in text.splitlines() for _ in range(1 + (chance.random() < 0.15)))


def swap(text: str, chance: random.Random) -> str:
    """With two lines in each other's place."""
    lines = text.splitlines()
    if len(lines) > 1:
        one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
        lines[one], lines[other] = lines[other], lines[one]
    return "\r\n".join(lines)


def damage(text: str, chance: random.Random) -> str:
    """With some signs replaced by others that mean something."""
    signs = list(text)
    for _ in range(chance.randint(1, 12)):
        if signs:
            signs[chance.randrange(len(signs))] = chance.choice('\0;:=,"\\\n\ufeff\ud800TZ9éß<&(\u2028 ')
    return "".join(signs)


def judge(text: str) -> bool:
    """Tells whether it was read; a reading is a case that the planner takes, anything else one sentence."""
    found = read(text, "", "", TODAY)
    if found.wrong:
        assert not found.fields
        assert "\n" not in found.wrong
        return False
    reading = forms.read(Case, found.fields)
    # A zone that nobody told is the one thing that the planner has to ask.
    assert {"zone"} >= {problem.field.rpartition(".")[2] for problem in reading.problems}
    order = [one for one in check.problems(reading.values, NOW) if "from" not in one.message]
    assert [] == order
    assert "http" not in json.dumps(found.fields)
    return True


NOW = forms.moment("2027-01-04T09:00:00Z", door.NOW) or pytest.fail("no moment")


@pytest.mark.ours
def test_a_thousand_damaged_invitations() -> None:
    """None of them raises, and most can still be read."""
    assert 600 < sum(judge(text) for text in variants(1000, SAMPLES, 17))


@pytest.mark.ours
def test_a_thousand_damaged_invitations_of_more_kinds() -> None:
    """Emails, their words and the calendars of applicant systems too."""
    assert 600 < sum(judge(text) for text in variants(1000, MORE, 18))


def test_three_hundred_damaged_emails_that_invite_to_nothing() -> None:
    """Some read as an interview once the words that told otherwise are gone; none raises."""
    assert 100 > sum(judge(text) for text in variants(300, NO_INVITATIONS, 19))


@pytest.mark.parametrize("path", OTHERS, ids=lambda path: path.stem[:40])
def test_every_calendar_of_another_library(path: Path) -> None:
    """The calendars that icalendar is tested with: broken, recurring, without events, of every kind."""
    judge(path.read_bytes().decode("utf-8", "replace"))


def test_a_calendar_of_many_days_is_refused_in_a_sentence() -> None:
    """It is somebody's whole calendar, and not an invitation."""
    event = "BEGIN:VEVENT\nDTSTART:202701{:02}T100000Z\nEND:VEVENT\n"
    text = "BEGIN:VCALENDAR\n" + "".join(event.format(day) for day in range(1, 29)) + "END:VCALENDAR\n"
    assert (
        "This calendar has 28 days. Choose the file of one invitation, with up to 20" == read(text, "", "", TODAY).wrong
    )


HOSTILE = {
    "quotes": "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART" + ';A="' * 300_000,
    "parameters": "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART" + ";A=B" * 300_000,
    "folds": "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:" + "a\n " * 500_000,
    "events": "BEGIN:VCALENDAR\n" + "BEGIN:VEVENT\nDTSTART:20270101T100000Z\nEND:VEVENT\n" * 30_000,
    "brackets": "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20270101T100000Z\nDESCRIPTION:" + "<(" * 900_000,
    "title": "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20270101T100000Z\nSUMMARY:" + " - @ (" * 300_000,
    "people": "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20270101T100000Z\n"
    + "ATTENDEE;CN=A B:mailto:a@b.example\n" * 40_000,
    "names": "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20270101T100000Z\nDESCRIPTION:" + "with Ana Bee\\, " * 100_000,
    "parts": "Content-Type: multipart/mixed; boundary=b\nMIME-Version: 1.0\n\n" + "--b\n\nHello\n" * 100_000,
    "blanks": " " * 1_900_000,
    "digits": "7 January " + "1" * 1_900_000,
    "days": "on 7 January 2027 at 2 pm " * 70_000,
    "header": "MIME-Version: 1.0\nSubject: " + "=?utf-8?q?" * 180_000,
}


@pytest.mark.ours
@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_takes_bounded_time(name: str) -> None:
    """Two million characters made to be slow take seconds at most."""
    start = time.process_time()
    judge(HOSTILE[name])
    assert time.process_time() - start < 6


def test_a_file_that_is_too_large_is_refused_in_a_sentence() -> None:
    """Nobody's browser shall work for a minute on a film."""
    request = {"tool": "invitation", "now": "2027-01-04T09:00:00Z", "fields": {"text": "x" * 2_000_001}}
    problems = json.loads(door.answer(json.dumps(request)))["problems"]
    assert ["Choose the file of the invitation, or paste its text; this one is too large to be one"] == [
        problem["message"] for problem in problems
    ]


def test_an_address_with_a_sign_that_no_text_holds_is_left_out():
    """Half of a pair of UTF-16 is no character; the person stays."""
    text = next(one for one in SAMPLES if one.name.startswith("04")).read_bytes().decode("utf-8")
    broken = text.replace("@", "\ud800@")
    assert judge(broken)
    assert "ud800" not in json.dumps(read(broken, "", "", TODAY).fields)
