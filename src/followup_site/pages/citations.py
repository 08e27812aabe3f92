"""Tells what the small link beside a claim says and where it leads."""

import importlib
import re
from dataclasses import dataclass

RULE = re.compile(r"[TCPRGO]\d+")
DEFAULT = re.compile(r"K\d+")


@dataclass(frozen=True, kw_only=True, slots=True)
class Citation:
    """A page of this site, from its root, and the words that stand in the sentence."""

    page: str
    text: str


class UnknownCitation(ValueError):
    """A page cites a rule that does not exist; it stops the build."""


def citation(rule_id: str) -> Citation:
    """Gives the link for a rule ("T4" reads "(primer)") or a disputed question ("K4" reads "(our default)")."""
    if DEFAULT.fullmatch(rule_id):
        return Citation(page=f"/sources/disagreements.md#{rule_id.lower()}", text="(our default)")
    if RULE.fullmatch(rule_id):
        return Citation(page=f"/sources/rules.md#{rule_id.lower()}", text=f"({', '.join(_sources(rule_id))})")
    raise UnknownCitation(f"There is no rule or question called {rule_id}")


def _sources(rule_id: str) -> tuple[str, ...]:
    rules = importlib.import_module("followup.rules.rulebook").rules()
    if rule_id not in rules:
        raise UnknownCitation(f"There is no rule called {rule_id}")
    return tuple("our choice" if source == "ours" else source for source in rules[rule_id].sources)
