"""A host's own letters, which take the place of ours or join them."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, get_args

import tomlkit
from jinja2 import TemplateSyntaxError

from followup.checking.draft import KINDS
from followup.letters.framing import DEALT, PART
from followup.letters.letter import TONES, LetterKind, Limit
from followup.letters.manner import SITUATIONS
from followup.rules.sayings import PLACE
from followup.words.letter_files import ENDING, FACTS, MESSAGE
from followup_site.host import values
from followup_site.host.mistakes import HostMistake, Spot, among, line_of, listed, mistake, parsed, words
from followup_site.host.templates import ENVIRONMENT, broken, template_names
from followup_site.words.wording import site_words

WORDS = ("id", "title", "kind", "checked_as", "when", "subject", "reply_subject", "group")
NEEDED = ("id", "title", "kind", "checked_as", "when", "sources", "rules", "example_sent")
LISTS = ("actions", "formats", "sources", "rules", "variants", "situations", "optional", "needed")
LIMITS = values.Kind(
    name="limits",
    holds=lambda value: isinstance(value, list),
)
KEYS: Mapping[str, values.Kind] = MappingProxyType(
    {
        **dict.fromkeys(WORDS, values.WORDS),
        **dict.fromkeys(LISTS, values.LIST),
        "limits": LIMITS,
        "examples": values.EXAMPLES,
        "lies": values.SIDES,
        "example_sent": values.DAY,
    }
)
LIMIT = {"what": str, "most": int, "rule": str, "least": int}
MEASURES = get_args(Limit.__annotations__["what"])


def own_letters(ours: Path, own: Path, ids: frozenset[str], sources: frozenset[str]) -> tuple["Letter", ...]:
    """Gives the host's letters; HostMistake for one that cannot be used.

    `ours` is the folder of our letters; `ids` are the rules and questions it may name, `sources` the sources.
    """
    found = []
    for path in listed(own, ENDING):
        letter = Letter(path, ours)
        letter.check(ids, sources)
        found.append(letter)
    return tuple(found)


def write_letters(target: Path, letters: tuple["Letter", ...]) -> None:
    """Lays letters over those in `target`, each new one below its group's heading."""
    place = target / "groups.toml"
    told = tomllib.loads(place.read_text(encoding="utf-8"))
    for letter in letters:
        text = re.sub(r"(?m)^group\s*=.*\n", "", letter.text, count=1)
        (target / letter.path.name).write_text(text, encoding="utf-8")
        if letter.is_new:
            group = letter.facts["group"]
            next(each for each in told["groups"] if each["id"] == group)["letters"].append(letter.name)
    if letters:
        place.write_text(tomlkit.dumps(told), encoding="utf-8")


