"""Where a figure lies on the axis of a drawing: in hours or days from where the axis begins, or as a number."""

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from followup.rules.records import Figure, Mark
from followup.rules.sayings import UnknownFigure, filled
from followup.rules.weeks import plain_days

type Figures = Mapping[str, Figure]

WORDS = re.compile(r"(?:(?P<which>below|opening|closing) )?(?:(?P<id>[A-Z]\d+)\.)?(?P<key>[a-z_]+)")


@dataclass(frozen=True, kw_only=True, slots=True)
class Axis:
    """A line from `weekday` (0 is Monday) at `clock`, without a zone and without holidays, to its `last` tick."""

    kind: Literal["hours", "days", "count"] = "days"
    weekday: int = 0
    clock: dt.time = dt.time()
    last: float = 0

    def place(self, told: float | str, own: Figures, others: Mapping[str, Figures]) -> float:
        """Gives the place of a number, of the "end", or of figures added up: "wait_hours + O6.window_hours".

        `below` is one less than a figure; `opening` and `closing` the working hours of a business day. UnknownFigure.
        """
        if not isinstance(told, str):
            return told
        if told == "end":
            return self.last
        lengths = [self._length(part.strip(), own, others) for part in told.split("+")]
        business = sum(length for length, counted in lengths if counted)
        return sum(length for length, counted in lengths if not counted) + plain_days(int(business), self.weekday)

    def _length(self, part: str, own: Figures, others: Mapping[str, Figures]) -> tuple[float, bool]:
        """Gives a length, and True where it still counts business days."""
        match = WORDS.fullmatch(part)
        figures = others.get(match["id"], {}) if match and match["id"] else own
        if match is None or match["key"] not in figures:
            raise UnknownFigure(part)
        key, value = match["key"], figures[match["key"]]
        if not isinstance(value, int):
            return (_hour(value) - _hour(self.clock)) % 24, False
        if match["which"] in ("opening", "closing"):
            return self._edge(match["which"], value, others["O1"]), False
        if match["which"] == "below":
            return value - 1, False
        if "minutes" in key:
            return value / 60, False
        hours_in_days = self.kind == "days" and "hours" in key
        return value / 24 if hours_in_days else value, self.kind == "days" and "business_days" in key

    def _edge(self, which: str, days: int, working: Figures) -> float:
        moment = working["send_from_time" if which == "opening" else "send_to_time"]
        assert isinstance(moment, dt.time)
        return 24 * plain_days(days, self.weekday) + _hour(moment) - _hour(self.clock)


def _hour(moment: dt.time) -> float:
    return moment.hour + moment.minute / 60


def mark(
    source: str,
    raw: Mapping[str, Any],
    axis: Axis,
    own: Mapping[str, Figure],
    others: Mapping[str, Mapping[str, Figure]],
) -> Mark:
    """Gives a mark, its spans and its best where the figures are that they name; beyond the last tick it is cut off."""
    spans = [(axis.place(start, own, others), axis.place(end, own, others)) for start, end in raw["spans"]]
    return Mark(
        source=source,
        words=filled(raw["words"], own, others, digits=True),
        spans=tuple((start, min(end, axis.last)) for start, end in spans if start <= axis.last),
        best=axis.place(raw["best"], own, others) if "best" in raw else None,
    )
