"""The sheet as plain text, to take along."""

from collections.abc import Iterator, Mapping
from typing import Any

from followup.model.answer import File
from followup.model.wording import view_words
from followup.tools.call_sheet.hours import both
from followup.tools.call_sheet.sheet import Sheet, call_words

FILE = "call-sheet.txt"


def files(sheet: Sheet, data: Mapping[str, Any]) -> tuple[File, ...]:
    """Gives the sheet as plain text, to take along."""
    return (File(name=FILE, type="text/plain;charset=utf-8", text=_text(sheet, data)),)


def _text(sheet: Sheet, data: Mapping[str, Any]) -> str:
    if sheet.is_none:
        return f"{call_words()['whens']['none']}.\n\n{data['when']}\n"
    about = " ".join(
        filter(None, (view_words("call.about", name=sheet.called, purpose=sheet.call.purpose), sheet.number))
    )
    parts = [about, "", " ".join(filter(None, (data["when"], data["why"])))]
    parts += [f"- {both(sheet, one)}" for one in sheet.windows]
    for title, body in _parts(sheet, data):
        parts += ["", title.upper(), body]
    return "\n".join(parts).rstrip() + "\n"


def _parts(sheet: Sheet, data: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    yield view_words("call.answers"), data["opening"]
    yield view_words("call.ask"), "\n".join(f"- {question}" for question in data["questions"])
    yield view_words("call.then"), "\n".join(map(_reply, data["replies"]))
    if data["points"]:
        yield view_words("call.points"), "\n".join(f"- {point}" for point in data["points"])
    yield (
        view_words("call.voicemail"),
        f"{call_words()['attempts'][sheet.call.tries][sheet.attempt]}\n\n{data['voicemail']['text']}",
    )
    yield view_words("call.avoid"), "\n".join(f"- {one}" for one in data["avoid"])
    yield view_words("call.stop"), data["stop"]
    yield view_words("call.notes"), ""


def _reply(one: Mapping[str, str]) -> str:
    """What they may say and the words for it; what to do first stands in brackets, because nobody speaks it."""
    first = f"({one['do']}) " if one["do"] else ""
    return f"- {one['to']}: {first}{one['say']}"
