"""Puts a tool into its page: its form, its messages and a worked example."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module

from markupsafe import Markup

from followup import door
from followup_site.forms.form_html import first_html, form_html, planner_html, render
from followup_site.pages import call_pages, examples, letter_pages
from followup_site.words.wording import site_named, site_records, site_words


@dataclass(frozen=True, kw_only=True, slots=True)
class ToolPage:
    """What a page adds to a tool: the case's part in it and a worked example; its words stand in words/tools.toml.

    `told` is "address" where the fields stand in the page's address, and the answer asks for them one by one.
    `case` is "own" where the tool's fields are the case itself, "sent" where the tool is asked about that case,
    "all" where it is asked about every case. A `live` tool answers while the reader types.
    """

    case: str = ""
    told: str = ""
    live: bool = False
    example: Callable[[], examples.Example] | None = None


TOOLS: Mapping[str, ToolPage] = {
    "planner": ToolPage(case="own", example=examples.planner),
    "writer": ToolPage(case="sent", live=True, example=letter_pages.example),
    "checker": ToolPage(case="sent", example=examples.checker),
    "call-sheet": ToolPage(case="sent", example=call_pages.example),
    "what-now": ToolPage(case="sent", told="address", example=examples.untouched),
    "interviews": ToolPage(case="all", example=examples.untouched),
}


@dataclass(frozen=True)
class Nothing:
    """The questions of a tool whose page has no form of its own."""


class ExampleRefused(ValueError):
    """The door has a problem with a worked example; it stops the build."""


def tool(attributes: Mapping[str, str]) -> str:
    """Gives the HTML for `<followup-tool name="..."/>`."""
    name = attributes["name"]
    page, words = TOOLS[name], site_named(f"tools.{name}")
    submit = words.get("submit", "")
    example = page.example() if page.example else None
    label = example.label if example else ""
    answer = render(
        "answer",
        tool=name,
        case=page.case,
        title=words["title"],
        noted=words.get("noted", ""),
        messages=site_named("tools.messages"),
        undone=site_named("tools.undone"),
        example=Markup(_answered(name, example)) if example else "",
        example_label=label,
    )
    questions = _questions(name) if submit else Nothing
    if name == "planner":
        form = Markup(planner_html(questions, submit=submit, answer=answer))
    else:
        form = Markup(form_html(name, questions, submit=submit, answer=answer))
    return render("tool", tool=name, case=page.case, told=page.told, live=page.live, form=form, example_label=label)


def start(attributes: Mapping[str, str]) -> str:
    """Gives the HTML for `<followup-start/>`: the questions that start a plan, on the first page."""
    return first_html(_questions("planner"))


def invitation(attributes: Mapping[str, str]) -> str:
    """Gives the HTML for `<followup-invitation open="no"/>`: a way to start from the invitation, folded or open."""
    return render("invitation", open=attributes["open"] == "yes")


def moments(attributes: Mapping[str, str]) -> str:
    """Gives the HTML for `<followup-moments/>`: where else a reader may be, each at the question of its tool."""
    return render("moments", moments=site_records("tools.moments"))


def _questions(name: str) -> type:
    questions: type = import_module(f"followup.tools.{name.replace('-', '_')}.answer").Questions
    return questions


def _answered(name: str, example: examples.Example) -> str:
    request = {"tool": name, "now": example.now.isoformat(), "fields": example.fields}
    answer = json.loads(door.answer(json.dumps(request)))
    if answer["problems"]:
        raise ExampleRefused(site_words("mistakes.tags.example", tool=name, problems=answer["problems"]))
    # An example has no files: their links lead nowhere, and say so.
    fragment = str(answer["fragment"]).replace(' data-file="', ' role="link" aria-disabled="true" data-file="')
    # A blank line would end the HTML for Markdown; the letter's own are written so that they stay.
    return fragment.replace("\n\n", "\n&#10;")
