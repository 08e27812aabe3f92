"""A host's own letters, which take the place of ours or join them."""

import datetime as dt
import re
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, get_args

import tomlkit
from jinja2 import TemplateSyntaxError
from jinja2.meta import find_undeclared_variables
from jinja2.sandbox import ImmutableSandboxedEnvironment

from followup.checking.draft import KINDS
from followup.letters.letter import DEALT, PART, TONES, LetterKind, Limit
from followup.letters.manner import SITUATIONS
from followup.rules.sayings import PLACE
from followup.words.letter_files import ENDING, FACTS, MESSAGE
from followup_site.host.mistakes import AT, HostMistake, among, line_of, mistake, words

WORDS = ("id", "title", "kind", "checked_as", "when", "subject", "reply_subject", "group")
NEEDED = ("id", "title", "kind", "checked_as", "when", "sources", "rules", "example_sent")
LISTS = ("actions", "formats", "sources", "rules", "variants", "situations", "optional", "needed")
KEYS = (*WORDS, *LISTS, "limits", "examples", "example_sent")
LIMIT = {"what": str, "most": int, "rule": str, "least": int}
MEASURES = get_args(Limit.__annotations__["what"])


def own_letters(ours: Path, own: Path, ids: frozenset[str], sources: frozenset[str]) -> tuple["Letter", ...]:
    """Gives the host's letters; HostMistake for one that cannot be used.

    `ours` is the folder of our letters; `ids` are the rules and questions it may name, `sources` the sources.
    """
    found = []
    for path in sorted(own.glob("*")) if own.exists() else ():
        if not path.name.endswith(ENDING) or path.is_dir():
            raise mistake(path, 1, path.name, f"a letter may be a file like check-in{ENDING}")
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
            found = (self.text.strip() or "nothing").splitlines()[0]
            raise mistake(path, 1, found, "a letter may begin with its facts between two lines of +++")
        self.words, _, self.short = parts[2].partition(MESSAGE)
        self.facts = self._facts(parts[1])

    def _facts(self, text: str) -> Mapping[str, Any]:
        try:
            return tomllib.loads(text)
        except tomllib.TOMLDecodeError as wrong:
            at = AT.search(str(wrong))
            line = int(at[1]) + 1 if at else text.count("\n") + 1
            found = self.text.splitlines()[line - 1].strip() or "the end of the facts"
            raise mistake(self.path, line, found, f"TOML says: {AT.sub('', str(wrong))}") from None

    def wrong(self, near: object, found: object, may: str) -> HostMistake:
        """Gives the mistake at the line where `near` stands first."""
        return mistake(self.path, line_of(self.text, near), found, may)

    def check(self, ids: frozenset[str], sources: frozenset[str]) -> None:
        """Raises HostMistake for facts or words that cannot be used."""
        for key, value in self.facts.items():
            self._check_value(key, value)
        for key in NEEDED:
            if not self.facts.get(key):
                raise mistake(self.path, 1, self.name, f"a letter may not go without {key}: add it")
        self._check_group()
        known = _known(self.ours)
        if self.facts["id"] != self.name:
            raise self.wrong("id", self.facts["id"], f"id may be as the file is called, {self.name}")
        for key, may in (("kind", get_args(LetterKind.__value__)), ("checked_as", sorted(KINDS))):
            if self.facts[key] not in may:
                raise self.wrong(key, self.facts[key], among(self.facts[key], may, key))
        allowed = {
            **known,
            "sources": tuple(sorted(sources)),
            "rules": tuple(sorted(ids)),
            "variants": tuple(tone for tone, _ in TONES),
            "situations": SITUATIONS,
        }
        for key in LISTS:
            for one in self.facts.get(key, ()):
                if one not in allowed[key]:
                    raise self.wrong(key, one, among(one, allowed[key], f"of {key}"))
        self._check_words(frozenset(known["needed"]), ids)

    @property
    def is_new(self) -> bool:
        """False where it takes the place of a letter of ours."""
        return not (self.ours / self.path.name).exists()

    def _check_group(self) -> None:
        told = tomllib.loads((self.ours / "groups.toml").read_text(encoding="utf-8"))
        names = tuple(group["id"] for group in told["groups"])
        if self.is_new and self.facts.get("group") not in names:
            found = self.facts.get("group", self.name)
            raise self.wrong("group", found, among(found, names, "a letter of your own needs a group, which"))

    def _check_value(self, key: str, value: object) -> None:
        if key not in KEYS:
            raise self.wrong(key, key, among(key, KEYS, "a fact of a letter"))
        if key in WORDS and not isinstance(value, str):
            raise self.wrong(key, value, f"{key} may be words in quotation marks")
        if key in LISTS and not (isinstance(value, list) and all(isinstance(each, str) for each in value)):
            raise self.wrong(key, value, f'{key} may be a list like ["one", "two"]')
        if key == "example_sent" and type(value) is not dt.date:
            raise self.wrong(key, value, "example_sent may be a day like 2027-01-14")
        if key == "examples":
            self._check_examples(value)
        if key == "limits":
            self._check_limits(value)

    def _check_examples(self, value: object) -> None:
        blanks = _known(self.ours)["needed"]
        if not isinstance(value, dict) or not all(isinstance(each, str) for each in value.values()):
            raise self.wrong("examples", value, 'examples may be like { detail = "the new dashboard" }')
        for name in value:
            if name not in blanks:
                raise self.wrong(name, name, among(name, blanks, "a blank"))

    def _check_limits(self, value: object) -> None:
        may = 'limits may be like [{ what = "words", most = 120, rule = "ours" }]'
        if not isinstance(value, list):
            raise self.wrong("limits", value, may)
        for one in value:
            whole = isinstance(one, dict) and {"what", "most", "rule"} <= set(one) <= set(LIMIT)
            if not whole or any(type(each) is not LIMIT[key] for key, each in one.items()):
                raise self.wrong("limits", one, may)
            if one["what"] not in MEASURES:
                raise self.wrong(one["what"], one["what"], among(one["what"], MEASURES, "what is measured"))

    def _check_words(self, blanks: frozenset[str], ids: frozenset[str]) -> None:
        for place in PLACE.finditer(self.facts["when"]):
            if place["id"] not in ids:
                raise self.wrong("when", place[0], "a figure here may be like {K4.wait_business_days}")
        for limit in self.facts.get("limits", ()):
            if limit["rule"] not in (*ids, "ours"):
                raise self.wrong(limit["rule"], limit["rule"], "rule may be the id of a rule, or ours")
        for part in PART.finditer(self.words):
            if not (self.ours / "parts" / f"{part[1]}{ENDING}").exists():
                known = sorted(each.name.removesuffix(ENDING) for each in (self.ours / "parts").iterdir())
                raise self.wrong(part[0], part[1], among(part[1], known, "a part"))
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
            parsed = ENVIRONMENT.parse(source)
            ENVIRONMENT.from_string(source)
        except TemplateSyntaxError as wrong:
            line = begun + wrong.lineno
            found = self.text.splitlines()[min(line, len(self.text.splitlines())) - 1].strip() or "the end"
            raise mistake(self.path, line, found, f"the blanks and branches must be whole: {wrong.message}") from None
        known = blanks | _spoken_to(self.ours)
        for name in sorted(find_undeclared_variables(parsed) - known):
            raise self.wrong(name, name, among(name, sorted(blanks), "a blank"))

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
                raise self.wrong(run[0], run[0], "a sentence with numbers may have three wordings, one below the other")
            else:
                run = [line] if found else []


ENVIRONMENT = ImmutableSandboxedEnvironment()


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
    found = {name for text in texts for name in find_undeclared_variables(ENVIRONMENT.parse(text))}
    return frozenset(found) | {tone for tone, _ in TONES} | frozenset(SITUATIONS)
