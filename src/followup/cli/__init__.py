"""The command line: the same answers as in the browser, as text."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module, metadata
from importlib.util import find_spec
from typing import NoReturn

from followup.cli import commands
from followup.cli.reading import Refused
from followup.data import age
from followup.model.case import approaches
from followup.model.wording import view_words

# Not among the words: it is told where those of a copy cannot be trusted.
OUTDATED = "the data that a build makes are missing, or older than this program; run: FREEZE=0 make site"


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
    except Refused as refused:
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
    named = parser.add_subparsers(required=True, metavar="COMMAND")
    _plan_options(named.add_parser("plan", help=view_words("command.plan")))
    _write_options(named.add_parser("write", help=view_words("command.write")))
    _check_options(named.add_parser("check", help=view_words("command.check")))
    _invitation_options(named.add_parser("invitation", help=view_words("command.invitation")))
    rules = named.add_parser("rules", help=view_words("command.rules"))
    rules.add_argument("--format", choices=("text", "json"), default="text")
    rules.add_argument("--voices", metavar="K4", help=view_words("command.voices"))
    rules.set_defaults(command=commands.rules)
    ask = named.add_parser("ask", help=view_words("command.ask"))
    ask.set_defaults(command=commands.ask)
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
    parser.set_defaults(command=commands.plan)


def _write_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("letter", metavar="LETTER", help=view_words("command.letter"))
    parser.add_argument("--fields", metavar="FILE.json", help=view_words("command.fields"))
    _answer_options(parser, commands.write)


def _check_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("draft", metavar="DRAFT.txt", help=view_words("command.draft"))
    parser.add_argument("--letter", default="", help=view_words("command.kind"))
    parser.add_argument("--case", metavar="CASE.json", help=view_words("command.case"))
    parser.add_argument("--subject", default="", help=view_words("command.subject"))
    _answer_options(parser, commands.check)


def _invitation_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("invitation", metavar="FILE", help=view_words("command.file"))
    parser.add_argument("--me", metavar="ADDRESS", default="", help=view_words("command.me"))
    _answer_options(parser, commands.invitation)


def _answer_options(parser: argparse.ArgumentParser, command: Callable[[argparse.Namespace], int]) -> None:
    """What every command has that asks for an answer as of a moment, as text or as JSON."""
    _now_option(parser)
    parser.add_argument("--format", choices=("text", "json"), default="text")
    parser.set_defaults(command=command)


def _now_option(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--now", metavar="ISO", help=view_words("command.now"))
