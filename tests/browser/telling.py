"""Tells the planner of an interview in one go, for stories that are about something else."""

import base64
import json

from playwright.sync_api import Page

SET = """(told) => {
    for (const [name, value] of Object.entries(told)) {
        const one = document.querySelector(`followup-tool [name="${CSS.escape(name)}"][data-kind]`);
        const known = [...(one.options ?? [])].some((option) => option.value === value);
        if (one.options && !known) one.add(new Option(value, value));
        one.value = value;
        one.dispatchEvent(new Event("input", { bubbles: true }));
    }
}"""


def tell(page: Page, told: dict[str, str] | None = None) -> None:
    """Answers the planner's questions by the paths of its form; held in person unless it says otherwise."""
    page.evaluate(SET, {"rounds[0].format": "onsite", **(told or {})})


def link(told: object) -> str:
    """Gives a link to the planner with this in it, as text or as what JSON holds."""
    text = told if isinstance(told, str) else json.dumps(told)
    return f"tools/planner/#case={base64.urlsafe_b64encode(text.encode()).decode().rstrip('=')}"


def show(page: Page) -> None:
    """Asks for the answer."""
    page.get_by_role("button", name="Show me what to do").click()


def unfold(page: Page, group: str) -> None:
    """Opens what the answer rests on, and one group of it."""
    recap = page.locator(".recap")
    recap.wait_for()
    if recap.get_attribute("open") is None:
        recap.locator(":scope > summary").click()
    page.locator(f"#planner-group-{group} > summary").click()
