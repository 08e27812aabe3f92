"""What each command does: it asks the door, and prints what comes back."""

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from followup import door
from followup.cli.reading import Refused, any_text, json_file, text
from followup.dates import clock
from followup.model.wording import view_words
from followup.rules import evidence, evidence_counts, rulebook

type Fields = dict[str, Any]
type Asked = Mapping[str, Any]


def plan(asked: argparse.Namespace) -> int:
    """Prints the plan of a case, or a table of several."""
    if asked.cases.count("-") > 1:
        raise Refused(view_words("command.once"))
    cases = [_case(path, asked.approach) for path in asked.cases]
    if len(cases) > 1:
        return _plans(asked, cases)
    answer = _answered("planner", cases[0], asked.now)
    return _shown(answer, asked.format, {"text": ".txt", "ics": ".ics"})


def _case(path: str, approach: str | None) -> Any:
    fields = json_file(path)
    return {**fields, "approach": approach} if approach and isinstance(fields, dict) else fields


def _plans(asked: argparse.Namespace, cases: Sequence[Any]) -> int:
    """Shows several cases as one table, or as one calendar; what is wrong in one stands in its row, or as an error."""
    named = [{"id": str(at), "name": Path(path).stem} for at, path in enumerate(asked.cases)]
    fields = {"cases": [{**name, "case": case} for name, case in zip(named, cases, strict=True)]}
    answer = _answered("interviews", fields, asked.now)
    if answer["problems"]:
        return _shown(answer, asked.format, {"ics": ".ics"})
    told = answer["data"]["interviews"]
    wrong = [row for row in told if row.get("problems")]
    status = 2 if wrong else 0
    if asked.format != "text":
        for name, _, why in map(_row, wrong):
            print(f"{name}: {why}", file=sys.stderr)
        return _shown(answer, asked.format, {"ics": ".ics"}) or status
    rows = [_row(row) for row in told]
    widths = [max(len(row[column]) for row in rows) for column in range(2)]
    for name, state, step in rows:
        written(f"{name:{widths[0]}}  {state:{widths[1]}}  {step}\n")
    return status


def _row(told: Asked) -> tuple[str, str, str]:
    step = told.get("next") or {}
    wrong = "; ".join(problem["message"] for problem in told.get("problems") or ())
    when = str(step.get("window", {}).get("target", ""))[:16].replace("T", " ")
    return str(told["name"]), str(told["status"]), wrong or " ".join(filter(None, (str(step.get("action", "")), when)))


def write(asked: argparse.Namespace) -> int:
    """Prints a letter, filled."""
    fields = json_file(asked.fields) if asked.fields else {}
    if not isinstance(fields, dict):
        raise Refused(view_words("command.no_object", path=asked.fields))
    answer = _answered("writer", {**fields, "letter": asked.letter}, asked.now)
    return _shown(answer, asked.format, {"text": ".txt"})


def check(asked: argparse.Namespace) -> int:
    """Prints what to mend in a draft; gives 1 for warnings."""
    fields: Fields = {"draft": text(asked.draft), "letter": asked.letter, "subject": asked.subject}
    if asked.case:
        fields["case"] = json_file(asked.case)
    answer = _answered("checker", fields, asked.now)
    status = _shown(answer, asked.format, {"text": ".txt"})
    findings = (answer["data"] or {}).get("findings", ())
    return status or int(any(finding["level"] == "warning" for finding in findings))


def invitation(asked: argparse.Namespace) -> int:
    """Prints the case that an invitation tells."""
    answer = _answered("invitation", {"text": any_text(asked.invitation), "me": asked.me}, asked.now)
    if asked.format == "json" and not answer["problems"]:
        # The case alone, as the planner's command reads it.
        written(json.dumps(answer["data"], ensure_ascii=False, indent=2) + "\n")
        return 0
    return _shown(answer, "text", {"text": ".txt"})


def rules(asked: argparse.Namespace) -> int:
    """Prints every rule with its sources, or the voices on a question."""
    if asked.voices is not None:
        return _voices(asked.voices)
    if asked.format == "json":
        listed = [{"id": rule.id, "title": rule.title, "sources": rule.sources} for rule in rulebook.rules().values()]
        written(json.dumps(listed, ensure_ascii=False, indent=2) + "\n")
        return 0
    for rule in rulebook.rules().values():
        written(f"{rule.id:4} {rule.title} ({rulebook.credit(rule.id)})\n")
    return 0


def _voices(id: str) -> int:
    """Prints how the voices are spread over a question; only the opening of each page was read."""
    counted = evidence.counted()
    if id not in counted:
        raise Refused(view_words("command.uncounted", id=id, known=", ".join(counted)))
    asked = counted[id]
    written(f"{asked.title}\n")
    for bar in evidence_counts.drawn(asked):
        written(f"{bar.count:4} {bar.words}\n")
    written(f"{evidence_counts.sentence(asked)}\n")
    return 0


def ask(asked: argparse.Namespace) -> int:
    """Answers one request of standard input, as the door does."""
    written(door.answer(sys.stdin.buffer.read().decode("utf-8", "replace")))
    return 0


def _answered(tool: str, fields: object, now: str | None) -> Asked:
    """The door's answer; below this floor nothing reads a clock."""
    moment = clock.iso(datetime.now().astimezone()) if now is None else now
    answer: Asked = json.loads(door.answer(json.dumps({"tool": tool, "now": moment, "fields": fields})))
    return answer


def _shown(answer: Asked, form: str, endings: Mapping[str, str]) -> int:
    for problem in answer["problems"]:
        print(f"{problem['field'] or 'request'}: {problem['message']}", file=sys.stderr)
    if answer["problems"]:
        return 2
    if form == "json":
        written(json.dumps(answer, ensure_ascii=False, indent=2) + "\n")
    else:
        written("".join(file["text"] for file in answer["files"] if file["name"].endswith(endings[form])))
    return 0


def written(text: str) -> None:
    """Writes UTF-8 whatever the terminal's locale, line ends as they are: a calendar file needs its CRLF."""
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode())
    sys.stdout.buffer.flush()
