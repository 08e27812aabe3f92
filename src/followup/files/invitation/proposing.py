"""What the words of an email propose as title, role and company."""

import re
from collections.abc import Iterator

from followup.files.invitation import job, labels, role_said
from followup.files.invitation.firms import FORM
from followup.files.invitation.greeted import GREETING
from followup.files.invitation.heads import CHAT
from followup.files.invitation.people import Attendee, is_person_name
from followup.files.invitation.person_signs import has_sign, is_company
from followup.files.invitation.role_words import says_role
from followup.files.invitation.same_person import is_same
from followup.files.invitation.signed_for import lines_of_house, signed_for
from followup.files.invitation.title_role import role_of
from followup.files.invitation.titles import Proposed, company_of_team, proposed
from followup.files.invitation.words import LINK, known, tokens, unmarked

# What Portugal writes before a name: "Enf.ª Teresa Sequeira".
TITLED = re.compile(r"^(?:[^\W\d_]{1,5}\.?[ªº]\s)+")


def heading(text: str) -> str:
    """The first line, where it is a title: short, of an interview, no sentence; Google puts the day behind it."""
    line = LINK.sub("", CHAT.sub("", text.lstrip().partition("\n")[0]).partition(" @ ")[0]).strip()
    is_title = len(line) < 90 and line[-1:].isalnum() and not GREETING.match(line)
    words = set(tokens(line))
    return line if is_title and words & known("interviews") and not words & known("sentence_words") else ""


def proposals(text: str, subject: str, sender: Attendee | None, people: list[dict[str, str]], sent_by: str) -> Proposed:
    """Role and company, by labels, by the title, by who sends and by the sentences of the text."""
    emails = [one["email"] for one in people if "email" in one] + ([sender.email] if sender else [])
    guess = proposed(subject, [one["name"] for one in people] + list(_greeted(text, subject)), emails)
    company = _company(text, subject, people, sent_by, guess.company)
    if company and guess.role == company:
        # The title names the company where no address of it is known.
        rest = re.sub(rf"(?<!\w){re.escape(company)}(?!\w)", " ", subject)
        guess = proposed(rest, [one["name"] for one in people], emails)
    return Proposed(company=company, role=best_role(text, guess.role, [one["name"] for one in people]))


def best_role(text: str, titled: str, names: list[str]) -> str:
    """The role behind a label, in a sentence, in the title, or in the name of an event: whichever surely is one."""
    named = labels.labelled(text, "event_follows")
    event = role_of(named, "", names) if named else ""
    found = (
        labels.labelled(text, "role_follows"),
        role_said.role(text),
        titled,
        role_said.role_about(text),
        event if says_role(event) else "",
    )
    return next(filter(None, found), "")


def _greeted(text: str, subject: str) -> Iterator[str]:
    """The reader's name, as the email greets them and its subject calls them."""
    for name in GREETING.findall(text)[:1]:
        yield from re.findall(rf"\b{re.escape(name)}(?: [^\W\d_a-z][\w'’-]+)?", subject)


def _company(text: str, subject: str, people: list[dict[str, str]], sent_by: str, guess: str) -> str:
    """The company: behind a label, by an address or the title, by who sends, or in a sentence."""
    named = [
        job.sure_company(text),
        *(_other(job.company(each), people, text) for each in (text, subject)),
        signed_for(text),
        *lines_of_house(text, guess),
    ]
    # A host is one word of the name: "Bluestem Foods" of bluestem.example.
    whole = (name for name in named if guess and unmarked(guess) in map(unmarked, name.split()))
    return (
        labels.labelled(text, "company_follows")
        or next(whole, "")
        or guess
        or company_of_team(sent_by)
        or next(filter(None, named), "")
    )


def _other(company: str, people: list[dict[str, str]], text: str) -> str:
    """The company, unless it is one of those who are met, or somebody else: "an interview with Dana Ruiz"."""
    bare = TITLED.sub("", company)
    is_met = any(bare.casefold() in one["name"].casefold() or is_same(bare, one["name"]) for one in people)
    is_person = " " in bare and not FORM.search(bare) and has_sign(bare) and is_person_name(bare)
    is_person = is_person and not is_company(company, text)
    return "" if is_met or is_person else company
