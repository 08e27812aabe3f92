"""A host's words stand in place of ours, in sentences, lists and records; what cannot stand there is told."""

import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

from followup_site.host.merging import OURS, SITE_WORDS, merge
from followup_site.host.mistakes import HostMistake
from followup_site.host.trial import with_data
from followup_site.words.wording import FOR_READERS

WORDS = OURS / "words"
CHECK_IN = "[actions.check-in]\n"
CALL = '[[call]]\nid = "check-in"\n'
MISTAKES = {
    "a sentence nobody says": ("steps", CHECK_IN + 'titel = "x"', 2, "did you mean title?"),
    "an unknown blank": ("steps", f'# ours\n{CHECK_IN}title = "{{nobody}}"', 3, "a blank here may be {to}"),
    "a blank torn": ("steps", CHECK_IN + 'title = "Ask {to"', 2, "a brace may only stand around a blank"),
    "a form that no blank has": ("problems", 'characters = "At most {limit:q}"', 1, "a blank here may be {limit}"),
    "no words at all": ("steps", CHECK_IN + 'title = " "', 2, "title may be words"),
    "a number": ("steps", CHECK_IN + "title = 3", 2, "title may be words"),
    "a table for a sentence": ("steps", '[actions.check-in.title]\nx = "y"', 1, "title may be words"),
    "the second of two lines of one name": (
        "questions",
        '[person.name]\nlabel = "Who"\n[person.part]\nlabl = "Part"',
        4,
        "did you mean label?",
    ),
    "what we read, not what we say": ("said_words", "plain = []", 1, "only a sentence"),
    "a call that is none": ("calls", '[[call]]\nid = "chek-in"', 2, "did you mean check-in?"),
    "a call without its id": ("calls", '[[call]]\nwhy = "x"', 1, "id may be check-in"),
    "a word nobody says in a call": ("calls", CALL + 'becaus = "x"', 3, "words here may be about"),
    "a list that is a sentence": ("calls", CALL + 'avoid = "Never."', 3, 'may be a list like ["one", "two"]'),
    "replies without what to say": ("calls", CALL + 'replies = [{ to = "Yes" }]', 3, 'to = "...", say = "..."'),
    "an unknown blank in a call": ("calls", CALL + 'opening = "It is {{ my_nam }}."', 3, "did you mean my_name?"),
    "a branch torn in a call": ("calls", CALL + 'opening = "{% if role %}x"', 3, "must be whole"),
    "a sentence with a blank of another call": ("calls", CALL + 'opening = "{name}"', 3, "none at all"),
    "one table for many": ("calls", '[call]\nid = "check-in"', 1, "may begin with a line [[call]]"),
    "names of two records": ("news_words", '[[rows]]\nkind = "reply"\nwords = "x"', 2, "just one record"),
    "no name of a record": ("closing_words", '[[closings]]\nwords = "x"', 1, "just one record"),
    "a page that is not there": ("guide_pages", '[actions]\ncheck-in = "guide/non"', 2, "a page that is there"),
    "a sentence that no page has": ("pages", '[topics]\nlinc = "x"', 2, "did you mean link?"),
    "an unknown blank of a page": ("pages", '[topics]\nlink = "what {who} says"', 2, "a blank here may be {count}"),
    "a figure where a page has none": ("pages", '[nightly]\nrun = "{day.day:number}"', 2, "a blank here may be"),
    "a head too few": ("pages", '[voices]\nheads = ["Who"]', 2, "a list of 4, for as many columns"),
    "markup": ("pages", '[silence]\nyes = "<b>yes</b>"', 2, "neither < nor &"),
    "the name of a section": ("pages", '[rules.own]\nid = "ours"', 2, "only a sentence"),
    "a moment that is none": ("tools", '[[moments]]\nid = "awaiting"', 2, "did you mean waiting?"),
    "what only a host reads": ("mistakes", '[tags]\nnothing = "none"', 1, "it may be called calendar_file.toml"),
}


def merged(host: Path, name: str, text: str) -> dict[str, Any]:
    """Gives a file of words as the engine reads it, with such a file of a host."""
    (host / "words").mkdir(exist_ok=True)
    (host / "words" / f"{name}.toml").write_text(text, encoding="utf-8")
    return tomllib.loads((merge(host / "followup_host") / "words" / f"{name}.toml").read_text("utf-8"))


