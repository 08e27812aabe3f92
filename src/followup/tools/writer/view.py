"""What the writer shows of a letter: its data, its panel and its files."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from markupsafe import Markup

from followup import letters
from followup.checking import Draft, check, counts, likeness
from followup.checking.likeness import TOO_ALIKE
from followup.dates import clock
from followup.files import mail
from followup.model.answer import File, Finding
from followup.model.wording import choices, view_words
from followup.render.panels import panel
from followup.rules import rulebook
from followup.rules.customs import asks_late
from followup.tools.writer.gaps import fillable
from followup.tools.writer.questions import TEXT_LIMIT
from followup.tools.writer.ready_letter import ReadyLetter
from followup.words.moments import hours_read

# The boxes of the form that are called as the situation is; the one for a date that is known says it the other way.
BOXES = ("several", "agency", "again", "moved", "ahead", "apart", "unmet")
# The letter stands above: a few words are enough to find the place.
QUOTE_LIMIT = 90


def sheet_data(sheet: ReadyLetter) -> dict[str, Any]:
    """Gives what a program gets to know of the letter."""
    sizes = _sizes(sheet)
    measures = letters.measured(sheet.letter, sizes, sheet.manner)
    return {
        "letter": sheet.letter.id,
        "variant": sheet.manner.tone,
        "form": "message" if sheet.is_message else "email",
        "wording": sheet.manner.position % 9 + 1 if sheet.letter.is_dealt else 1,
        "to": sheet.name,
        "send_at": sheet.sent_at.isoformat(timespec="minutes"),
        "subject": sheet.words.subject,
        "body": sheet.words.body,
        "missing": list(sheet.words.missing),
        "places": [] if sheet.is_own else [asdict(place) for place in sheet.words.places],
        "keep": _keep(sheet) if sheet.is_own else None,
        "custom": sheet.custom,
        "channel": asdict(letters.channels()["message"]) if sheet.is_message else None,
        "blanks": [_blank(sheet, blank) for blank in sheet.blanks],
        "counts": sizes,
        "limits": [{**asdict(one.limit), "size": one.size, "ok": one.ok} for one in measures],
        "findings": [asdict(finding) for finding in _findings(sheet)],
        "alike": [_alike(sheet, to, text) for to, text in sheet.compared],
        "mailto": mail.mailto(sheet.address, sheet.words.subject, sheet.words.body) if sheet.is_mail else "",
    }


def _keep(sheet: ReadyLetter) -> dict[str, str] | None:
    """Gives the reader's words with blanks for what belongs to this person, unless they grew too long to be told."""
    day = sheet.sent_at.date()
    subject, body = (letters.kept(text, sheet.values, day) for text in (sheet.words.subject, sheet.words.body))
    fits = len(subject) <= letters.BLANK_LIMIT and len(body) <= TEXT_LIMIT
    return {"subject": subject, "text": body} if fits else None


def sheet_files(sheet: ReadyLetter) -> tuple[File, ...]:
    """Gives the letter as plain text, and an email as a draft for the mail program too."""
    subject, body, name = sheet.words.subject, sheet.words.body, sheet.letter.id
    whole = view_words("writer.file", subject=subject, body=body) if subject else f"{body}\n"
    text = File(name=f"{name}.txt", type="text/plain;charset=utf-8", text=whole)
    if not sheet.is_mail:
        return (text,)
    draft = mail.eml(sheet.name, sheet.address, subject, body)
    return (File(name=f"{name}.eml", type="message/rfc822", text=draft), text)


def fragment(sheet: ReadyLetter, data: Mapping[str, Any]) -> str:
    """Gives the letter as the page shows it, with what to mend and the ways to take it along."""
    return panel(
        "writer",
        sheet=sheet,
        data=data,
        known=_known(sheet, data),
        # The letters' own renderer escaped both.
        subject=Markup(sheet.words.subject_html),
        body=fillable(sheet.words, sheet.typed),
        to=", ".join(filter(None, (sheet.name, sheet.address))),
        labels={name: blank.label for name, blank in letters.blanks().items()},
        levels=dict(choices("levels")),
        measures=[_with_credit(one) for one in data["limits"]],
        unlimited=_unlimited(data),
        findings=[
            _with_credit(_quoted(sheet, finding)) for finding in data["findings"] if not _is_told(sheet, finding)
        ],
        files=[file.name for file in sheet_files(sheet)],
        sms=mail.sms(sheet.words.body) if sheet.is_message else "",
        sent=clock.spoken(sheet.sent_at, hours_read(sheet.case, str(sheet.sent_at.tzinfo))),
        sources=rulebook.sources(),
        disputes=[rulebook.defaults()[rule] for rule in sheet.letter.rules if rule.startswith("K")],
    )


