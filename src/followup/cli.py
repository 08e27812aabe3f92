"""The command line: the same answers as in the browser, as text."""

import argparse
import json
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from importlib import import_module, metadata
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NoReturn

from followup import door
from followup.data import age
from followup.dates import clock
from followup.model.case import approaches
from followup.model.wording import view_words
from followup.rules import evidence, rulebook

# Not among the words: it is told where those of a copy cannot be trusted.
OUTDATED = "the data that a build makes are missing, or older than this program; run: FREEZE=0 make site"

type Fields = dict[str, Any]
type Asked = Mapping[str, Any]


class _Refused(Exception):
    """What was given on the command line cannot be used."""


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one line, and where to read more."""

    def error(self, message: str) -> NoReturn:
        """Ends with status 2."""
        self.exit(2, view_words("command.wrong", command=self.prog, message=message) + "\n")


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command; gives the exit status: 0, 1 for warnings of a check, 2 for problems."""
    if age.is_outdated():
        print(f"followup: {OUTDATED}", file=sys.stderr)
        return 2
    asked = _parser().parse_args(arguments)
    try:
        command: Callable[[argparse.Namespace], int] = asked.command
        return command(asked)
    except _Refused as refused:
        print(f"followup: {refused}", file=sys.stderr)
        return 2
    except BrokenPipeError:
        # Who reads has seen enough, as with `| head`; what is left must not be written when Python ends either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="followup", description=view_words("command.about"))
    parser.add_argument("--version", action="version", version=f"followup {_version()}")
    _completion_option(parser)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    _plan_options(commands.add_parser("plan", help=view_words("command.plan")))
    _write_options(commands.add_parser("write", help=view_words("command.write")))
    _check_options(commands.add_parser("check", help=view_words("command.check")))
    _invitation_options(commands.add_parser("invitation", help=view_words("command.invitation")))
    rules = commands.add_parser("rules", help=view_words("command.rules"))
    rules.add_argument("--format", choices=("text", "json"), default="text")
    rules.add_argument("--voices", metavar="K4", help=view_words("command.voices"))
    rules.set_defaults(command=_rules)
    ask = commands.add_parser("ask", help=view_words("command.ask"))
    ask.set_defaults(command=_ask)
    return parser


def _version() -> str:
    """The version of the installed package; a source tree that was never installed has none."""
    try:
        return metadata.version("after-the-interview")
    except metadata.PackageNotFoundError:
        return view_words("command.not_installed")


class _NoCompletion(argparse.Action):
    """Says what is missing where a completion script is asked for."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> NoReturn:
        """Ends with status 2."""
        parser.error(view_words("command.no_completion"))


def _completion_option(parser: argparse.ArgumentParser) -> None:
    """Offers a shell's completion script, which shtab writes: pip install 'after-the-interview[completion]'."""
    said = view_words("command.completion")
    if find_spec("shtab"):
        import_module("shtab").add_argument_to(parser, "--print-completion", help=said)
    else:
        parser.add_argument("--print-completion", action=_NoCompletion, metavar="SHELL", help=said)


def _plan_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("cases", metavar="CASE.json", nargs="+", help=view_words("command.cases"))
    _now_option(parser)
    parser.add_argument("--approach", choices=[name for name, _ in approaches()], help=view_words("command.approach"))
    parser.add_argument("--format", choices=("text", "json", "ics"), default="text")
    parser.set_defaults(command=_plan)


def _write_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("letter", metavar="LETTER", help=view_words("command.letter"))
    parser.add_argument("--fields", metavar="FILE.json", help=view_words("command.fields"))
    _now_option(parser)
    parser.add_argument("--format", choices=("text", "json"), default="text")
    parser.set_defaults(command=_write)


def _check_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("draft", metavar="DRAFT.txt", help=view_words("command.draft"))
    parser.add_argument("--letter", default="", help=view_words("command.kind"))
    parser.add_argument("--case", metavar="CASE.json", help=view_words("command.case"))
    parser.add_argument("--subject", default="", help=view_words("command.subject"))
    _now_option(parser)
    parser.add_argument("--format", choices=("text", "json"), default="text")
    parser.set_defaults(command=_check)


def _invitation_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("invitation", metavar="FILE", help=view_words("command.file"))
    parser.add_argument("--me", metavar="ADDRESS", default="", help=view_words("command.me"))
    _now_option(parser)
    parser.add_argument("--format", choices=("text", "json"), default="text")
    parser.set_defaults(command=_invitation)


