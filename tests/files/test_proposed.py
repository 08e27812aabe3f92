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
    (
        "Acme | Interview | Associate Manager - Analytics | Sam Candidate",
        "acme",
        ("Acme", "Associate Manager - Analytics"),
    ),
    ("Acme | Data Analyst - Interview | Sam Candidate", "acme", ("Acme", "Data Analyst")),
    ("iOS Architecture (Senior iOS Engineer @ Acme)", "acme", ("Acme", "Senior iOS Engineer")),
    ("Culture chat (Data Analyst at Acme)", "acme", ("Acme", "Data Analyst")),
    ("Technical interview (Hiring Manager)", "acme", ("Acme", "")),
    ("Interview with Ana Bell (Engineering Manager)", "acme", ("Acme", "")),
    ("Trial shift + chat - pastry chef", "acme", ("Acme", "pastry chef")),
    ("Intervju - Testingenjör, Acme AB", "acme", ("Acme AB", "Testingenjör")),
    ("Ken Ishimura and Renata Villalobos", "acme", ("Acme", "")),
    ("Interview Ruby Programmer", "acme", ("Acme", "Ruby Programmer")),
    ("Civil Service Jobs - Interview invitation - 389214 - Policy Adviser (HEO)", "acme", ("Acme", "Policy Adviser")),
    ("Acme Careers - Interview - Netzplanung", "acme", ("Acme", "Netzplanung")),
    ("Paralegal role - interview", "acme", ("Acme", "Paralegal")),
    ("Interview Entwickler:in Backend", "acme", ("Acme", "Entwickler:in Backend")),
    ("Entretien – Chargé·e de mission", "acme", ("Acme", "Chargé·e de mission")),
    ("Interview: Data Analyst · Acme", "acme", ("Acme", "Data Analyst")),
    ("Interview", "brackenmoor-trust", ("Brackenmoor Trust", "")),
    ("Interview", "x-fab", ("X-Fab", "")),
    ("Vorstellungsgespräch Bäckerei Ährengold", "gmail", ("Bäckerei Ährengold", "")),
    ("Interview Hotel Receptionist", "acme", ("Acme", "Hotel Receptionist")),
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
    ("Greetings from Vistara Infosolutions Pvt. Ltd.!!", "Vistara Infosolutions Pvt. Ltd."),
    ("Su candidatura al puesto de Jefe/a de Obra en Construcciones Ribalta, S.A.", "Construcciones Ribalta, S.A."),
    ("Rekrutacja na stanowisko Technik w firmie Nortpol Sp. z o.o.", "Nortpol Sp. z o.o."),
    ("Your interview at Acme as a cook is then.", "Acme"),
    ("My client, Halden & Pryce LLP, would like to see you.\n\nBest,\nJo\nSpire Recruitment Ltd", "Halden & Pryce LLP"),
    ("Bedankt voor je sollicitatie als beleidsmedewerker bij de gemeente Waterdonk.", "gemeente Waterdonk"),
    ("A entrevista será conduzida pela Enf.ª Teresa Sequeira.", ""),
    ("All the best,\nChloé\n\nChloé Marchetti\nTalent Acquisition @ Parcelo", "Parcelo"),
    ("Até lá!\n\nJuliana Prates\nTech Recruiter | Nuvem Clara", "Nuvem Clara"),
    ("Cheers,\nDmitri\n\nDmitri Sokolov | Technical Recruiter | Quarrystone", "Quarrystone"),
    ("Un saludo,\nPaola Treviño\nAtracción de Talento · Fintera", "Fintera"),
    ("À très vite,\nInès\nTalent Manager chez Pépite.io", "Pépite.io"),
    ("Best\nAlastair McKinnon\nPractice Manager\nKerr & Drummond Solicitors, Edinburgh", "Kerr & Drummond Solicitors"),
    ("Best,\nDana Ruiz\nEngineering Manager | Data Platform", ""),
    ("Best,\nDana Ruiz\nRecruitment Assistant\nPeople Services", ""),
    ("Freundliche Grüße aus Wien\nClaudia Wimmer\nRecruiting\nAlpenbau AG", "Alpenbau AG"),
    ("Mit freundlichen Grüßen\ni. A. Petra Nowak\nBau Hölder GmbH & Co. KG", "Bau Hölder GmbH & Co. KG"),
    ("Cordiali saluti,\nRenato Spada\nUfficio Risorse Umane – Molino Castaldi S.p.A.", "Molino Castaldi S.p.A."),
    ("Best wishes,\nCheryl Nakamura\nExecutive Assistant, Optics Institute", "Optics Institute"),
    ("Sent from my iPhone – Bianca (Halcyon Maps)", "Halcyon Maps"),
    ("Best,\nBianca (Head of People)", ""),
    ("Best,\nBianca (She/Her)", ""),
    ("Abraços,\nEquipe de Gente e Gestão - Veredas Tech", "Veredas Tech"),
    ("Viele Grüße\ni. A. Carola Winter\nPersonal\nVerein Sonnenhügel e. V.", "Verein Sonnenhügel e. V."),
    ("Best,\nDana Ruiz\nExecutive Assistant, Data Platform", ""),
    ("Re: Senior Physiotherapist (MSK), Ref 310\nSt Oswin's Hospitals NHS Trust", "St Oswin's Hospitals NHS Trust"),
    ("Re: Researcher (Ref: UR-10492), School of Science, University of Carrowmore", "University of Carrowmore"),
]