def _sizes(sheet: ReadyLetter) -> dict[str, int]:
    size = counts(sheet.words.body, spoken=sheet.is_spoken)
    sizes = {"words": size.words, "sentences": size.sentences, "paragraphs": size.paragraphs}
    if sheet.is_message:
        return {"characters": len(sheet.words.body), **sizes}
    return {**sizes, "seconds": size.reading_seconds} if sheet.is_spoken else sizes


def _blank(sheet: ReadyLetter, blank: letters.Blank) -> dict[str, Any]:
    value = sheet.values.get(blank.name, "")
    from_whom = "" if not value else "reader" if blank.name in sheet.typed else "case"
    needed = letters.is_needed(sheet.letter, blank)
    told = {name: said for name, said in asdict(blank).items() if name not in ("lies", "astray")}
    return {**told, "needed": needed, "value": value, "from": from_whom}


def _known(sheet: ReadyLetter, data: Mapping[str, Any]) -> dict[str, str | bool]:
    """Gives what the form shows beside its own questions, by their paths: what the interview fills, and its boxes."""
    filled = {f"blanks.{one['name']}": _filled(one) for one in data["blanks"] if one["from"] == "case"}
    told = sheet.manner.told
    return {**filled, "date_known": "ask_when" not in told, **{box: box in told for box in BOXES}}


def _filled(blank: Mapping[str, Any]) -> str:
    value = blank["value"]
    return clock.spoken_day(dt.date.fromisoformat(value)) if blank["kind"] == "date" else value


def _findings(sheet: ReadyLetter) -> tuple[Finding, ...]:
    return check(_draft(sheet))


def _draft(sheet: ReadyLetter) -> Draft:
    case, values = sheet.case, sheet.values
    facts: dict[str, Any] = {}
    if case:
        facts = {
            # Where people ask late or not at all, no letter of ours asks, and none lacks the question.
            "promise": "" if case.promise.kind == "none" and asks_late(case.country) else case.promise.kind,
            "promised_by": case.promise.by,
            "other_offer": any(event.kind == "offer-elsewhere" for event in case.events),
        }
    return Draft(
        text=sheet.words.body,
        subject=sheet.words.subject,
        letter=sheet.letter.id,
        format=sheet.format,
        company=values.get("company", ""),
        role=values.get("role", ""),
        people=tuple(filter(None, (values.get("person") or _greeted(values),))),
        items=tuple(filter(None, (values.get("item", ""),))),
        window=sheet.step.window if sheet.step else None,
        sent_at=sheet.sent_at if sheet.step else None,
        reads=hours_read(sheet.case, str(sheet.sent_at.tzinfo)),
        others=tuple(text for _, text in sheet.compared),
        **facts,
    )


def _greeted(values: Mapping[str, str]) -> str:
    """Gives the whole name of whom the letter greets, as far as the blanks tell it."""
    given, surname = values.get("first_name", ""), values.get("surname", "")
    return given if surname in given.split() else f"{given} {surname}".strip()


def _alike(sheet: ReadyLetter, to: str, text: str) -> dict[str, Any]:
    found = likeness(sheet.words.body, text)
    same = [sheet.words.body[start:end] for start, end in found.same]
    return {"to": to, "percent": round(found.share * 100), "same": same, "warning": found.share >= TOO_ALIKE}


def _unlimited(data: Mapping[str, Any]) -> dict[str, int]:
    """Gives the sizes that this letter bounds in no way, in words that fit their number."""
    bounded = {limit["what"] for limit in data["limits"]}
    sizes = {what: size for what, size in data["counts"].items() if what not in bounded}
    return {what if size != 1 else what.removesuffix("s"): size for what, size in sizes.items()}


def _with_credit(record: Mapping[str, Any]) -> dict[str, Any]:
    return {**record, "credit": rulebook.credit(record["rule"]), "place": rulebook.place(record["rule"])}


def _is_told(sheet: ReadyLetter, finding: Mapping[str, Any]) -> bool:
    """Tells whether the panel says it in another place: what is alike, and which blanks are missing."""
    return finding["check"] in ("too-alike", "same-sentence") or bool(
        finding["check"] == "blank" and sheet.words.missing
    )


def _quoted(sheet: ReadyLetter, finding: Mapping[str, Any]) -> dict[str, Any]:
    quote = sheet.words.body[finding["start"] : finding["end"]]
    return {**finding, "quote": quote if len(quote) <= QUOTE_LIMIT else f"{quote[:QUOTE_LIMIT].rsplit(' ', 1)[0]} …"}
