"""What a reader types never becomes an element or an attribute of the page, as a real browser reads HTML."""

import json
from typing import Any

import pytest
from cases import HARMLESS
from playwright.sync_api import Page

pytestmark = pytest.mark.browser

ENDS = (
    "</p>",
    "</div>",
    "</main>",
    "</textarea>",
    "</section>",
    "</form>",
    "</ol></li>",
    "</template>",
    "</svg>",
    "-->",
)
STARTS = (
    "<b>",
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "<svg><style>*{}</style>",
    "<math><mtext>",
    "<style>*{}",
    "<form action=//x>",
    "<a href=javascript:x>",
    "<iframe srcdoc=x>",
    "<template>",
    "<select><option>",
    "<table><td>",
    "<textarea>",
    "<title>",
    "<!--",
    "<![CDATA[",
    "<?x",
    "<plaintext>",
    "<base href=//x>",
)
ATTRIBUTES = (
    '" onfocus=x ',
    "' onfocus=x ",
    '" autofocus "',
    "x' hidden '",
    '"><b>',
    "'><b>",
    "\"'>",
    "&quot; x=y",
    "`x=y",
)
ENTITIES = ("&lt;b&gt;", "&#60;b>", "&#x3c;b>", "&amp;lt;", "&")
MIXED = ("</p></textarea></main><b>", "--><b>", "</title><b>", "]]><b>", "</style><b>", "<b <b", "< b>", "Dana <b>&'\"")
FRAGMENTS = ENDS + STARTS + ATTRIBUTES + ENTITIES + MIXED

# Asks the site's own Python, and lets the browser read each fragment where no script of it could run.
SHAPES = """async (requests) => {
    const { ask } = await import(new URL("assets/app/runtime.js", location.href).href);
    const shapes = [];
    for (const request of requests) {
        const { data, fragment } = JSON.parse(await ask(request));
        const held = document.createElement("template");
        held.innerHTML = fragment;
        const elements = [...held.content.querySelectorAll("*")];
        shapes.push({
            shape: elements.map((one) => [one.localName, ...one.getAttributeNames()].join(" ")),
            found: (data.findings ?? []).map(({ check, start, end }) => [check, start, end].join(" ")),
        });
    }
    return shapes;
}"""


def planner(text: str) -> dict[str, Any]:
    """Gives an interview in which every name is the text."""
    people = [{"name": name, "part": "interviewer"} for name in (text, f"{text} B")]
    when = {"format": "onsite", "date": "2027-01-07", "ends": "15:00", "zone": "America/New_York"}
    return {"company": text, "role": text, "country": "US", "rounds": [{**when, "interviewers": people}]}


def writer(text: str) -> dict[str, Any]:
    """Gives a letter in words of the reader's own, so that nothing but the text is different."""
    own = {"subject": text, "text": f"Hi {text},\n\nThank you.\n\nBest wishes,\n{text}"}
    return {"letter": "thank-you-onsite", "to": text, "case": planner(text), **own}


def request(tool: str, fields: dict[str, Any]) -> str:
    """Gives a request as a page sends it."""
    return json.dumps({"tool": tool, "now": "2027-01-08T16:00:00-05:00", "fields": fields})


@pytest.mark.firefox_at_night
@pytest.mark.parametrize(("tool", "fields"), [("planner", planner), ("writer", writer)], ids=["planner", "writer"])
def test_hostile_text_has_the_shape_of_its_harmless_twin(page: Page, site_url: str, tool: str, fields: Any) -> None:
    """Every element and every attribute is the page's own."""
    page.goto(site_url)
    hard, soft = (
        page.evaluate(SHAPES, [request(tool, fields(text)) for text in texts])
        for texts in (FRAGMENTS, [text.translate(HARMLESS) for text in FRAGMENTS])
    )
    # Where the checker finds something else in the twin, the pages differ for that reason.
    pairs = [pair for pair in zip(FRAGMENTS, hard, soft, strict=True) if pair[1]["found"] == pair[2]["found"]]
    assert len(pairs) > 30
    assert [] == [text for text, one, other in pairs if one["shape"] != other["shape"]]
