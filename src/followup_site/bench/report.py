"""Turns what was measured into medians, ratios, a table to read and files to keep."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from statistics import median

from followup.dates.clock import spoken_day
from followup_site.bench.figures import FIGURES, Figure, Result, as_json, spoken
from followup_site.bench.rounds import MEASURES, OURS, Samples
from followup_site.bench.visits import Visit
from followup_site.words.wording import site_list, site_words

type Results = dict[str, Result]
# By figure and side, in milliseconds.
type Singles = dict[str, dict[str, list[float]]]


@dataclass(frozen=True, kw_only=True, slots=True)
class About:
    """When and where was measured, and how busy and uneven that place was."""

    day: date
    runs: int
    browser: str
    processors: int
    load: tuple[float, ...]
    spread: float

    def in_words(self) -> str:
        """Gives it as two sentences."""
        first, last = self.load[0], self.load[-1]
        return site_words(
            "bench.report.about",
            runs=self.runs,
            day=spoken_day(self.day),
            browser=self.browser,
            processors=self.processors,
            first=first,
            last=last,
            spread=self.spread,
        )


def results(samples: Samples, figures: Iterable[str]) -> Results:
    """Gives the figures that the visits tell; one without a single good visit is left out."""
    found = {name: _result(samples, name) for name in figures if name in MEASURES}
    return {name: result for name, result in found.items() if result is not None}


def _result(samples: Samples, name: str) -> Result | None:
    measure = MEASURES[name]
    ours = values(samples.get((measure.under, OURS), []), measure.what)
    theirs = values(samples.get((measure.under, measure.other), []), measure.what)
    if not ours or (measure.other and not theirs):
        return None
    runs = min(len(ours), len(theirs)) if measure.other else len(ours)
    return Result(ours=median(ours), baseline=median(theirs) if theirs else None, runs=runs)


def single_results(singles: Singles) -> Results:
    """Gives the figures of single answers and keys; what is compared with nobody has no baseline."""
    return {
        name: Result(
            ours=median(spent["ours"]),
            baseline=median(spent["baseline"]) if "baseline" in spent else None,
            runs=len(spent["ours"]),
        )
        for name, spent in singles.items()
    }


def values(visits: Iterable[Visit], what: str) -> list[float]:
    """Gives one measure of each visit that has it."""
    return [value for visit in visits if (value := getattr(visit, what)) is not None]


def spread(numbers: list[float]) -> float:
    """Gives how far apart the single runs lie, as a share of their median: 0.2 for 0.9, 1.0 and 1.1."""
    middle = median(numbers) if numbers else 0
    return (max(numbers) - min(numbers)) / middle if middle else 0.0


def noise(samples: Samples) -> float:
    """Gives the middle spread of the times in all conditions, the machine's noise."""
    spreads = [spread(values(visits, "seconds")) for visits in samples.values() if len(visits) > 1]
    return median(spreads) if spreads else 0.0


def figures_json(found: Mapping[str, Result]) -> dict[str, object]:
    """Gives `bench.json`."""
    return {name: as_json(result) for name, result in found.items()}


def raw_json(samples: Samples, singles: Singles, about: About) -> dict[str, object]:
    """Gives every single visit, answer and key, for whoever doubts a median."""
    visits = {f"{under} {page}": [asdict(visit) for visit in made] for (under, page), made in samples.items()}
    return {"about": {**asdict(about), "day": str(about.day)}, "visits": visits, "singles": singles}


def table(found: Mapping[str, Result]) -> str:
    """Gives the figures as a table of text, in their order."""
    head = site_list("bench.report.heads")
    rows = [head, *(_row(figure, found[figure.name]) for figure in FIGURES if figure.name in found)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(head))]
    lines = ("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in rows)
    return "\n".join(line.rstrip() for line in lines)


def verdict(figure: Figure, result: Result) -> str:
    """Gives "aim met", "floor met" or "missed" for a figure that is held to something."""
    if figure.below:
        return _verdict("aim" if result.ours < figure.below else "missed")
    if result.ratio is None or figure.floor is None or figure.aim is None:
        return ""
    return _verdict("aim" if result.ratio <= figure.aim else "floor" if result.ratio <= figure.floor else "missed")


def _verdict(name: str) -> str:
    return site_words(f"bench.report.{name}")


def _row(figure: Figure, result: Result) -> tuple[str, ...]:
    other = "" if result.baseline is None else f"{spoken(result.baseline, figure.unit)} ({figure.other})"
    return (
        figure.name,
        spoken(result.ours, figure.unit),
        other,
        _number(result.ratio),
        _number(figure.floor),
        _number(figure.aim),
        str(result.runs),
        verdict(figure, result),
    )


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.3f}"
