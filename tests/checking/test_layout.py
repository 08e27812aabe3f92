"""A letter taken apart."""

import pytest

from followup.checking import Draft, check
from followup.checking.layout import lay_out

LETTER = "Hi Dana,\n\nThank you for today.\n\nBest regards,\nSam Lee\n555 0100 199\n"


def parts(text: str) -> tuple[str, str, list[str], str]:
    """Gives greeting, name, sentences and closing of a text."""
    layout = lay_out(text)
    spans = (layout.greeting, layout.name, layout.closing)
    greeting, name, closing = (text[start:end] for start, end in spans)
    return greeting, name, [text[start:end] for start, end in layout.sentences], closing.strip()


@pytest.mark.parametrize(
    ("text", "greeting", "name"),
    [
        ("Morning Mr. Shaw. Thanks for the call.", "Morning Mr. Shaw.", "Mr. Shaw"),
        ("Good morning sir. I came in on Monday.", "Good morning sir.", "sir"),
        ("Hey Chef it's Sam from the grill.", "Hey Chef", "Chef"),
        ("Hi it's Sam from the grill.", "", ""),
        ("Morning Thanks for the call.", "", ""),
    ],
)
def test_a_greeting_goes_over_into_the_first_sentence(text: str, greeting: str, name: str) -> None:
    """In texts and in what is said, without a comma; a word that begins a sentence is no name."""
    assert (greeting, name) == parts(text)[:2]


def test_a_letter_has_a_greeting_a_body_and_a_closing() -> None:
    """Each part is found where it stands."""
    assert ("Hi Dana,", "Dana", ["Thank you for today."], "Best regards,\nSam Lee\n555 0100 199") == parts(LETTER)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Dear Ms. O'Brien:", "Ms. O'Brien"),
        ("Hello, Dana,", "Dana"),
        ("Good morning Dana!", "Dana"),
        ("Dana,", "Dana"),
        ("Hi Dana and Tom,", "Dana and Tom"),
        ("Hi all –", "all"),
        ("Dear ,", ""),
        ("Hello,", ""),
        ("hey dana", "dana"),
    ],
)
def test_a_greeting_names_somebody(line: str, name: str) -> None:
    """Or nobody."""
    greeting, named, sentences, _ = parts(f"{line}\n\nThank you for today.\n\nBest,\nSam")
    assert (line, name, ["Thank you for today."]) == (greeting, named, sentences)


def test_a_greeting_may_stand_in_the_first_line_of_the_body() -> None:
    """What follows the comma is a sentence."""
    assert ("Hi Dana,", "Dana", ["thank you for today."], "") == parts("Hi Dana, thank you for today.")


@pytest.mark.parametrize(
    "closing",
    [
        "Best,\nSam",
        "Best, Sam",
        "Thanks again!\nSam Lee",
        "Sam Lee",
        "Kind regards\n\nSam Lee\nsam@example.com",
        "-- \nSam",
    ],
)
def test_a_closing_is_found(closing: str) -> None:
    """With a sign-off, on one line, as a name alone, below two dashes."""
    assert (["Thank you for today."], closing.strip()) == parts(f"Hi Dana,\n\nThank you for today.\n\n{closing}\n")[2:]


@pytest.mark.parametrize("closing", ["Best, Sam", "Best,\nSam", "Kind regards, Sam Lee\n555 0100 199"])
def test_a_closing_may_stand_in_the_last_line_of_the_text(closing: str) -> None:
    """It is a sign-off there too, and no sentence."""
    assert (["Thank you for today."], closing) == parts(f"Hi Dana,\n\nThank you for today. {closing}\n")[2:]


def test_thanks_to_a_name_are_a_sentence() -> None:
    """It ends in a full stop."""
    assert 2 == len(parts("Hi Dana,\n\nIt was a good day. Thank you, Dana.\n\nSam")[2])


def test_thanks_as_a_sentence_are_no_closing() -> None:
    """A sign-off stands on a line of its own."""
    assert ["Thank you for today.", "Thank you, Dana, for all."] == parts(
        "Hi Dana,\n\nThank you for today.\nThank you, Dana, for all.\n\nBest,\nSam"
    )[2]


@pytest.mark.parametrize(
    "quote",
    [
        "On Thu, Jan 7, 2027 at 3:00 PM Dana Ruiz <dana@example.com> wrote:\n> Come again. Bye.",
        "On Thu, Jan 7, 2027 at 3:00 PM Dana Ruiz\n<dana@example.com> wrote:\n> Come again. Bye.",
        "On 7 January 2027, Dana wrote:\nCome again. Bye.",
        "Am 07.01.2027 um 15:00 schrieb Dana Ruiz:\n> Come again.",
        "-----Original Message-----\nCome again. Bye.",
        "---------- Forwarded message ---------\nCome again.",
        "From: Dana Ruiz\nSent: Thursday\nTo: Sam\n\nCome again. Bye.",
        "> Come again. Bye.",
    ],
)
def test_a_quoted_mail_is_not_read(quote: str) -> None:
    """Whichever mail program put it there."""
    assert ["Thank you for today."] == parts(f"{LETTER}\n{quote}\n")[2]


