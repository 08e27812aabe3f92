"""The command that reads an invitation: its case as JSON or in words, whatever the file's encoding."""

import json
from pathlib import Path

import pytest
from test_cli import NOW, Capture, door_answer, run, written

INVITATION = Path(__file__).parent / "invitations" / "15-loop-three-sessions-one-moved.ics"


def test_invitation_prints_the_case_as_json(capfdbinary: Capture) -> None:
    """The case and what is unsure in it, without the page's part; it is a case that the plan takes."""
    status, out, err = run(capfdbinary, "invitation", str(INVITATION), "--format", "json", "--now", NOW)
    assert (0, "") == (status, err)
    told = json.loads(out)
    assert ["fields", "unsure", "left_out", "proposed"] == list(told)
    assert door_answer(told["fields"])["problems"] == []


def test_invitation_prints_in_words_what_to_check(capfdbinary: Capture) -> None:
    """A question mark stands before it."""
    status, out, _ = run(capfdbinary, "invitation", str(INVITATION), "--me", "sam.candidate@example.com", "--now", NOW)
    assert 0 == status
    assert "  When: Monday 15 March 2027, 10:00 to 11:45" in out
    assert "? How: not told" in out


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_an_invitation_is_read_in_the_encoding_it_has(encoding: str, capfdbinary: Capture, tmp_path: Path) -> None:
    """Outlook and Windows write others than UTF-8."""
    path = tmp_path / "invitation.ics"
    path.write_bytes(
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20270107T140000Z\nSUMMARY:Gespräch\nEND:VEVENT".encode(encoding)
    )
    assert "Gespräch" in run(capfdbinary, "invitation", str(path), "--now", NOW)[1]


def test_what_is_no_invitation_is_one_sentence(capfdbinary: Capture, tmp_path: Path) -> None:
    """On standard error, with the status of a problem."""
    path = written(tmp_path / "words.txt", "Nothing to see here.")
    status, out, err = run(capfdbinary, "invitation", path, "--now", NOW)
    assert (2, "") == (status, out)
    assert err.startswith("text: No day of an interview was found in this.")