@pytest.fixture
def host(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Gives an empty folder that is the host's; what is merged is read here and by no engine."""
    folder = tmp_path / "host"
    folder.mkdir()
    monkeypatch.setenv("FOLLOWUP_HOST", str(folder))
    monkeypatch.setattr("followup_site.host.merging.tried", lambda data, letters: None)
    monkeypatch.setattr("followup_site.host.lying.KNOWN", ("docs", "words", "followup_host", "followup_host_words"))
    return folder


def ours(name: str) -> dict[str, Any]:
    """Gives a file of our words."""
    return tomllib.loads((WORDS / f"{name}.toml").read_text("utf-8"))


def test_one_sentence_is_theirs_and_the_others_stay(host: Path) -> None:
    """A blank of ours may stand in it, or not."""
    found = merged(host, "steps", CHECK_IN + 'title = "Ask now"')
    named = found["actions"]["check-in"]
    assert "Ask now" == named["title"]
    assert ours("steps")["actions"]["check-in"] == named | {"title": "Ask {to} {when} how things stand"}
    assert ours("steps") == found | {"actions": found["actions"] | {"check-in": ours("steps")["actions"]["check-in"]}}


def test_a_call_is_named_by_its_id_and_keeps_what_is_not_told(host: Path) -> None:
    """A sentence, a list and the replies of one call."""
    told = 'why = "They had the time."\navoid = ["Never twice."]\n'
    told += 'replies = [{ to = "A yes", say = "Thank you, {{ my_name }}." }]'
    found = {one["id"]: one for one in merged(host, "calls", CALL + told)["call"]}
    before = {one["id"]: one for one in ours("calls")["call"]}
    said = {
        "why": "They had the time.",
        "avoid": ["Never twice."],
        "replies": [{"to": "A yes", "say": "Thank you, {{ my_name }}."}],
    }
    assert before | {"check-in": before["check-in"] | said} == found


def test_a_record_without_an_id_is_named_by_its_kind_and_outcome(host: Path) -> None:
    """Its names stay, its words are the host's."""
    told = '[[rows]]\nkind = "reply"\noutcome = "task"\nwords = "They gave me homework"'
    changed = [one for one in merged(host, "news_words", told)["rows"] if one not in ours("news_words")["rows"]]
    assert [("They gave me homework", "task")] == [(one["words"], one["outcome"]) for one in changed]


def test_a_step_can_lead_to_a_page_of_the_hosts(host: Path) -> None:
    """And to no page that is not there."""
    (host / "docs" / "guide").mkdir(parents=True)
    (host / "docs" / "guide" / "our-desk.md").touch()
    found = merged(host, "guide_pages", '[actions]\ncheck-in = "guide/our-desk"')
    assert "guide/our-desk" == found["actions"]["check-in"]


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_one_sentence_with_its_line(name: str, host: Path) -> None:
    """File, line, what was found, what may stand there."""
    file, text, line, may = MISTAKES[name]
    with pytest.raises(HostMistake) as caught:
        merged(host, file, text)
    said = str(caught.value)
    assert f"words/{file}.toml, line {line}: found " in said
    assert may in said
    assert "\n" not in said


def said_by_pages(host: Path, text: str, program: str, **environment: str) -> str:
    """Gives what a program that has imported the site's words prints, with such a file of pages.toml of the host's."""
    (host / "words").mkdir(exist_ok=True)
    (host / "words" / "pages.toml").write_text(text, encoding="utf-8")
    assert OURS == merge(host / "followup_host")
    given = with_data(host / "followup_host") | environment
    whole = f"from followup_site.words.wording import site_list, site_words; print({program})"
    return subprocess.run([sys.executable, "-c", whole], env=given, capture_output=True, text=True, check=True).stdout


PAGES = '[silence]\nask = "Ask at our desk"\n[topics]\ntold = { other = "{count} of them speak." }\n'
PAGES += '[voices]\nheads = ["Whose", "Words", "Where", "Sort"]'
SAID = "site_words('pages.silence.ask'), site_words('pages.topics.told', count=2), *site_list('pages.voices.heads')"
SAID += ", site_words('pages.topics.told', count=1)"
THEIRS = "Ask at our desk 2 of them speak. Whose Words Where Sort 1 voice speaks of it.\n"


def test_the_words_of_pages_are_theirs_too(host: Path) -> None:
    """A sentence, a form for a plural and the heads of a table; the rest, and the engine's data, stay ours."""
    assert THEIRS == said_by_pages(host, PAGES, SAID)


def test_upstream_says_its_own_words(host: Path) -> None:
    """Its tests hold whatever a host says."""
    assert "Ask where things stand\n" == said_by_pages(host, PAGES, "site_words('pages.silence.ask')", **UPSTREAM)


UPSTREAM = {"FOLLOWUP_DATA": "upstream"}


def test_words_laid_over_older_ones_are_not_read(host: Path) -> None:
    """After a pull the build speaks before it has laid the host's words over the new ones."""
    said_by_pages(host, PAGES, SAID)
    (host / "followup_host_words" / "laid_over.txt").write_text("older", encoding="utf-8")
    program = "from followup_site.words.wording import site_words; print(site_words('pages.silence.ask'))"
    done = subprocess.run(
        [sys.executable, "-c", program], env=with_data(host / "followup_host"), capture_output=True, text=True
    )
    assert "Ask where things stand\n" == done.stdout, done.stderr


def test_no_two_files_of_words_have_one_name() -> None:
    """A host's file replaces one of the engine's or one of the pages'."""
    assert set() == {path.stem for path in WORDS.glob("*.toml")} & {*FOR_READERS}


@pytest.mark.parametrize("name", FOR_READERS)
def test_all_words_of_our_pages_could_be_a_hosts(name: str, host: Path) -> None:
    """A whole copy of one of these files changes nothing."""
    text = (SITE_WORDS / f"{name}.toml").read_text("utf-8")
    (host / "words").mkdir()
    (host / "words" / f"{name}.toml").write_text(text, encoding="utf-8")
    merge(host / "followup_host")
    written = (host / "followup_host_words" / f"{name}.toml").read_text("utf-8")
    assert tomllib.loads(text) == tomllib.loads(written)


@pytest.mark.parametrize("name", sorted(path.stem for path in WORDS.glob("*.toml")))
def test_all_of_our_own_words_could_be_a_hosts(name: str, host: Path) -> None:
    """A whole copy of one of our files, as a host may begin with, changes nothing."""
    text = (WORDS / f"{name}.toml").read_text("utf-8")
    assert ours(name) == merged(host, name, text)


AMERICAN = ("Thursday, January 7, 2027", "Thu, Jan 7", "Dana, Tom, and Ana", "AM")


def test_another_english_has_its_own_dates_and_lists(
    host: Path, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """The whole way to the engine that reads them: what we say otherwise than our own locale goes with it."""
    (host / "words").mkdir()
    (host / "words" / "language.toml").write_text('locale = "en-US"', encoding="utf-8")
    data = merge(tmp_path_factory.mktemp("merged") / "followup_host")
    program = (
        "from datetime import date; from followup.model.language import dated, half_of_day, listed; "
        "day = date(2027, 1, 7); "
        "print(dated('full', day), dated('row', day), listed(('Dana', 'Tom', 'Ana')), half_of_day(9), sep='|')"
    )
    done = subprocess.run([sys.executable, "-c", program], env=with_data(data), capture_output=True, text=True)
    assert "|".join(AMERICAN) == done.stdout.strip(), done.stderr


def test_a_host_says_otherwise_than_its_own_locale(host: Path) -> None:
    """Its own exceptions stay, and the numbers in words do."""
    told = 'locale = "en-US"\n[dates]\nfull = "{weekday} {month} {day}"'
    found = merged(host, "language", told)
    assert {"full": "{weekday} {month} {day}"} == found["dates"]
    assert ({}, "twelve") == (found["months_short"], found["numbers"]["12"])


@pytest.mark.parametrize("locale", ["de", "en", "en-XX", "en-ZZ", "en_US", "x"])
def test_a_locale_that_is_not_english_is_told(host: Path, locale: str) -> None:
    """Our sentences are English, and a plural or a month of another language would stand in the midst of them."""
    with pytest.raises(HostMistake, match=r"line 2: found .* locale may be an English .* en-US"):
        merged(host, "language", f'\nlocale = "{locale}"')
