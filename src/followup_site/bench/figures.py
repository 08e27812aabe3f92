"""Names every figure of the performance table, with its floor and its aim."""

from collections.abc import Mapping
from dataclasses import dataclass

from followup_site.words.wording import site_words

# Whom ours is compared with, by the names of the words in bench.others.
PLAIN, CPYTHON = "plain", "cpython"


@dataclass(frozen=True, kw_only=True, slots=True)
class Figure:
    """One row: what is measured, in which unit, against whom, and the highest ratio allowed and aimed at."""

    name: str
    unit: str
    against: str = PLAIN
    floor: float | None = None
    aim: float | None = None
    # What ours itself must stay under, in the unit.
    below: float | None = None

    @property
    def words(self) -> str:
        """What is measured."""
        return site_words(f"bench.figures.{self.name}")

    @property
    def other(self) -> str:
        """Whom ours is compared with."""
        return site_words(f"bench.others.{self.against}")


@dataclass(frozen=True, kw_only=True, slots=True)
class Result:
    """The medians of one figure and their ratio; a figure without a baseline has no ratio."""

    ours: float
    baseline: float | None = None
    runs: int

    @property
    def ratio(self) -> float | None:
        """Gives ours as a share of the baseline."""
        return self.ours / self.baseline if self.baseline else None


FIGURES = (
    Figure(name="cpu_cold", unit="s", floor=0.17, aim=0.10),
    Figure(name="time_cold", unit="s", floor=0.16, aim=0.08),
    Figure(name="time_warm", unit="s", floor=0.12, aim=0.05),
    Figure(name="bytes_cold", unit="bytes", floor=0.46, aim=0.30),
    Figure(name="time_slow_net", unit="s", floor=0.43, aim=0.30),
    Figure(name="time_fast_net", unit="s", floor=0.31, aim=0.20),
    Figure(name="time_slow_cpu", unit="s", floor=0.14, aim=0.10),
    Figure(name="heap", unit="bytes", floor=0.64, aim=0.40),
    Figure(
        name="vs_pyscript",
        unit="s",
        against="pyscript",
        floor=0.25,
        aim=0.15,
    ),
    Figure(
        name="vs_micropython",
        unit="s",
        against="micropython",
        floor=3,
        aim=2,
    ),
    Figure(name="first_paint", unit="s"),
    Figure(name="layout_shift", unit="", below=0.1),
    Figure(name="plan_first", unit="ms", against=CPYTHON),
    Figure(name="plan_at_door", unit="ms", against=CPYTHON, below=8),
    Figure(name="plan_moved", unit="ms", against=CPYTHON),
    Figure(name="check_at_door", unit="ms", against=CPYTHON),
    Figure(name="write_at_door", unit="ms", against=CPYTHON),
    # In the second frame after it: the third begins after 50 ms.
    Figure(name="keystroke", unit="ms", below=50),
    Figure(name="site_build_time", unit="s"),
    Figure(name="site_bytes", unit="bytes"),
)


def as_json(result: Result) -> dict[str, object]:
    """Gives a result as `bench.json` holds it."""
    return {
        "ours": round(result.ours, 4),
        "baseline": None if result.baseline is None else round(result.baseline, 4),
        "ratio": None if result.ratio is None else round(result.ratio, 4),
        "runs": result.runs,
    }


def from_json(data: Mapping[str, float]) -> Result:
    """Gives the result that `as_json` wrote."""
    return Result(ours=data["ours"], baseline=data["baseline"], runs=int(data["runs"]))


def spoken(value: float | None, unit: str) -> str:
    """Gives a value with its unit, as exact as it is worth: "0.41 s", "12.3 MB"."""
    if value is None:
        return "–"
    if unit == "bytes":
        value, unit = value / 1e6, "MB"
    return f"{value:.2f} {unit}".rstrip() if value < 10 else f"{value:.1f} {unit}".rstrip()
