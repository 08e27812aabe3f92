"""Shows how fast the tools start, from the figures that `make bench` kept."""

import json
from collections.abc import Mapping
from itertools import starmap
from pathlib import Path

from markupsafe import Markup

from followup_site.bench.figures import FIGURES, PLAIN, Figure, Result, from_json, spoken
from followup_site.pages import rendering, scales
from followup_site.words.wording import site_list, site_words

DEVELOPERS = Path(__file__).parents[3] / "docs" / "developers"
DATA, MARKS = DEVELOPERS / "performance.json", DEVELOPERS / "lighthouse.json"
COMMAND = Markup("<code>make bench</code>")
# Of a cell: it stays on one line.
MEASURED = "measured"

type Rows = tuple[tuple[Figure, Result], ...]


def performance_table(attributes: Mapping[str, str]) -> str:
    """Gives the HTML for `<followup-performance/>`: how it was measured, a chart and the table."""
    return page(json.loads(DATA.read_text(encoding="utf-8")))


def lighthouse_table(attributes: Mapping[str, str]) -> str:
    """Gives the HTML for `<followup-lighthouse/>`: the marks that `scripts/lighthouse.py` kept."""
    return marks(json.loads(MARKS.read_text(encoding="utf-8")))


def marks(kept: Mapping[str, object]) -> str:
    """Gives each page as a row with its marks, and a sentence on how they were given."""
    pages: Mapping[str, Mapping[str, int]] = kept["pages"]  # type: ignore[assignment]  # our own file
    names = next(iter(pages.values()))
    rows = ((name, *(str(found[one]) for one in names)) for name, found in pages.items())
    made = rendering.table(
        site_words("pages.lighthouse.title"), (site_words("pages.lighthouse.page"), *names), rows, kind=MEASURED
    )
    return f"<p>{Markup.escape(kept['measured'])}</p>\n\n{made}"


def page(kept: Mapping[str, object]) -> str:
    """Gives the HTML of what `make bench` kept; without figures, a sentence that says so."""
    rows = measured(kept.get("figures", {}))  # type: ignore[arg-type]  # our own file
    if not rows:
        return none_yet()
    return f"<p>{Markup.escape(kept['measured'])}</p>\n\n{chart(rows)}\n\n{table(rows)}"


def none_yet() -> Markup:
    """Gives the sentence that stands where nothing has been measured."""
    return Markup("<p>{}</p>").format(Markup(site_words("pages.performance.none_yet", command=COMMAND)))


def measured(figures: Mapping[str, Mapping[str, float]]) -> Rows:
    """Gives the figures that were measured, in the order of the table."""
    return tuple((figure, from_json(figures[figure.name])) for figure in FIGURES if figure.name in figures)


def chart(rows: Rows) -> str:
    """Gives a drawing of each ratio to the plain way, or "" when there is none."""
    drawn = [(figure, result) for figure, result in rows if figure.against == PLAIN and result.ratio is not None]
    if not drawn:
        return ""
    bars = [_bar(figure, result.ratio or 0, scales.ROW * place) for place, (figure, result) in enumerate(drawn)]
    return rendering.rendered(
        "scale",
        id="performance",
        title=site_words("pages.performance.chart"),
        words="; ".join(f"{bar.name}: {bar.words}" for bar in bars) + ".",
        rows=bars,
        ticks=[_tick(x) for x in (0, 50, 100)],
        axis_y=scales.ROW * len(bars),
        height=scales.ROW * len(bars) + scales.AXIS,
        link="",
    )


def table(rows: Rows) -> str:
    """Gives every figure as a row of a table."""
    return rendering.table(
        site_words("pages.performance.title"), site_list("pages.performance.heads"), starmap(_row, rows), kind=MEASURED
    )


def _bar(figure: Figure, ratio: float, top: int) -> scales.Row:
    share = f"{ratio:.2f}"
    words = share if figure.aim is None else site_words("pages.performance.aim", ratio=share, aim=figure.aim)
    return scales.Row(
        name=figure.words,
        words=words,
        ours=figure.aim is not None and ratio <= figure.aim,
        label_y=top + scales.LABEL,
        bar_y=top + scales.BAR,
        bars=(scales.Bar(x=0, width=round(100 * min(ratio, 1), 2)),),
        best=None,
    )


def _tick(percent: int) -> scales.Tick:
    return scales.Tick(x=percent, words=f"{percent}%", anchor={0: "start", 100: "end"}.get(percent, "middle"))


def _row(figure: Figure, result: Result) -> tuple[str, ...]:
    other = "–" if result.baseline is None else f"{figure.other}: {_figure(result.baseline, figure)}"
    ratio = "–" if result.ratio is None else f"{result.ratio:.2f}"
    aim = "–" if figure.aim is None else f"{figure.aim:.2f}"
    return figure.words, _figure(result.ours, figure), other, ratio, aim


def _figure(value: float, figure: Figure) -> str:
    """Gives a value that stays on one line with its unit."""
    return spoken(value, figure.unit).replace(" ", "\N{NO-BREAK SPACE}")
