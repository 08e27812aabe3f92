"""How the interviews of an email are held: all of them alike, or each as the words about it say."""

import re

from followup.files.invitation import labels
from followup.files.invitation.heads import line_begin
from followup.files.invitation.held import held, said_held
from followup.files.invitation.lines import Block
from followup.files.invitation.slots import Slot
from followup.files.invitation.words import LIST_MARGIN

ITEM = re.compile(LIST_MARGIN)


def form_of(text: str, subject: str, links: str) -> str:
    """How it is held: by a link, by what stands behind a label, or by what the words say."""
    by_sign = held(Block(lines=()), subject, "", f"{text}\n{links}", has_room=False)
    said = said_held(labels.labelled(text, "format_follows"), text)
    # Where all rounds of a day are called an "onsite", it may be held by video.
    return said if said == "video" and by_sign.is_titled else by_sign.format or said


def forms_of(text: str, slots: tuple[Slot, ...], subject: str, form: str) -> list[str]:
    """How each of several interviews is held, where the words about it say so; else as those above all of them say."""
    head = text[: min(line_begin(text, one.day.start) for one in slots)]
    own = [form_of(_item(text[max(one.begin, len(head)) : one.end]), "", "") for one in slots]
    if form == "recorded" or len({*own}) < 2:
        return [form for _ in slots]
    above = form_of(head, subject, "")
    # What stands below all of them counts where none of them says it for itself.
    below = "" if form in own else form
    return [each or above or below for each in own]


def _item(text: str) -> str:
    """The part of a text about one interview, up to the end of its paragraph or to the next item of its list."""
    mark = ITEM.match(text)
    end = text.find(f"\n{mark[0]}" if mark and mark[0].strip() else "\n\n", 1)
    return text[:end] if end > 0 else text
