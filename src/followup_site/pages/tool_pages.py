"""Puts a tool into its page: its form, its messages and a worked example."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module

from markupsafe import Markup

from followup import door
from followup_site.forms.form_html import first_html, form_html, planner_html, render
from followup_site.pages import call_pages, examples, letter_pages

MESSAGES: Mapping[str, str] = {
    "loading": "Your answer is on its way.",
    "answered": "The answer is ready.",
    "problems": "There is a problem. The list above the form says what to enter.",
    "failed": "This could not be worked out here. What you can do is written above the answer.",
    "added": "Added.",
    "removed": "Removed.",
    "copied": "Copied.",
    "not-copied": "Your browser does not allow copying. Select the text and copy it yourself.",
    "linked": "The link is copied. It holds no names and no addresses.",
    "kept": "Kept in this browser.",
    "dropped": "No longer kept in this browser. This tab still holds it.",
    "not-kept": "This browser has no room for it, or does not allow it. It is in this tab until you close it.",
    "not-dropped": "This tab has no room, so this browser still keeps it. Save it as a file, then forget everything.",
    "loaded": "Loaded. It stands beside what was here.",
    "some": "Loaded in part: what could not be read was left out. It stands beside what was here.",
    "same": "Everything in this file is here already.",
    "nothing": "There is no interview in this file. Nothing was changed.",
    "damaged": "This file cannot be read as saved interviews. Nothing was changed.",
    "newer": "This file comes from a newer version of this page. Reload the page and try again. Nothing was changed.",
}

# What can be taken back, by the deed; a name follows where there is one.
UNDONE: Mapping[str, str] = {
    "delete": "Deleted.",
    "rename": "Renamed. It was called",
    "remove": "Removed.",
    "mend": "Changed in your draft:",
    "load": "Loaded beside what was here. Interviews that are new:",
    "link": "The link took the place of what stood here.",
    "told": "Noted for",
    "take-other": "Taken from the other tab.",
    "keep-mine": "Kept what is here.",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class ToolPage:
    """What a page adds to a tool: the button's words, the answer's name, the case's part and a worked example.

    `told` is "address" where the fields stand in the page's address, and the answer asks for them one by one.
    `case` is "own" where the tool's fields are the case itself, "sent" where the tool is asked about that case,
    "all" where it is asked about every case. A `live` tool answers while the reader types. `noted` is what stands
    beside Undo after a press that tells something.
    """

    submit: str
    title: str
    case: str = ""
    told: str = ""
    live: bool = False
    noted: str = ""
    example: Callable[[], examples.Example] | None = None


NOTED = "Noted as of now, and the answer below is new. To change it later, press “Correct something” {}."
# Where a reader may be who was not interviewed today: words, what to do, and what "What now?" is told of it.
MOMENTS = (
    ("I am waiting", "Put one date in your calendar, then let it rest.", "answers.where=waiting"),
    (
        "The date they named has passed",
        "Send one short email and ask how it stands.",
        "answers.where=silence&answers.followed-up=never&answers.named-date=yes",
    ),
    ("I hear nothing", "See what silence can mean, and what is left.", "answers.where=silence"),
    ("I have another offer", "Tell them today, and ask when they will decide.", "answers.where=offer"),
    ("They said no", "Send a short, kind reply and ask for feedback.", "answers.where=rejected"),
    ("I am done with this one", "Close it in peace, and keep the door open.", "answers.where=done"),
)
TOOLS: Mapping[str, ToolPage] = {
    "planner": ToolPage(
        submit="Show me what to do",
        title="Your plan",
        case="own",
        noted=NOTED.format("below your plan"),
        example=examples.planner,
    ),
    "writer": ToolPage(
        submit="Show the letter",
        title="Your letter",
        case="sent",
        live=True,
        noted="Kept under “Letters to the others”. The letters you write next are compared with it.",
        example=letter_pages.example,
    ),
    "checker": ToolPage(submit="Check the draft", title="What was found", case="sent", example=examples.checker),
    "call-sheet": ToolPage(
        submit="Show my call sheet",
        title="Your call sheet",
        case="sent",
        noted=NOTED.format("below your plan, in the planner"),
        example=call_pages.example,
    ),
    "what-now": ToolPage(submit="", title="What now", case="sent", told="address", example=examples.untouched),
    "interviews": ToolPage(submit="", title="Your interviews", case="all", example=examples.untouched),
}


@dataclass(frozen=True)
class Nothing:
    """The questions of a tool whose page has no form of its own."""


class ExampleRefused(ValueError):
    """The door has a problem with a worked example; it stops the build."""


def tool(attributes: Mapping[str, str]) -> str:
    """Gives the HTML for `<followup-tool name="..."/>`."""
    name = attributes["name"]
    page = TOOLS[name]
    example = page.example() if page.example else None
    label = example.label if example else ""
    answer = render(
        "answer",
        tool=name,
        case=page.case,
        title=page.title,
        noted=page.noted,
        messages=MESSAGES,
        undone=UNDONE,
        example=Markup(_answered(name, example)) if example else "",
        example_label=label,
    )
    questions = _questions(name) if page.submit else Nothing
    if name == "planner":
        form = Markup(planner_html(questions, submit=page.submit, answer=answer))
    else:
        form = Markup(form_html(name, questions, submit=page.submit, answer=answer))
    return render("tool", tool=name, case=page.case, told=page.told, live=page.live, form=form, example_label=label)


def start(attributes: Mapping[str, str]) -> str:
    """Gives the HTML for `<followup-start/>`: the questions that start a plan, on the first page."""
    return first_html(_questions("planner"))


def invitation(attributes: Mapping[str, str]) -> str:
    """Gives the HTML for `<followup-invitation open="no"/>`: a way to start from the invitation, folded or open."""
    return render("invitation", open=attributes["open"] == "yes")


def moments(attributes: Mapping[str, str]) -> str:
    """Gives the HTML for `<followup-moments/>`: where else a reader may be, each at the question of its tool."""
    return render("moments", moments=MOMENTS)


def _questions(name: str) -> type:
    questions: type = import_module(f"followup.tools.{name.replace('-', '_')}.answer").Questions
    return questions


def _answered(name: str, example: examples.Example) -> str:
    request = {"tool": name, "now": example.now.isoformat(), "fields": example.fields}
    answer = json.loads(door.answer(json.dumps(request)))
    if answer["problems"]:
        raise ExampleRefused(f"The worked example of {name}: {answer['problems']}")
    # An example has no files: their links lead nowhere, and say so.
    fragment = str(answer["fragment"]).replace(' data-file="', ' role="link" aria-disabled="true" data-file="')
    # A blank line would end the HTML for Markdown; the letter's own are written so that they stay.
    return fragment.replace("\n\n", "\n&#10;")