def _now_option(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--now", metavar="ISO", help=view_words("command.now"))


def _plan(asked: argparse.Namespace) -> int:
    if asked.cases.count("-") > 1:
        raise _Refused(view_words("command.once"))
    cases = [_case(path, asked.approach) for path in asked.cases]
    if len(cases) > 1:
        return _plans(asked, cases)
    answer = _answered("planner", cases[0], asked.now)
    return _shown(answer, asked.format, {"text": ".txt", "ics": ".ics"})


def _case(path: str, approach: str | None) -> Any:
    fields = _json_file(path)
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
        _out(f"{name:{widths[0]}}  {state:{widths[1]}}  {step}\n")
    return status


def _row(told: Asked) -> tuple[str, str, str]:
    step = told.get("next") or {}
    wrong = "; ".join(problem["message"] for problem in told.get("problems") or ())
    when = str(step.get("window", {}).get("target", ""))[:16].replace("T", " ")
    return str(told["name"]), str(told["status"]), wrong or " ".join(filter(None, (str(step.get("action", "")), when)))


def _write(asked: argparse.Namespace) -> int:
    fields = _json_file(asked.fields) if asked.fields else {}
    if not isinstance(fields, dict):
        raise _Refused(f"{asked.fields}: enter an object with the writer's fields")
    answer = _answered("writer", {**fields, "letter": asked.letter}, asked.now)
    return _shown(answer, asked.format, {"text": ".txt"})


def _check(asked: argparse.Namespace) -> int:
    fields: Fields = {"draft": _text(asked.draft), "letter": asked.letter, "subject": asked.subject}
    if asked.case:
        fields["case"] = _json_file(asked.case)
    answer = _answered("checker", fields, asked.now)
    status = _shown(answer, asked.format, {"text": ".txt"})
    findings = (answer["data"] or {}).get("findings", ())
    return status or int(any(finding["level"] == "warning" for finding in findings))


def _invitation(asked: argparse.Namespace) -> int:
    answer = _answered("invitation", {"text": _any_text(asked.invitation), "me": asked.me}, asked.now)
    if asked.format == "json" and not answer["problems"]:
        # The case alone, as the planner's command reads it.
        _out(json.dumps(answer["data"], ensure_ascii=False, indent=2) + "\n")
        return 0
    return _shown(answer, "text", {"text": ".txt"})


def _rules(asked: argparse.Namespace) -> int:
    if asked.voices is not None:
        return _voices(asked.voices)
    if asked.format == "json":
        listed = [{"id": rule.id, "title": rule.title, "sources": rule.sources} for rule in rulebook.rules().values()]
        _out(json.dumps(listed, ensure_ascii=False, indent=2) + "\n")
        return 0
    for rule in rulebook.rules().values():
        _out(f"{rule.id:4} {rule.title} ({rulebook.credit(rule.id)})\n")
    return 0


def _voices(id: str) -> int:
    """Prints how the voices are spread over a question; only the opening of each page was read."""
    counted = evidence.counted()
    if id not in counted:
        raise _Refused(f"there is nothing to count on {id}; choose one of {', '.join(counted)}")
    asked = counted[id]
    _out(f"{asked.title}\n")
    for bar in evidence.drawn(asked):
        _out(f"{bar.count:4} {bar.words}\n")
    _out(f"{evidence.sentence(asked)}\n")
    return 0


def _ask(asked: argparse.Namespace) -> int:
    _out(door.answer(sys.stdin.buffer.read().decode("utf-8", "replace")))
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
        _out(json.dumps(answer, ensure_ascii=False, indent=2) + "\n")
    else:
        _out("".join(file["text"] for file in answer["files"] if file["name"].endswith(endings[form])))
    return 0


def _json_file(path: str) -> Any:
    try:
        return json.loads(_text(path), object_pairs_hook=door.once)
    except door.Doubled as doubled:
        raise _Refused(f'{path}: remove all but one "{doubled}": a name may stand once in an object') from None
    except RecursionError:
        raise _Refused(f"{path} is not JSON that can be used: {view_words('command.deep')}") from None
    except ValueError as error:
        raise _Refused(f"{path} is not JSON: {error}") from None


def _text(path: str) -> str:
    try:
        return _bytes(path).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise _Refused(f"{path} is not UTF-8 text") from None


def _any_text(path: str) -> str:
    """The text of a file that another program wrote, in whatever encoding."""
    data = _bytes(path)
    marked = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    try:
        return data.decode("utf-16" if marked else "utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _bytes(path: str) -> bytes:
    try:
        if not path:
            raise _Refused(view_words("command.no_name"))
        return sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()
    except OSError as error:
        raise _Refused(f"{path} cannot be read: {error.strerror}") from None


def _out(text: str) -> None:
    """Writes UTF-8 whatever the terminal's locale, line ends as they are: a calendar file needs its CRLF."""
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode())
    sys.stdout.buffer.flush()