class Letter:
    """One file of a host, cut into its facts and its words."""

    def __init__(self, path: Path, ours: Path) -> None:
        self.path, self.ours = path, ours
        self.name = path.name.removesuffix(ENDING)
        self.text = words(path)
        parts = self.text.split(FACTS, 2)
        if len(parts) != 3 or parts[0].strip():
            found = (self.text.strip() or site_words("host.found.nothing")).splitlines()[0]
            raise mistake(path, 1, found, site_words("host.letters.facts"))
        self.words, _, self.short = parts[2].partition(MESSAGE)
        self.file = parsed(path, parts[1], above=parts[0].count("\n") + 1)
        self.facts: Mapping[str, Any] = self.file.table

    def wrong(self, near: object, found: object, may: str) -> HostMistake:
        """Gives the mistake at the line where `near` stands first."""
        return mistake(self.path, line_of(self.text, near), found, may)

    def check(self, ids: frozenset[str], sources: frozenset[str]) -> None:
        """Raises HostMistake for facts or words that cannot be used."""
        for key, value in self.facts.items():
            if key not in KEYS:
                raise self.file.wrong(Spot(key=key), key, among(key, KEYS, site_words("host.names.fact")))
            values.check_value(self.file, Spot(key=key), value, KEYS[key])
        # An empty list says that no source and no rule speaks of it, as some of ours do.
        needed = (key for key in NEEDED if self.facts.get(key) != [])
        values.check_needed(self.file, Spot(), self.facts, needed, self.name)
        self._check_group()
        self._check_limits()
        known = _known(self.ours)
        for key in ("examples", "lies"):
            self._check_names(key, self.facts.get(key, ()), known["needed"], site_words("host.names.blank"))
        if self.facts["id"] != self.name:
            raise self.file.wrong(Spot(key="id"), self.facts["id"], site_words("host.letters.id", name=self.name))
        self._check_names("kind", (self.facts["kind"],), get_args(LetterKind.__value__), "kind")
        self._check_names("checked_as", (self.facts["checked_as"],), sorted(KINDS), "checked_as")
        allowed = {
            **known,
            "sources": tuple(sorted(sources)),
            "rules": tuple(sorted(ids)),
            "variants": TONES,
            "situations": SITUATIONS,
        }
        for key in LISTS:
            self._check_names(key, self.facts.get(key, ()), allowed[key], site_words("host.names.of", whole=key))
        self._check_words(frozenset(known["needed"]), ids)

    @property
    def is_new(self) -> bool:
        """False where it takes the place of a letter of ours."""
        return not (self.ours / self.path.name).exists()

    def _check_names(self, key: str, found: Iterable[str], known: Iterable[str], what: str) -> None:
        values.check_names(self.file, Spot(key=key), found, known, what)

    def _check_group(self) -> None:
        told = tomllib.loads((self.ours / "groups.toml").read_text(encoding="utf-8"))
        if self.is_new:
            groups = (group["id"] for group in told["groups"])
            found = self.facts.get("group", self.name)
            self._check_names("group", (found,), groups, site_words("host.names.group"))

    def _check_limits(self) -> None:
        for one in self.facts.get("limits", ()):
            whole = isinstance(one, dict) and {"what", "most", "rule"} <= set(one) <= set(LIMIT)
            if not whole or any(type(each) is not LIMIT[key] for key, each in one.items()):
                raise self.file.wrong(Spot(key="limits"), one, LIMITS.may("limits"))
            self._check_names("limits", (one["what"],), MEASURES, site_words("host.names.measure"))

    def _check_words(self, blanks: frozenset[str], ids: frozenset[str]) -> None:
        for place in PLACE.finditer(self.facts["when"]):
            if place["id"] not in ids:
                raise self.file.wrong(Spot(key="when"), place[0], site_words("host.letters.figure"))
        for limit in self.facts.get("limits", ()):
            if limit["rule"] not in (*ids, "ours"):
                raise self.file.wrong(Spot(key="limits"), limit["rule"], site_words("host.letters.rule"))
        for part in PART.finditer(self.words):
            if not (self.ours / "parts" / f"{part[1]}{ENDING}").exists():
                known = sorted(each.name.removesuffix(ENDING) for each in (self.ours / "parts").iterdir())
                raise self.wrong(part[0], part[1], among(part[1], known, site_words("host.names.part")))
        self._check_dealt()
        begun = self.text.count("\n", 0, self.text.index(self.words)) if self.words else 0
        self._check_template(self.words, begun, blanks)
        if self.short:
            self._check_template(self.short, self.text.count("\n", 0, self.text.rindex(self.short)), blanks)
        for key in ("subject", "reply_subject"):
            self._check_template(self.facts.get(key, ""), line_of(self.text, key) - 1, blanks)

    def _check_template(self, source: str, begun: int, blanks: frozenset[str]) -> None:
        """Raises HostMistake for what Jinja cannot read, and for a blank that nobody asks for."""
        try:
            ENVIRONMENT.from_string(source)
            asked = template_names(source)
        except TemplateSyntaxError as wrong:
            line = begun + wrong.lineno
            found = self.text.splitlines()[min(line, len(self.text.splitlines())) - 1].strip() or site_words(
                "host.found.end"
            )
            raise mistake(self.path, line, found, broken(wrong)) from None
        known = blanks | _spoken_to(self.ours)
        for name in sorted(asked - known):
            raise self.wrong(name, name, among(name, sorted(blanks), site_words("host.names.blank")))

    def _check_dealt(self) -> None:
        """Raises HostMistake unless each sentence that is dealt out has three wordings, one below the other."""
        run: list[str] = []
        for line in [*self.words.split("\n"), ""]:
            found = DEALT.match(line)
            if found is None and line.startswith("   ") and run:
                continue
            if found and (not run or run[0][0] == found[1]):
                run.append(line)
            elif run and len(run) != 3:
                raise self.wrong(run[0], run[0], site_words("host.letters.dealt"))
            else:
                run = [line] if found else []


@cache
def _known(ours: Path) -> Mapping[str, tuple[str, ...]]:
    """Gives what our letters name: the steps and formats they are for, and the blanks."""
    blanks = tuple(tomllib.loads((ours / "blanks.toml").read_text(encoding="utf-8")))
    facts_of = [tomllib.loads(path.read_text(encoding="utf-8").split(FACTS, 2)[1]) for path in ours.glob(f"*{ENDING}")]
    told = {key: sorted({one for facts in facts_of for one in facts.get(key, ())}) for key in ("actions", "formats")}
    return {**{key: tuple(found) for key, found in told.items()}, "optional": blanks, "needed": blanks}


@cache
def _spoken_to(ours: Path) -> frozenset[str]:
    """Gives every name that one of our letters or frames asks for, tones and situations among them."""
    texts = [path.read_text(encoding="utf-8").split(FACTS, 2)[-1] for path in ours.rglob(f"*{ENDING}")]
    found = {name for text in texts for name in template_names(text)}
    return frozenset(found) | {*TONES} | frozenset(SITUATIONS)
