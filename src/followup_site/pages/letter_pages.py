"""Shows the letters in pages: one beside the advice it belongs to, all of them in the gallery."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from markupsafe import escape

from followup import letters
from followup.dates import clock
from followup.letters import Letter, Limit, Manner
from followup.letters.situation import UNHEARD
from followup.model.wording import choices
from followup.render.panels import panel
from followup_site.pages import examples
from followup_site.pages.citations import citation
from followup_site.words.wording import site_words


class UnknownLetter(ValueError):
    """A page names a letter that does not exist, or a way of holding an interview; it stops the build."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Tone:
    """One variant of a letter with the example words in it."""

    name: str
    subject: str
    body: str


def letter(attributes: Mapping[str, str]) -> str:
    """Gives one letter with its example words for `<followup-letter id="voicemail"/>`.

    `held="recorded"` or `held="written"` has the words for an interview where nobody talked.
    """
    known, held = letters.letters(), attributes.get("held", "")
    if attributes["id"] not in known:
        raise UnknownLetter(site_words("mistakes.tags.letter", letter=attributes["id"], known=", ".join(known)))
    if held not in ("", *UNHEARD):
        raise UnknownLetter(site_words("mistakes.tags.held", held=held, known=", ".join(UNHEARD)))
    return _html(known[attributes["id"]], frozenset(filter(None, [held])))


def gallery(attributes: Mapping[str, str]) -> str:
    """Gives every letter under its heading for `<followup-letters/>`; an anchor is the letter's id."""
    return "\n\n".join(_group(group) for group in letters.groups())


def example() -> examples.Example:
    """Gives the writer's worked example: the morning after the planner's interview, with one blank left open."""
    told = examples.planner()
    day = told.now.date() + dt.timedelta(days=1)
    blanks = {name: letters.blanks()[name].example for name in ("detail", "fit")}
    return examples.Example(
        label=site_words("pages.examples.writer"),
        now=clock.local(day, dt.time(9), clock.zone(examples.ZONE)),
        fields={"letter": "thank-you-onsite", "case": told.fields, "blanks": blanks},
    )


def _group(group: letters.LetterGroup) -> str:
    known = letters.letters()
    shown = (f"### {known[id].title} {{#{id}}}\n\n{_folded(known[id])}" for id in group.letters)
    return "\n\n".join((f"## {group.title} {{#{group.id}}}", *shown))


def _folded(letter: Letter) -> str:
    """A letter that opens by itself, one at a time; a link to its heading opens it too."""
    named = escape(site_words("pages.letters.title", title=letter.title))
    head = f'<summary>{site_words("pages.letters.fold")}<span class="visually-hidden">{named}</span></summary>'
    return f'<details class="unfold letter-fold" name="letter">\n{head}\n{_html(letter)}</details>'


def _html(letter: Letter, so: frozenset[str] = frozenset()) -> str:
    return panel(
        "letter",
        letter=letter,
        tones=_tones(letter, so),
        limits=[_limit(limit) for limit in letter.limits],
        rules=[_cited(rule) for rule in letter.rules],
        writer=f"/tools/writer.md#letter={letter.id}&step=&text=&subject=",
    )


def _tones(letter: Letter, so: frozenset[str]) -> list[Tone]:
    """Gives the variants that differ, the first one as the plain one."""
    tones = [_tone(letter, Manner(tone=tone, situations=so), name) for tone, name in choices("tones")]
    if letter.message:
        tones.append(_tone(letter, Manner(form="message", situations=so), site_words("pages.letters.message")))
    return [tone for at, tone in enumerate(tones) if tone.body not in [other.body for other in tones[:at]]]


def _tone(letter: Letter, manner: Manner, name: str) -> Tone:
    # The date is not promised in the examples, so that the question for it can be seen where it belongs.
    told = replace(manner, situations=manner.situations | frozenset(letter.situations) & {"ask_when"})
    examples = dict(letters.examples(letter))
    if manner.situations.intersection(UNHEARD):
        examples["detail"] = site_words("pages.letters.unheard")
    written = letters.write(letter, told, examples, letter.example_sent)
    return Tone(name=name, subject=written.subject, body=written.body)


def _limit(limit: Limit) -> dict[str, Any]:
    span = site_words(f"pages.letters.{'span' if limit.least else 'most'}", least=limit.least, most=limit.most)
    cited = {"page": "", "text": site_words("pages.citations.chosen")} if limit.rule == "ours" else _cited(limit.rule)
    return {"words": f"{span} {limit.what}", **cited}


def _cited(rule: str) -> dict[str, str]:
    cited = citation(rule)
    return {"page": cited.page, "text": f"{rule} {cited.text}"}
