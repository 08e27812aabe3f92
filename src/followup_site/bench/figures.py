"""Names every figure of the performance table, with its floor and its aim."""

from collections.abc import Mapping
from dataclasses import dataclass

PLAIN = "the plain way"
CPYTHON = "CPython"


@dataclass(frozen=True, kw_only=True, slots=True)
class Figure:
    """One row: what is measured, in which unit, against whom, and the highest ratio allowed and aimed at."""

    name: str
    words: str
    unit: str
    against: str = PLAIN
    floor: float | None = None
    aim: float | None = None
    # What ours itself must stay under, in the unit.
    below: float | None = None


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
    Figure(name="cpu_cold", words="Processor time, first visit", unit="s", floor=0.17, aim=0.10),
    Figure(name="time_cold", words="Time, first visit", unit="s", floor=0.16, aim=0.08),
    Figure(name="time_warm", words="Time, second visit", unit="s", floor=0.12, aim=0.05),
    Figure(name="bytes_cold", words="Bytes sent, first visit", unit="bytes", floor=0.46, aim=0.30),
    Figure(name="time_slow_net", words="Time at 1.6 Mbps and 150 ms", unit="s", floor=0.43, aim=0.30),
    Figure(name="time_fast_net", words="Time at 9 Mbps and 60 ms", unit="s", floor=0.31, aim=0.20),
    Figure(name="time_slow_cpu", words="Time with a quarter of the processor", unit="s", floor=0.14, aim=0.10),
    Figure(name="heap", words="Memory of the thread that runs Python", unit="bytes", floor=0.64, aim=0.40),
    Figure(
        name="vs_pyscript",
        words="Time, against a toy sum",
        unit="s",
        against="PyScript with Pyodide",
        floor=0.25,
        aim=0.15,
    ),
    Figure(
        name="vs_micropython",
        words="Time, against a toy sum",
        unit="s",
        against="PyScript with MicroPython",
        floor=3,
        aim=2,
    ),
    Figure(name="first_paint", words="First paint of the planner", unit="s"),
    Figure(name="layout_shift", words="Layout shift of the planner", unit="", below=0.1),
    Figure(name="plan_first", words="A plan of three rounds, the first forty", unit="ms", against=CPYTHON),
    Figure(name="plan_at_door", words="The same, once compiled: a letter typed", unit="ms", against=CPYTHON, below=8),
    Figure(name="plan_moved", words="The same, with every date moved", unit="ms", against=CPYTHON),
    Figure(name="check_at_door", words="A check of 20,000 characters, once compiled", unit="ms", against=CPYTHON),
    Figure(name="write_at_door", words="A letter, once compiled", unit="ms", against=CPYTHON),
    # In the second frame after it: the third begins after 50 ms.
    Figure(name="keystroke", words="A key in the writer, until it is painted", unit="ms", below=50),
    Figure(name="site_build_time", words="Building the site", unit="s"),
    Figure(name="site_bytes", words="The site, unpacked", unit="bytes"),
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
