"""The one door: JSON text in, JSON text out."""

import json
import re
from collections.abc import Mapping
from datetime import datetime
from importlib import import_module
from types import ModuleType
from typing import Any

from followup import forms
from followup.model.answer import Answer, Problem, record
from followup.model.question import Question
from followup.model.wording import problem_words

# Each tool is a module of followup.tools: its Questions, its problems() across fields, its answer().
TOOLS = ("planner", "writer", "checker", "call-sheet", "what-now", "interviews", "invitation")
PARTS = ("tool", "now", "fields")
# Ten times what the deepest case needs, and a tenth of what a browser's stack bears.
DEEPEST = 100
# A string is taken whole, so that brackets in it do not count.
BRACKETS = re.compile(r'"(?:\\.|[^"\\])*+"?|[\[\]{}]', re.DOTALL)
NOW = Question(said="request.now", kind="moment")
# Half a sign of two, which no bytes can hold; JSON has a number for it.
HALVES = re.compile("[\ud800-\udfff]")


def answer(text: str) -> str:
    """Gives the answer to one request, as JSON text; every mistake in the request comes back as a problem.

    Request: {"tool", "now", "fields"}. Answer: {"data", "fragment", "files", "problems"}; with problems `data` is null.
    """
    told = json.dumps(_shape(_answer(text)), ensure_ascii=False, separators=(",", ":"))
    # Only a request brings such halves, and nearly none does: an answer is long, and is not searched for nothing.
    return HALVES.sub(_number, told) if "\\u" in text or HALVES.search(text) else told


def _number(half: re.Match[str]) -> str:
    return f"\\u{ord(half[0]):04x}"


class Doubled(ValueError):
    """A name that stands twice in one object; which of the two is meant is not guessed."""


def _answer(text: str) -> Answer:
    if _is_too_deep(text):
        return _refused("", problem_words("too_deep", limit=DEEPEST))
    try:
        request = json.loads(text, object_pairs_hook=once)
    except Doubled as doubled:
        return _refused("", problem_words("doubled", name=doubled))
    except (ValueError, RecursionError):
        return _refused("", problem_words("json"))
    if not isinstance(request, dict):
        return _refused("", problem_words("request"))
    return _asked(request)


def _is_too_deep(text: str) -> bool:
    """True for a request that could break the browser's stack, where Python cannot catch it."""
    if text.count("[") + text.count("{") <= DEEPEST:
        return False
    depth = deepest = 0
    for part in BRACKETS.findall(text):
        depth += (part in "[{") - (part in "]}")
        deepest = max(deepest, depth)
    return deepest > DEEPEST


def once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """One object of JSON text; raises Doubled for a name that stands twice in it."""
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        raise Doubled(forms.shown(next(name for name in found if names.count(name) > 1)))
    return found


def _asked(request: Mapping[str, object]) -> Answer:
    problems = []
    if set(request) - {*PARTS}:
        problems.append(Problem(field="", message=problem_words("part_of_request", names=", ".join(PARTS))))
    tool = request.get("tool")
    if tool not in TOOLS:
        problems.append(Problem(field="tool", message=problem_words("tool", names=", ".join(TOOLS))))
    now = _now(request.get("now"), problems)
    if problems or now is None:
        return Answer(problems=tuple(problems))
    return consult(_module(str(tool)), request.get("fields"), now)


def _module(tool: str) -> ModuleType:
    return import_module(f"followup.tools.{tool.replace('-', '_')}.answer")


def _now(data: object, problems: list[Problem]) -> datetime | None:
    reading = forms.moment(data, NOW)
    if reading is None or reading.tzinfo is None:
        problems.append(Problem(field="now", message=NOW.words.enter))
        return None
    return reading


def consult(tool: ModuleType, fields: object, now: datetime) -> Answer:
    """Gives a tool's answer to fields, or every problem found in them; `now` is aware."""
    if not isinstance(fields, dict):
        return _refused("fields", problem_words("object"))
    reading = forms.read(tool.Questions, fields)
    # A field that is wrong in itself is named once; what depends on it is looked at when it is right.
    seen = {problem.field for problem in reading.problems}
    across = tuple(problem for problem in tool.problems(reading.values, now) if problem.field not in seen)
    if reading.value is None or across:
        return Answer(problems=reading.problems + across)
    answered: Answer = tool.answer(reading.value, now)
    return answered


def _refused(field: str, message: str) -> Answer:
    return Answer(problems=(Problem(field=field, message=message),))


def _shape(answered: Answer) -> dict[str, Any]:
    return {
        "data": None if answered.problems else answered.data,
        "fragment": answered.fragment,
        "files": [record(file) for file in answered.files],
        "problems": [record(problem) for problem in answered.problems],
    }
