"""The company and the role that an invitation proposes are those that it names, or nothing."""

from datetime import date

import pytest

from followup.files.invitation.reading import read

DAY = "Interview on Thursday, January 14, 2027, 2:00 PM - 3:00 PM ET on Zoom.\n"
ME = "sam.candidate@example.com"


def proposed(text: str) -> tuple[str, str]:
    """Company and role."""
    found = read(text, ME, "America/New_York", date(2027, 1, 8)).proposed
    return found.company, found.role


def calendar(title: str, host: str) -> str:
    """A calendar file with that title, from somebody at that host."""
    return (
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20270120T100000\nDTEND:20270120T110000\n"
        f"ORGANIZER;CN=Kim Vale:mailto:kim@{host}.example\nATTENDEE;CN=Ana Bell:mailto:ana@{host}.example\n"
        f"ATTENDEE;CN=Sam Candidate:mailto:{ME}\nSUMMARY:{title}\nEND:VEVENT\nEND:VCALENDAR\n"
    )


TITLES = [
    ("Tidewater Mutual - Interview Confirmation - Underwriter II", "tidewater", ("Tidewater Mutual", "Underwriter II")),
    ("Granite Peak Outfitters: Interview Confirmation", "granite", ("Granite Peak Outfitters", "")),
    ("Interview with Granite Peak Outfitters", "granite", ("Granite Peak Outfitters", "")),
    ("Entretien technique – Sam CANDIDATE / Atelier Vauban", "vauban", ("Atelier Vauban", "")),
    ("Technical Interview - Gameplay Programmer - Boréal Games", "boreal", ("Boréal Games", "Gameplay Programmer")),
    ("Acme Data Analyst Interview", "acme", ("Acme", "Data Analyst")),
    ("Interview Controller, Granite", "granite", ("Granite", "Controller")),
    ("Acme Interview: Coding (Ana Bell)", "acme", ("Acme", "")),
    ("Acme Interview - System Design", "acme", ("Acme", "")),
    ("Interview Loop - Sam C. - Data Analyst - Acme", "acme", ("Acme", "Data Analyst")),
    ("Interview Data Analyst w/ Ana Bell", "acme", ("Acme", "Data Analyst")),
    ("Zugesagt: Vorstellungsgespräch Netzplanung", "acme", ("Acme", "Netzplanung")),
    ("Angenommen: Interview Controls Engineer", "acme", ("Acme", "Controls Engineer")),
    ("Mit Vorbehalt: Interview", "acme", ("Acme", "")),
    ("Aceptada: Entrevista Analista de Datos", "acme", ("Acme", "Analista de Datos")),
    ("Accepté : Entretien", "acme", ("Acme", "")),
    ("Accettato: Colloquio", "acme", ("Acme", "")),
    ("Aceito: Entrevista", "acme", ("Acme", "")),
    ("Geaccepteerd: Gesprek", "acme", ("Acme", "")),
    ("Accepterat: Intervju", "acme", ("Acme", "")),
]


@pytest.mark.parametrize(("title", "host", "expected"), TITLES)
def test_a_title_names_the_whole_company_and_only_a_role(title: str, host: str, expected: tuple[str, str]) -> None:
    """A host is often one word of the name; what a calendar or a session says is no role."""
    assert expected == proposed(calendar(title, host))


COMPANIES = [
    ("Melden Sie sich am Empfang bei Frau Brandt.", ""),
    ("Bitte melden Sie sich bei Herrn Dr. Yilmaz.", ""),
    ("Présentez-vous chez Mme Dubois au 2e étage.", ""),
    ("Wenden Sie sich bei Rückfragen an uns.", ""),
    ("Your interview at St. Brendan's Hospital starts then.", "St. Brendan's Hospital"),
    ("Thank you for your interest in working with Copper Canyon.", "Copper Canyon"),
    ("It's for the Planner post at Severn Hydro.\n\nBest,\nJo\nConsultant | Marlow Recruitment", "Severn Hydro"),
    ("Best,\nKayla Jensen\nRecruiter at Bluestem Foods", "Bluestem Foods"),
    ("Best,\nKayla Jensen\nTalent Acquisition, Bluestem Foods", "Bluestem Foods"),
    ("Best,\nInes at Lumen Ledger", "Lumen Ledger"),
    ("Thank you,\nCopper Basin Health Talent Acquisition", "Copper Basin Health"),
    ("Mit freundlichen Grüßen\ni. A. Sabine Otto\nPersonal\nNordlicht Energie GmbH", "Nordlicht Energie GmbH"),
    ("Vänliga hälsningar\nLinnéa Sjö\nHR-partner, Fjällnära AB", "Fjällnära AB"),
    ("Abraços,\nThaís Nogueira\nPeople | Rede Mirante", "Rede Mirante"),
    ("Best,\nDana Ruiz\nEngineering Manager, Data Platform", ""),
    ("Best,\nKim Lee\nTalent Partner, Marlow Search", ""),
    ("Kind regards,\nOffice Manager", ""),
]


@pytest.mark.parametrize(("text", "expected"), COMPANIES)
def test_a_company_is_read_from_sentences_and_signatures(text: str, expected: str) -> None:
    """A person at the desk is none, and an agency writes for another one."""
    assert expected == proposed(f"{DAY}{text}")[0]
