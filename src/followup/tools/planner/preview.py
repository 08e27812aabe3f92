"""The email of the next step, or what to say in it, with what the case tells and its gaps left open."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from markupsafe import Markup, escape

from followup import letters
from followup.case.current import as_it_stands
from followup.files import mail
from followup.letters import prefill, spoken
from followup.model.case import Case
from followup.model.plan import Step
from followup.render import panels
from followup.words.calls import Call, call_for

GAP = re.compile(r'<mark data-blank="(\w+)">\[(.*?)\]</mark>')


@dataclass(frozen=True, kw_only=True, slots=True)
class Preview:
    """A letter to read before it is finished; `missing` are the labels of its gaps, `way` leads to the writer."""

    title: str
    kind: str
    to: str
    subject: Markup
    body: Markup
    text: str
    missing: tuple[str, ...]
    mailto: str
    way: str


def preview(step: Step, case: Case, way: str, sent_at: datetime) -> Preview | None:
    """Gives the letter of a step, worded for when it goes out, an aware moment; None where the step has none."""
    if not step.letter or step.letter not in letters.letters():
        return None
    letter, told = letters.letters()[step.letter], as_it_stands(case)
    known = prefill.known(told, letter.id, "", step)
    form: letters.Form = "message" if step.channel == "message" else "email"
    manner = letters.Manner(situations=known.situations_at(sent_at), form=form)
    if (call := spoken_by(step)) is not None:
        return _of_call(call, spoken.say(call, known, manner, sent_at.date()))
    written = letters.write(letter, manner, known.values, sent_at.date())
    kind = "message" if letters.is_message(letter, manner) else letter.kind
    is_whole = not written.missing and kind == "email"
    return Preview(
        title=letter.title,
        kind=kind,
        to=", ".join(filter(None, (known.name, known.address))),
        subject=_marked(written.subject_html, way),
        body=_marked(written.body_html, way),
        text="\n\n".join(filter(None, (written.subject, written.body))),
        missing=_labels(written),
        mailto=mail.mailto(known.address, written.subject, written.body) if is_whole else "",
        way=way,
    )


def spoken_by(step: Step) -> Call | None:
    """Gives the call whose words a step by phone has, where its letter is one to write; None for every other step."""
    is_written = step.letter in letters.letters() and letters.letters()[step.letter].kind != "phone"
    return call_for(step.action, step.letter) if step.channel == "phone" and is_written else None


def _of_call(call: Call, said: Sequence[letters.Written]) -> Preview:
    return Preview(
        title=call.about,
        kind="phone",
        to="",
        subject=Markup(),
        body=Markup("\n\n").join(_marked(one.body_html, "") for one in said),
        text="\n\n".join(one.body for one in said),
        missing=tuple(dict.fromkeys(label for one in said for label in _labels(one))),
        mailto="",
        # Its gaps are filled on the sheet for the call.
        way="",
    )


def _labels(written: letters.Written) -> tuple[str, ...]:
    labels = {blank.name: blank.label for blank in letters.blanks().values()}
    return tuple(_small(labels[name]) for name in written.missing)


def _small(label: str) -> str:
    return label[:1].lower() + label[1:]


def _marked(html: str, way: str) -> Markup:
    """Each gap leads to its field in the writer; where a copy has none, it is marked and leads nowhere."""

    def gap(found: re.Match[str]) -> str:
        label = found[2]
        if not way:
            return f'<span class="gap">{_small(label)}</span>'
        return f'<a class="gap" href="{panels.ROOT}{escape(way)}&amp;then=blanks.{found[1]}">{_small(label)}</a>'

    return Markup(GAP.sub(gap, html))
