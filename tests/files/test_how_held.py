"""How an interview is held is read from what is said of it, not from how somebody is reached."""

from datetime import date

import pytest

from followup.files.invitation.reading import Invitation, read


def asked(text: str) -> Invitation:
    """What an invitation says."""
    return read(text, "", "America/New_York", date(2027, 1, 8))


HELD = [
    ("You can reach me by phone at 555-0199.", ""),
    ("Thank you for our phone call yesterday.", ""),
    ("Vielen Dank für das Telefonat.", ""),
    ("Merci pour notre entretien téléphonique.", ""),
    ("Telefonisch erreichen Sie mich unter 040 555.", ""),
    ("Best,\nJo Park\nBook a Zoom with me", ""),
    ("In der Speicherstraße 8, Hamburg. Telefonisch erreichen Sie mich unter 040 555.", "onsite"),
    ("Thanks for confirming your phone interview.", "phone"),
    ("Dana will call you by phone. If you have questions, write to me.", "phone"),
    ("It is a video call. You can reach me by phone.", "video"),
    ("At our office. Reach me by phone on the day.", "onsite"),
]


@pytest.mark.parametrize(("text", "expected"), HELD)
def test_how_somebody_is_reached_is_not_how_it_is_held(text: str, expected: str) -> None:
    """Nor what was said on the phone before."""
    (one,) = asked(f"Interview on January 14, 2027 at 3 pm.\n{text}").fields["rounds"]
    assert expected == one.get("format", "")


PLACES = [
    ("Devon Achebe will call +1 555-010-0144", "phone"),
    ("We will call you at 555-010-0144", "phone"),
    ("Tel. 0171 5550199", "phone"),
    ("Candidate's mobile", "phone"),
    ("Frau Otto ruft Sie an", "phone"),
    ("Sur votre portable", "phone"),
    ("WhatsApp", "phone?"),
    ("WhatsApp video call", "video"),
    ("Link to follow", "?"),
    ("Wird noch bekannt gegeben", "?"),
    ("Penrose", "onsite?"),
    ("Conference Room B", "onsite"),
    ("Room 4155550132", "onsite"),
    ("14 Bridge Street, Hexham", "onsite"),
    ("Hauptstraße 5, 10115 Berlin, Tel. 030 5550199", "onsite"),
    ("Oak room, to be confirmed", "onsite?"),
]


@pytest.mark.parametrize(("place", "expected"), PLACES)
def test_words_in_place_of_a_place_are_no_place_for_sure(place: str, expected: str) -> None:
    """Who is called need not come; what may be a place or not is unsure."""
    found = asked(
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20270120T100000\nDTEND:20270120T110000\nSUMMARY:Interview\n"
        f"LOCATION:{place.replace(',', '\\,')}\nEND:VEVENT\nEND:VCALENDAR\n"
    )
    is_unsure = "rounds[0].format" in found.unsure
    assert expected == found.fields["rounds"][0].get("format", "") + "?" * is_unsure
