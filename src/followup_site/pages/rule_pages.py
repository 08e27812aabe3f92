"""Writes the pages made from the rulebook: all rules, the disagreements, the sources and single scales."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from followup.rules import changes, rulebook
from followup.rules.records import OURS, Default, Figure, Rule, Source
from followup.rules.sayings import FIGURE
from followup_site.pages import evidence_pages, scales
from followup_site.pages.rendering import panels
from followup_site.words.wording import site_named, site_records, site_words

PLANNER = "/tools/planner.md"
# What a figure bounds, by the end of its key.
EDGES = {"min": "least", "max": "most"}


@dataclass(frozen=True, kw_only=True, slots=True)
class RuleRow:
    """A rule as its row shows it: figures in words, and the questions in which it is disputed."""

    rule: Rule
    figures: tuple[str, ...]
    disputed: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class RuleGroup:
    """A heading of the rules page and the rows below it."""

    id: str
    title: str
    about: str
    rows: tuple[RuleRow, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class QuestionGroup:
    """A heading of the disagreements page and its questions."""

    id: str
    title: str
    questions: tuple[Default, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class SourceEntry:
    """A source and the rules that rest on it."""

    id: str
    source: Source
    rules: tuple[Rule, ...]


def rules_table(attributes: Mapping[str, str]) -> str:
    """Gives every rule as a row of a table, under a heading for each moment; row ids are rule ids in lower case."""
    return _render("rules", groups=rule_groups(), questions=rulebook.defaults(), sources=rulebook.sources())


def disagreements(attributes: Mapping[str, str]) -> str:
    """Gives every disputed question as a section: its scale, who says what, our default and why."""
    asked = rulebook.defaults()
    return _render(
        "disagreements",
        groups=question_groups(),
        drawn={id: scales.figure(question) for id, question in asked.items()},
        voices={id: evidence_pages.drawn_for(id) for id in asked},
        sources=rulebook.sources(),
        rules=rulebook.rules(),
        approaches={id: approaches(question) for id, question in asked.items()},
        planner=PLANNER,
    )


def sources_list(attributes: Mapping[str, str]) -> str:
    """Gives the five sources, each under a heading that begins with the words that citations show."""
    entries = tuple(SourceEntry(id=id, source=each, rules=_resting_on(id)) for id, each in rulebook.sources().items())
    return _render("sources", sources=entries, planner=PLANNER)


def changes_list(attributes: Mapping[str, str]) -> str:
    """Gives what has changed in the rules, newest first, under a heading for each."""
    return _render("changes", changes=changes.changes())


def scale(attributes: Mapping[str, str]) -> str:
    """Gives the scale of one disputed question; ValueError for a question without one."""
    question = rulebook.defaults().get(attributes["id"])
    if question is None or question.scale is None:
        drawn = ", ".join(id for id, each in rulebook.defaults().items() if each.scale)
        raise ValueError(site_words("mistakes.tags.scale", scale=attributes["id"], known=drawn))
    return scales.figure(question, link=f"/sources/disagreements.md#{question.id.lower()}")


def rule_groups() -> tuple[RuleGroup, ...]:
    """Gives the rows of the rules page by moment, our own choices last."""
    named = [
        _rule_group(one, [rule for rule in _rules() if rule.applies_to == one["id"] and not _is_ours(rule)])
        for one in site_records("pages.rules.moments")
    ]
    return (*named, _rule_group(site_named("pages.rules.own"), [rule for rule in _rules() if _is_ours(rule)]))


def question_groups() -> tuple[QuestionGroup, ...]:
    """Gives the disputed questions by moment."""
    asked = rulebook.defaults().values()
    return tuple(
        QuestionGroup(
            id=one["id"], title=one["title"], questions=tuple(each for each in asked if each.applies_to == one["id"])
        )
        for one in site_records("pages.rules.moments")
    )


def approaches(question: Default) -> tuple[str, ...]:
    """Gives the approaches that may answer the question otherwise: its sources, and `patient` where it waits longer."""
    return (*question.says, "patient") if "O13" in question.rules else tuple(question.says)


def spoken_figure(key: str, value: Figure) -> str:
    """Gives a figure in words: spoken_figure("wait_business_days", 5) == "Wait: 5 business days"."""
    found = FIGURE.fullmatch(key)
    if found is None:
        raise ValueError(f"{key} does not end in a unit")
    name, edge, words = (found["name"] or "").replace("_", " "), EDGES.get(found["edge"]), _amount(value, found["unit"])
    if edge:
        words = site_words(f"pages.rules.{edge}", amount=words)
    return (site_words("pages.rules.named", name=name, amount=words) if name else words).capitalize()


def _amount(value: Figure, unit: str) -> str:
    if isinstance(value, dt.time):
        return f"{value:%H:%M}"
    if unit == "count":
        return str(value)
    many = unit.replace("_", " ")
    one = many.removesuffix("s")
    if unit in site_named("pages.rules.units"):
        one, many = (site_words(f"pages.rules.units.{unit}", count=count) for count in (1, 2))
    return f"{value} {one if value == 1 else many}"


def _rule_group(named: Mapping[str, str], rules: list[Rule]) -> RuleGroup:
    return RuleGroup(**named, rows=tuple(_row(rule) for rule in rules))


def _row(rule: Rule) -> RuleRow:
    return RuleRow(
        rule=rule,
        figures=tuple(spoken_figure(key, value) for key, value in rule.figures.items()),
        disputed=tuple(id for id, question in rulebook.defaults().items() if rule.id in question.rules),
    )


def _rules() -> tuple[Rule, ...]:
    return tuple(rulebook.rules().values())


def _resting_on(source: str) -> tuple[Rule, ...]:
    return tuple(rule for rule in _rules() if source in rule.sources)


def _is_ours(rule: Rule) -> bool:
    return rule.sources == (OURS,)


def _render(name: str, **words: object) -> str:
    return panels().get_template(f"{name}.md.jinja").render(**words)
