"""Visits every page under every condition, round by round, so that a busy minute touches all alike."""

import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from playwright.sync_api import Error, Playwright

from followup_site.bench.visits import Conditions, NoAnswer, Target, Visit, visit
from followup_site.words.wording import site_words

OURS, PLAIN, PYSCRIPT, MICROPYTHON = "ours", "plain", "pyscript", "micropython"


@dataclass(frozen=True, kw_only=True, slots=True)
class Measure:
    """How a figure is measured: what of which visit, and whose it is compared with."""

    what: str
    under: str = "usual"
    other: str = PLAIN


CONDITIONS: Mapping[str, Conditions] = {
    "usual": Conditions(again=True),
    "slow_net": Conditions(bits=1.6e6, round_trip=0.150),
    "fast_net": Conditions(bits=9e6, round_trip=0.060),
    "slow_cpu": Conditions(quarter=True),
    "memory": Conditions(memory=True),
}
MEASURES: Mapping[str, Measure] = {
    "cpu_cold": Measure(what="cpu_seconds"),
    "time_cold": Measure(what="seconds"),
    "time_warm": Measure(what="again_seconds"),
    "bytes_cold": Measure(what="bytes"),
    "time_slow_net": Measure(what="seconds", under="slow_net"),
    "time_fast_net": Measure(what="seconds", under="fast_net"),
    "time_slow_cpu": Measure(what="seconds", under="slow_cpu"),
    "heap": Measure(what="memory", under="memory"),
    "vs_pyscript": Measure(what="seconds", other=PYSCRIPT),
    "vs_micropython": Measure(what="seconds", other=MICROPYTHON),
    "first_paint": Measure(what="first_paint", other=""),
    "layout_shift": Measure(what="layout_shift", other=""),
}

type Key = tuple[str, str]
type Samples = dict[Key, list[Visit]]


def needed(figures: Iterable[str]) -> tuple[Key, ...]:
    """Gives the visits of one round, each as condition and page: ours and the others by turns."""
    measures = [MEASURES[figure] for figure in figures if figure in MEASURES]
    pairs = [(measure.under, page) for measure in measures for page in (OURS, measure.other) if page]
    return tuple(dict.fromkeys(pairs))


def measured(driver: Playwright, targets: Mapping[str, Target], keys: tuple[Key, ...], runs: int) -> Samples:
    """Gives the visits of all rounds; every second round goes backwards, so that nobody always comes first."""
    samples: Samples = {key: [] for key in keys}
    for run in range(runs):
        for under, page in keys if run % 2 == 0 else reversed(keys):
            samples[under, page].extend(_once(driver, targets[page], under, f"{run + 1}/{runs} {under} {page}"))
    return samples


def _once(driver: Playwright, target: Target, under: str, told: str) -> list[Visit]:
    """Gives the visit, or nothing when the browser failed: the others still count."""
    try:
        made = visit(driver, target, CONDITIONS[under])
    except (Error, NoAnswer, TimeoutError) as failed:
        print(f"{told}: {str(failed).splitlines()[0]}", file=sys.stderr, flush=True)
        return []
    print(
        site_words("bench.report.round", visit=told, seconds=made.seconds, cpu_seconds=made.cpu_seconds),
        file=sys.stderr,
        flush=True,
    )
    return [made]
