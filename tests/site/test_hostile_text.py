"""What a reader types never becomes markup, a template or a file's header."""

import json
import re
from html.parser import HTMLParser
from typing import Any

import pytest
from cases import HARMLESS
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from followup import letters
from followup.door import answer

NOW = "2027-01-20T16:00:00-05:00"
PIECES: tuple[str, ...] = (
    "<b>",
    "</p>",
    "<!--",
    "-->",
    "<script>",
    "</textarea></main>",
    "</p></div>",
    "</form>",
    "<form action=//x>",
    "<style>*{}</style>",
    "<a href=//x>",
    '"',
    "'",
    "&lt;",
    "{{ 7*7 }}",
    "{% raw %}",
    "<img src=x ",
)
PIECES += (
    "onerror=alert(1)",
    "javascript:alert(1)",
    "<svg/onload=x>",
    "]]>",
    "\\",
    "`",
    "${x}",
    "&#60;",
    "é",
    "漢字",
    " ",
    "Dana",
)
CALL_TEXTS = ("number", "name", "company", "role", "my_name", "my_phone", "detail", "points")
hostile = st.lists(st.sampled_from(PIECES) | st.text("<>&\"'{}%/= ab", max_size=4), min_size=1, max_size=6).map("".join)


class Marks(HTMLParser):
    """The tags of a fragment, opening and closing, with the names of their attributes, and the addresses in it."""

    def __init__(self, fragment: str) -> None:
        """Reads a fragment."""
        super().__init__()
        self.tags: list[tuple[str, tuple[str, ...]]] = []
        self.addresses: list[str] = []
        self.words: list[str] = []
        self.feed(fragment)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Notes a tag."""
        self.tags.append((tag, tuple(sorted(name for name, _ in attrs))))
        self.addresses += [value or "" for name, value in attrs if name in ("href", "src", "action", "formaction")]

    def handle_endtag(self, tag: str) -> None:
        """Notes the end of an element: one too many closes what stands around the fragment."""
        self.tags.append((f"/{tag}", ()))

    def handle_data(self, data: str) -> None:
        """Notes what the reader sees."""
        self.words.append(data)

    def handle_comment(self, data: str) -> None:
        """Notes a comment as a tag of its own."""
        self.tags.append(("!--", ()))


def case(text: str) -> dict[str, object]:
    """Gives the fields of an interview in which every name is the text."""
    person = {"name": text, "email": "", "part": "interviewer"}
    panel = [person, {**person, "name": f"{text} B"}]
    rounds = [
        {"format": "onsite", "date": "2027-01-07", "ends": "15:00", "zone": "America/New_York", "interviewers": panel}
    ]
    events = [{"kind": "sent", "at": "2027-01-08T09:00", "step": "thank-you", "to": text}]
    return {
        "company": text,
        "role": text,
        "rounds": rounds,
        "country": "US",
        "my_zone": "Europe/London",
        "events": events,
    }


def requests(text: str) -> dict[str, dict[str, object]]:
    """Gives the fields for each tool with the text wherever a reader can type one."""
    blanks: dict[str, object] = {name: text for name, blank in letters.blanks().items() if blank.kind != "date"}
    # It stands in the letter too, so that the letters are found to be alike.
    sentence = f"I keep thinking about {text}, which is close to my work on {text}."
    draft = f"Dear {text},\n\nThank you. {sentence}\n\n{text}"
    return {
        "planner": case(text),
        "writer": {
            "letter": "thank-you-onsite",
            "blanks": blanks,
            "subject": text,
            "case": case(text),
            "to": text,
            "written": [{"to": f"{text} B", "text": draft}],
        },
        "checker": {"draft": draft, "subject": text, "items": [text], "earlier": [text], "others": [draft]},
        "call-sheet": {**dict.fromkeys(CALL_TEXTS, text), "zone": "America/New_York", "my_zone": "America/New_York"},
        "what-now": {"answers": {"where": "interviewed"}, "case": case(text)},
        "interviews": {"cases": [{"id": text, "name": text, "case": case(text)}, {"name": text, "case": {}}]},
    }


def asked(tool: str, fields: dict[str, object]) -> dict[str, Any]:
    """Gives the parsed answer of the door."""
    answered = json.loads(answer(json.dumps({"tool": tool, "now": NOW, "fields": fields})))
    assert isinstance(answered, dict)
    return answered


@pytest.mark.parametrize("tool", sorted(requests("")))
def test_the_requests_below_are_answered(tool: str) -> None:
    """With a harmless name each tool has an answer, so that the tests look at something."""
    answered = asked(tool, requests("Dana")[tool])
    assert ([], True) == (answered["problems"], bool(answered["fragment"]))


def found(answered: dict[str, Any]) -> list[object]:
    """Gives what decides how many marks an answer has: its problems, and what the checker finds and where."""
    findings = (answered["data"] or {}).get("findings", ())
    return [answered["problems"], *((one["check"], one["start"], one["end"]) for one in findings)]


@pytest.mark.parametrize("tool", sorted(requests("")))
@settings(deadline=None)
@given(text=hostile)
def test_hostile_text_has_the_marks_of_its_harmless_twin(tool: str, text: str) -> None:
    """Brackets and quotes give the same elements with the same attributes as signs without a meaning."""
    hard, soft = (asked(tool, requests(one)[tool]) for one in (text, text.translate(HARMLESS)))
    assume(found(hard) == found(soft))
    marks = Marks(hard["fragment"])
    assert Marks(soft["fragment"]).tags == marks.tags
    assert [] == [address for address in marks.addresses if re.match(r"\s*(javascript|data|vbscript):", address)]


@pytest.mark.parametrize(
    "text", ["{{ 7 * 7 }}", "{{ ''.__class__.__mro__ }}", "{% for x in range(3) %}x{% endfor %}", "{# gone #}"]
)
def test_a_template_in_a_name_is_shown_and_not_run(text: str) -> None:
    """The reader's text is a value for a template and never one itself."""
    shown = " ".join(Marks(asked("planner", case(text))["fragment"]).words)
    assert text in shown


@settings(deadline=None)
@given(text=hostile)
def test_a_problem_holds_words_only(text: str) -> None:
    """Messages go into the page as text; none carries what was typed as markup of its own."""
    wrong = {**case(text), "country": text, "my_zone": text}
    problems = asked("planner", wrong)["problems"]
    assert isinstance(problems, list)
    assert [] == [one for one in problems if set(one) != {"field", "message"} or not isinstance(one["message"], str)]