@pytest.mark.parametrize(
    "head",
    [
        "Von: Dana Ruiz <dana@example.com>\nGesendet: Mittwoch, 6. Januar 2027 15:12\nAn: Sam\nBetreff: Gespräch",
        "________________________________\nVon: Dana Ruiz\nGesendet: Mittwoch\nAn: Sam",
        "De : Dana Ruiz\nEnvoyé : mercredi 6 janvier 2027 15:12\nÀ : Sam\nObjet : Entretien",
        "De: Dana Ruiz\nEnviado el: miércoles, 6 de enero de 2027 15:12\nPara: Sam\nAsunto: Entrevista",
        "De: Dana Ruiz\nEnviada em: quarta-feira, 6 de janeiro de 2027 15:12\nPara: Sam",
        "Da: Dana Ruiz\nInviato: mercoledì 6 gennaio 2027 15:12\nA: Sam",
        "Van: Dana Ruiz\nVerzonden: woensdag 6 januari 2027 15:12\nAan: Sam",
        "Från: Dana Ruiz\nSkickat: den 6 januari 2027 15:12\nTill: Sam",
        "差出人: Dana Ruiz\n送信日時: 2027年1月6日 15:12\n宛先: Sam",
        "From: Dana Ruiz <dana@example.com>\nTo: Sam",
        "From: Dana Ruiz\nTo: Sam <sam@example.com>",
        "From: Dana Ruiz\nTo: Sam\nCc: Bo\nSubject: Interview",
        "*From:* Dana Ruiz\n*Sent:* Wednesday, January 6\n*To:* Sam",
        "-----Ursprüngliche Nachricht-----",
        "-------- Message d’origine --------",
        "Den ons 6 jan. 2027 kl 15:12 skrev Dana Ruiz <dana@example.com>:",
        "Den ons. 6. jan. 2027 kl. 15.12 skrev Dana Ruiz:",
        "śr., 6 sty 2027 o 15:12 Dana Ruiz <dana@example.com> napisał(a):",
        "śr., 6 sty 2027 o 15:12 Dana Ruiz\n<dana@example.com> napisał(a):",
        "2027年1月6日(水) 15:12 Dana Ruiz <dana@example.com>:",
        "ср, 6 янв. 2027 г. в 15:12, Dana Ruiz <dana@example.com>:",
        "2027년 1월 6일 (수) 오후 3:12, Dana Ruiz <dana@example.com>님이 작성:",
        "6 Oca 2027 Çar 15:12 tarihinde Dana Ruiz <dana@example.com> şunu yazdı:",
    ],
)
def test_what_somebody_wrote_is_never_judged_as_the_readers(head: str) -> None:
    """Mail programs name the lines above it in the language of their owner."""
    alone = check(Draft(text=LETTER))
    assert alone == check(Draft(text=f"{LETTER}\n{head}\n\nSorry to bother you, [Name], ASAP!!!\n"))


def test_the_lines_on_top_are_those_of_ones_own_mail() -> None:
    """Nobody writes above them, so the letter below is no quote."""
    text = f"Subject: Data Analyst\nFrom: Sam\nTo: Dana\nDate: Friday\n\n{LETTER}"
    assert parts(LETTER)[2] == parts(text)[2]


def test_prose_about_writing_is_no_quote() -> None:
    """Without a date a line is not what a mail program writes."""
    assert 2 == len(parts("Hi Dana,\n\nOn Monday somebody wrote: come again. I came.\n\nBest,\nSam")[2])


@pytest.mark.parametrize("times", ["From: 9:00 on Tuesday\nTo: 12:00 on Tuesday", "Von: 9:00\nAn: 12:00"])
def test_a_list_of_times_is_no_quote(times: str) -> None:
    """It has neither an address nor the day or subject of a mail."""
    assert "I came." in parts(f"Hi Dana,\n\nI am free then.\n\n{times}\n\nI came.\n\nBest,\nSam")[2]


def test_the_subject_may_stand_on_top() -> None:
    """As on the command line, where a draft is one file."""
    text = f"Subject: Re: Data Analyst\nTo: Dana\n\n{LETTER}"
    layout = lay_out(text)
    assert "Re: Data Analyst" == text[slice(*layout.subject)]
    assert "Hi Dana," == text[slice(*layout.greeting)]


def test_spoken_words_all_count() -> None:
    """A voicemail has no greeting and no closing that would be left out."""
    text = "Hello Dana,\n\nthis is Sam.\n\nThank you,\nSam"
    assert text == text[slice(*lay_out(text, spoken=True).body[0])]


