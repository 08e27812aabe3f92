"""What the call sheet shows: its data and its page."""

from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from followup import letters
from followup.checking.counting import counts
from followup.dates import clock
from followup.model.wording import view_words
from followup.render import panels
from followup.rules.rulebook import figure
from followup.tools.call_sheet import choosing
from followup.tools.call_sheet import day as call_day
from followup.tools.call_sheet.hours import days, window
from followup.tools.call_sheet.sheet import Sheet, call_words
from followup.tools.call_sheet.spoken import Script
from followup.tools.call_sheet.when import when, why
from followup.words.calls import told_as
from followup.words.moments import city, window_data
from followup.words.steps import step_view, touches
from followup.words.taps import Tap, tap


def data(sheet: Sheet, script: Script) -> dict[str, Any]:
    """Gives what a program gets to know; times of `start` and `end` are in the recipient's zone, with offset."""
    size = counts(script.voicemail.body, spoken=True)
    return {
        "call": sheet.call.id,
        "step": sheet.step.id if sheet.step else "",
        "window": window_data(sheet.step.window) if sheet.step else {},
        "question": sheet.step.question if sheet.step else "",
        "windows": [window(sheet, one) for one in sheet.windows],
        "opens": clock.iso(sheet.opens) if sheet.opens else "",
        "to": sheet.name,
        "who": sheet.called,
        "number": sheet.number,
        "attempt": sheet.attempt,
        "spends": sheet.spends,
        "touches_left": sheet.plan.touches_left if sheet.plan else None,
        "when": when(sheet),
        "why": why(sheet),
        "opening": script.opening.body,
        "points": [*_lines(script.points.body), *sheet.points],
        "questions": [one.body for one in script.questions],
        "replies": [{"to": one.to, "do": one.do, "say": one.words.body} for one in script.replies],
        "call_back": script.replies[-1].words.body if script.replies else "",
        "voicemail": {
            "text": script.voicemail.body,
            "words": size.words,
            "seconds": size.reading_seconds,
            "words_band": [figure("O15", "message_words_min"), figure("O15", "message_words_max")],
            "seconds_band": [figure("O15", "message_seconds_min"), figure("O15", "message_seconds_max")],
        },
        "avoid": list(sheet.call.avoid),
        "stop": sheet.call.stop,
        "missing": list(script.missing),
    }


def fragment(sheet: Sheet, script: Script, data: Mapping[str, Any]) -> str:
    """Gives the sheet as the page shows it."""
    return panels.panel(
        "call-sheet",
        sheet=sheet,
        data=data,
        days=list(days(sheet)),
        picture=_picture(sheet),
        when=data["when"],
        words=call_words(),
        called=sheet.called,
        because=data["why"],
        reasons=step_view(sheet.step, sheet.who) if sheet.step and sheet.step.because else None,
        attempt=call_words()["attempts"][sheet.call.tries][sheet.attempt],
        touches=_touches(sheet),
        else_answers=_else_answers(sheet),
        opening=Markup(script.opening.body_html),
        questions=[Markup(one.body_html) for one in script.questions],
        replies=[(one.to, one.do, Markup(one.words.body_html)) for one in script.replies],
        voicemail=Markup(script.voicemail.body_html),
        others=_others(sheet),
        # The letters' own renderer escaped what stands in them.
        points=[*map(Markup, _lines(script.points.body_html)), *sheet.points],
        labels={name: blank.label for name, blank in letters.blanks().items()},
        dial="".join(sign for sign in sheet.number if sign in "+0123456789"),
        taps=_taps(sheet) if sheet.is_told else (),
        place=city(sheet.zone),
    )


def _else_answers(sheet: Sheet) -> str:
    """What to say where somebody else picks up; a call with words of its own for that needs none."""
    if sheet.call.hello:
        return ""
    return str(call_words()["else_answers"].format(name=sheet.name or view_words("people.person")))


def _lines(body: str) -> list[str]:
    return [line.removeprefix("- ") for line in body.splitlines() if line.startswith("- ")]


def _others(sheet: Sheet) -> list[tuple[str, str]]:
    """The other calls that the plan holds by now, each with the step it is."""
    found = choosing.possible(sheet.plan) if sheet.plan else ()
    phoned = [one for one in found if one.step and one.step.channel == "phone" and one.step != sheet.step]
    return [(one.step.id, _title(one)) for one in phoned if one.step]


def _title(one: choosing.Meant) -> str:
    """Another call in a line: "Call Dana Ruiz to ask whether the offer still stands"."""
    name = next(iter(one.step.to), "") if one.step else ""
    return view_words("call.title", name=name or one.call.who or call_words()["nobody"], purpose=one.call.purpose)


def _picture(sheet: Sheet) -> Markup:
    return call_day.picture(
        call_day.CallDay(day=sheet.day, zone=sheet.zone, mine=sheet.mine, country=sheet.who.country)
    )


def _touches(sheet: Sheet) -> str:
    if not sheet.spends:
        return str(call_words()["touches"]["free"])
    return " ".join(filter(None, (call_words()["touches"]["spends"], touches(sheet.plan) if sheet.plan else "")))


def _taps(sheet: Sheet) -> tuple[Tap, ...]:
    """What can be told of the call, as an event of the step it was made for."""
    if sheet.step is None and sheet.call.told_as is None:
        return ()
    step = told_as(sheet.step.action, sheet.step.letter) if sheet.step else sheet.call.told_as or ""
    return tuple(tap(one, step=step, to=sheet.name) for one in call_words()["told"])
