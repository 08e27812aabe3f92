"""Who stands where on the bounds of a step, in words."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby

from followup.frozen import remembered
from followup.model.language import listed
from followup.model.plan import Bound, Stance, Step
from followup.model.wording import view_words
from followup.rules import rulebook
from followup.rules.records import OURS
from followup.words.moments import SpokenMoment
from followup.words.wording import plan_words

# Where one source stands, by which rule, and in which words.
type HeldStance = tuple[Stance, str, str, str]


BOUNDS: tuple[Bound, ...] = ("earliest", "target", "latest")


@dataclass(frozen=True, kw_only=True, slots=True)
class SourceSays:
    """What one source says on a bound, and the row where it can be looked up."""

    source: str
    rule: str
    place: str
    says: str


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Stances:
    """Who stands where on a bound; made once for the same reasons, and the same as no other."""

    ours: tuple[SourceSays, ...]
    agree: tuple[SourceSays, ...]
    disagree: tuple[SourceSays, ...]
    silent: str


@dataclass(frozen=True, kw_only=True, slots=True)
class BoundView:
    """One or more bounds that fall on the same moment for the same reasons."""

    name: str
    when: SpokenMoment
    stances: Stances


def bounds_of(step: Step, said: Mapping[Bound, SpokenMoment]) -> tuple[BoundView, ...]:
    """Bounds that share moment and reasons are told once."""
    positions: dict[Bound, list[HeldStance]] = {bound: [] for bound in BOUNDS}
    for one in step.because:
        positions[one.bound].append((one.stance, one.source, one.rule, one.says))
    return tuple(
        BoundView(name=_together(list(same)), when=when, stances=_stances(tuple(held)))
        for (when, held), same in groupby(BOUNDS, key=lambda bound: (said[bound], positions[bound]))
    )


def _together(bounds: list[Bound]) -> str:
    names = plan_words()["bounds"]
    return str(names["all"]) if len(bounds) == len(BOUNDS) else listed([names[bound] for bound in bounds]).capitalize()


# A plan holds a dozen of them, which change only when a date moves past another.
@remembered(256)
def _stances(positions: tuple[HeldStance, ...]) -> Stances:
    def of(wanted: Stance) -> tuple[SourceSays, ...]:
        held = [one for stance, *one in positions if stance == wanted]
        return tuple(
            SourceSays(source=_source(source), rule=rule, place=rulebook.place(rule), says=says)
            for source, rule, says in held
        )

    silent = listed([said.source for said in of("silent")])
    return Stances(ours=of("ours"), agree=of("agrees"), disagree=of("disagrees"), silent=silent)


def _source(id: str) -> str:
    return view_words("rules.ours") if id == OURS else rulebook.sources()[id].name