@pytest.mark.parametrize(("text", "expected"), COMPANIES)
def test_a_company_is_read_from_sentences_and_signatures(text: str, expected: str) -> None:
    """A person at the desk is none, and an agency writes for another one."""
    assert expected == proposed(f"{DAY}{text}")[0]


ROLES = [
    ("Thanks for applying to the Senior Customer Success Manager role at Acme!", "Senior Customer Success Manager"),
    ("It's for the Engineering Manager, Payments role at Acme.", "Engineering Manager, Payments"),
    ("I'd like to talk about the Office Administrator role.", "Office Administrator"),
    ("The Marketing Operations Manager position has been reopened.", "Marketing Operations Manager"),
    ("It's for the bike mechanic job, 418 Valencia St.", "bike mechanic"),
    ("Thanks for applying for Sales Assistant (Part Time 20hrs).", "Sales Assistant"),
    ("We invite you for the position of 4th Grade Teacher at Dogwood.", "4th Grade Teacher"),
    ("Ihre Bewerbung vom 11.12.2026 als Sachbearbeiterin Einkauf (m/w/d)", "Sachbearbeiterin Einkauf"),
    ("Ihre Bewerbung als Erzieherin – Kennenlernen", "Erzieherin"),
    ("Ihre Bewerbung als Erzieher:in in der Kita", "Erzieher:in"),
    ("Ihre Bewerbung als Sozialpädagog*in bei uns", "Sozialpädagog*in"),
    ("Die Position als Teamleiter Logistik bei der Nord GmbH", "Teamleiter Logistik"),
    ("Votre entrevue pour le poste de technicien en géomatique :", "technicien en géomatique"),
    ("Tu entrevista para la vacante de Analista de Datos Sr en Fintera:", "Analista de Datos Sr"),
    ("A sua candidatura para Enfermeira – Bloco Operatório, gostaríamos", "Enfermeira – Bloco Operatório"),
    ("Il colloquio per la posizione di Responsabile Qualità presso Acme", "Responsabile Qualità"),
    ("Bedankt voor je sollicitatie als beleidsmedewerker sociaal domein bij Acme", "beleidsmedewerker sociaal domein"),
    ("Intervju för tjänsten som Testingenjör på Acme.", "Testingenjör"),
    ("Rekrutacja na stanowisko Specjalista ds. Kadr i Płac w firmie Acme.", "Specjalista ds. Kadr i Płac"),
    ("Re: Band 6 Senior Physiotherapist (MSK), Ref 310-AHP-5521\nDear Sam,", "Band 6 Senior Physiotherapist (MSK)"),
    ("Event Name: Intro call - Growth Marketer", "Growth Marketer"),
    ("Thank you for applying for the above post.", ""),
    ("It's for the same role as before.", ""),
    ("Thanks for applying for Brightwell Health!", ""),
    ("Obrigado pela candidatura para Nuvem Clara.", ""),
    ("Verás tu puesto de trabajo.", ""),
    ("Re: Your interview with us", ""),
    ("Entrevista el jueves 14 de enero de 2027, 1:00 p.m. hora de Colombia", ""),
    ("Best,\nDana Ruiz\nRecruiter", ""),
]


@pytest.mark.parametrize(("text", "expected"), ROLES)
def test_a_role_is_read_from_sentences_of_many_languages(text: str, expected: str) -> None:
    """Whole, with what stands behind a comma or a dash; a company or a place of work is none."""
    assert expected == proposed(f"{DAY}{text}")[1]


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("Interview: 14 January 2027 at 8:30 AM Central Time", ""),
        ("Interview Thursday 14 January 2027 2 pm Eastern", ""),
        ("Rozmowa: czwartek, 14 stycznia 2027, godz. 13:00–14:00", ""),
        ("Entrevista el jueves 14 de enero de 2027 a las 10:00", ""),
        ("Interview Thursday 14 January 2027 14:00 Data Analyst", "Data Analyst"),
    ],
)
def test_what_stands_behind_an_hour_is_no_role(heading: str, expected: str) -> None:
    """The name of a zone and the words for an hour are its own."""
    assert expected == proposed(heading)[1]