HELLOS = (
    "Hola, Bonjour, Bonsoir, Salut, Coucou, Hallo, Hej, Hejsan, Hei, Moin, Servus, Grüß Gott, Gruess Gott, Guten Tag,"
    " Guten Morgen, Guten Abend, Goedemorgen, Goedemiddag, Goedenavond, Goedendag, Goede morgen, Goeden dag, Hoi,"
    " God dag, God morgen, Buenos días, Buenas tardes, Buenas noches, Olá, Ola, Bom dia, Boa tarde, Boa noite, Ciao,"
    " Salve, Buongiorno, Buonasera, Dzień dobry, Cześć, Ahoj, Dobrý den, Shalom, Aloha, Dia duit, Merhaba, Namaste,"
    " Namaskar, Salaam, Selam, Kia ora, Mōrena, Talofa, Jambo, Habari, Dear, Respected, Hi, Hiya, Hello, Hullo, Hey,"
    " Howdy, Alright, Greetings, Yo, Oi, G'day, Attn, Good morning, Afternoon, Good day"
)
DEARS = (
    "Sehr geehrte, Geehrter, Verehrte, Sehr verehrter, Liebe, Lieber, Lieve, Beste, Geachte, Estimado, Estimada,"
    " Estimados, Querido, Queridas, Apreciada, Prezado, Prezada, Caro, Cara, Gentile, Gentilissima, Egregio, Chère,"
    " Kære, Kaere, Kjære, Kära, Käre, Hyvä, Rakas, Szanowny, Szanowna, Drogi, Droga, Vážený, Vážená, Milý, Milá,"
    " Sayın, Stimate, Stimată, Dag"
)


@pytest.mark.parametrize("hello", HELLOS.split(", "))
def test_people_greet_in_their_own_language_above_an_english_letter(hello: str) -> None:
    """With a name behind it, or alone."""
    for line, name in ((f"{hello} Dana,", "Dana"), (f"{hello},", "")):
        greeting, named, sentences, _ = parts(f"{line}\n\nThank you for today.\n\nBest,\nSam")
        assert (line, name, ["Thank you for today."]) == (greeting, named, sentences)


@pytest.mark.parametrize("dear", DEARS.split(", "))
def test_what_says_dear_in_another_language_greets_with_a_name_behind_it(dear: str) -> None:
    """The words of each, and the name apart from them."""
    greeting, name, _, _ = parts(f"{dear} Dana Ruiz,\n\nThank you for today.\n\nBest,\nSam")
    assert (f"{dear} Dana Ruiz,", "Dana Ruiz") == (greeting, name)


@pytest.mark.parametrize("stop", [".", "!", "?"])
def test_thanks_to_a_name_that_end_as_a_sentence_are_one(stop: str) -> None:
    """Without a stop, and with a comma alone, they take leave."""
    assert ["It was good.", f"Thank you, Dana{stop}"] == parts(f"Hi Lee,\n\nIt was good. Thank you, Dana{stop}")[2]
    assert (["It was good."], "Thank you, Dana") == parts("Hi Lee,\n\nIt was good. Thank you, Dana")[2:]
    assert (["It was good."], "Thank you,") == parts("Hi Lee,\n\nIt was good. Thank you,")[2:]


SIGN_OFFS = (
    "Regards, Best regards, Kind regards, Kindest regards, Very best wishes, With good wishes, My best wishes,"
    " All best wishes, Warm regards, Warmest regards, Many thanks, Friendly regards, With gratitude,"
    " With appreciation, Thanks again, Thanks and regards, Thanks and best wishes, Thanks so much, Thanks in advance,"
    " Regards from Leeds, Best, All the best, Sincerely, Yours sincerely, Sincerely yours, Yours, Yours truly,"
    " Yours faithfully, Thank you, And thank you, Thank you again, Thank you so much, Thank you very much,"
    " Thank you in advance, Thx, Cheers, Respectfully, Respectfully yours, Warmly, Cordially, Gratefully, Take care,"
    " Talk soon, Speak soon, Talk to you soon, Until then, See you, See you soon, See you then, Ta, Bye, Thanking you,"
    " Have a good weekend, Enjoy your week, Have a lovely day, Have a nice evening, Enjoy the afternoon,"
    " Enjoy your break, Have an easy holiday, Enjoy the holidays"
)


@pytest.mark.parametrize("words", SIGN_OFFS.split(", "))
def test_people_take_their_leave_in_many_words(words: str) -> None:
    """With a name below them, whatever small letters it has, or in the same line."""
    for closing in (f"{words},\nsam lee of leeds", f"{words}, Sam"):
        assert (["It was good."], closing) == parts(f"Hi Dana,\n\nIt was good.\n\n{closing}")[2:]
