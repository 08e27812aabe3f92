"""What the bench makes of its visits: medians, ratios, the files it keeps and the slow line it pretends."""

import asyncio
import json
import os
import time
from datetime import date

import pytest

from followup.door import answer
from followup_site.bench.figures import FIGURES, Result, as_json, from_json, spoken
from followup_site.bench.line import Line
from followup_site.bench.processes import cpu_seconds
from followup_site.bench.report import (
    About,
    figures_json,
    noise,
    raw_json,
    results,
    single_results,
    spread,
    table,
    values,
    verdict,
)
from followup_site.bench.requests import door_requests, first_case, long_case, request
from followup_site.bench.rounds import CONDITIONS, MEASURES, Samples, needed
from followup_site.bench.visits import Visit

TODAY = date(2027, 2, 10)
PROMISED = (
    "cpu_cold time_cold time_warm bytes_cold time_slow_net time_fast_net time_slow_cpu heap vs_pyscript vs_micropython"
)


def visit(seconds: float, **more: float) -> Visit:
    """A visit of which only the time matters."""
    given = {"cpu_seconds": 1.0, "bytes": 10, "first_paint": 0.1, "layout_shift": 0.0} | more
    return Visit(seconds=seconds, **given)  # type: ignore[arg-type]  # names and numbers as they are


@pytest.fixture
def samples() -> Samples:
    """Three rounds of ours and the plain way."""
    ours = [visit(1.0, again_seconds=0.5), visit(3.0, again_seconds=0.7), visit(2.0, again_seconds=0.6)]
    return {("usual", "ours"): ours, ("usual", "plain"): [visit(10.0), visit(30.0), visit(20.0)]}


def test_a_figure_is_the_median_of_its_runs(samples: Samples) -> None:
    """Neither the first nor the mean of an uneven machine."""
    assert {"time_cold": Result(ours=2.0, baseline=20.0, runs=3)} == results(samples, ["time_cold"])


def test_the_ratio_is_ours_over_theirs(samples: Samples) -> None:
    """A tenth of the time is 0.1."""
    assert 0.1 == results(samples, ["time_cold"])["time_cold"].ratio


def test_a_figure_that_somebody_never_reached_is_left_out(samples: Samples) -> None:
    """The plain way was not opened twice here."""
    assert {} == results(samples, ["time_warm", "vs_pyscript", "heap"])


def test_what_is_compared_with_nobody_has_no_ratio(samples: Samples) -> None:
    """The first paint is ours alone."""
    assert Result(ours=0.1, runs=3) == results(samples, ["first_paint"])["first_paint"]


def test_the_kept_file_has_four_words_a_figure(samples: Samples) -> None:
    """Others read it."""
    expected = {"time_cold": {"ours": 2.0, "baseline": 20.0, "ratio": 0.1, "runs": 3}}
    assert expected == figures_json(results(samples, ["time_cold"]))


def test_a_result_survives_being_kept() -> None:
    """There and back."""
    result = Result(ours=1.5, baseline=None, runs=2)
    assert result == from_json(as_json(result))  # type: ignore[arg-type]  # as JSON reads it


def test_every_promised_figure_is_measured_and_has_its_place_in_the_table() -> None:
    """With a floor and an aim each."""
    held = {figure.name for figure in FIGURES if figure.floor is not None and figure.aim is not None}
    assert set(PROMISED.split()) == held
    assert held <= MEASURES.keys()


def test_every_measure_names_something_that_a_visit_tells() -> None:
    """Under conditions that exist."""
    assert all(measure.what in Visit.__slots__ for measure in MEASURES.values())
    assert {measure.under for measure in MEASURES.values()} == CONDITIONS.keys()


def test_a_round_visits_each_page_once_under_each_condition() -> None:
    """However many figures one visit serves."""
    expected = (("usual", "ours"), ("usual", "plain"), ("slow_cpu", "ours"), ("slow_cpu", "plain"))
    assert expected == needed(["cpu_cold", "time_cold", "time_slow_cpu", "site_bytes"])


def test_noise_is_how_far_single_runs_lie_apart(samples: Samples) -> None:
    """From 1 to 3 around 2 is once the median."""
    assert 1.0 == noise(samples) == spread([1.0, 2.0, 3.0])


def test_without_runs_there_is_no_noise() -> None:
    """A broken browser must not break the report."""
    assert 0.0 == noise({("usual", "ours"): []}) == spread([])


def test_the_raw_file_keeps_every_run_and_the_machine(samples: Samples) -> None:
    """As JSON."""
    about = About(day=TODAY, runs=3, browser="Chromium 1", processors=2, load=(0.5, 1.0), spread=0.2)
    raw = json.loads(json.dumps(raw_json(samples, {"keystroke": {"ours": [30.0, 20.0]}}, about)))
    assert [1.0, 3.0, 2.0] == [one["seconds"] for one in raw["visits"]["usual ours"]]
    assert [30.0, 20.0] == raw["singles"]["keystroke"]["ours"]
    assert "2027-02-10" == raw["about"]["day"]
    assert "Medians of 3 runs by turns, Wednesday 10 February 2027, Chromium 1" in about.in_words()


def test_answers_at_the_door_are_compared_with_cpython() -> None:
    """The browser's is ours."""
    expected = {"plan_at_door": Result(ours=6.0, baseline=2.0, runs=3)}
    assert expected == single_results({"plan_at_door": {"ours": [5.0, 6.0, 90.0], "baseline": [2.0, 2.0, 3.0]}})


def test_a_key_is_compared_with_nobody() -> None:
    """It has no ratio."""
    assert {"keystroke": Result(ours=30.0, runs=3)} == single_results({"keystroke": {"ours": [20.0, 30.0, 90.0]}})


@pytest.mark.parametrize(
    ("name", "ours", "baseline", "expected"),
    [
        ("time_cold", 0.8, 10, "aim met"),
        ("time_cold", 0.9, 10, "floor met"),
        ("time_cold", 2.1, 10, "missed"),
        ("plan_at_door", 7.9, 1, "aim met"),
        ("plan_at_door", 8.0, 1, "missed"),
        ("site_bytes", 1, None, ""),
    ],
)
def test_the_verdict_follows_the_ratio_or_the_limit(name: str, ours: float, baseline: float, expected: str) -> None:
    """The floor of the cold time is 0.20, its aim 0.08; a plan may take 8 ms."""
    figure = next(figure for figure in FIGURES if figure.name == name)
    assert expected == verdict(figure, Result(ours=ours, baseline=baseline, runs=1))


def test_the_table_has_a_line_a_figure(samples: Samples) -> None:
    """Below its head."""
    lines = table(results(samples, ["time_cold", "cpu_cold"])).splitlines()
    assert ["figure", "cpu_cold", "time_cold"] == [line.split()[0] for line in lines]


@pytest.mark.parametrize(
    ("value", "unit", "expected"),
    [(0.414, "s", "0.41 s"), (12_345_678, "bytes", "12.3 MB"), (0.02, "", "0.02"), (None, "s", "–")],
)
def test_values_are_as_exact_as_they_are_worth(value: float | None, unit: str, expected: str) -> None:
    """Two digits below ten, one above."""
    assert expected == spoken(value, unit)


def test_what_a_visit_was_not_asked_for_does_not_count() -> None:
    """None is no zero."""
    assert [0.5] == values([visit(1), visit(1, again_seconds=0.5)], "again_seconds")


@pytest.mark.parametrize("name", sorted(door_requests(TODAY)))
def test_the_timed_requests_get_answers(name: str) -> None:
    """A problem would be quicker than a plan."""
    for asked in door_requests(TODAY)[name]:
        assert [] == json.loads(answer(asked))["problems"]


def test_the_first_case_gets_a_plan_on_any_day() -> None:
    """The page sets today itself."""
    made = json.loads(answer(request("planner", TODAY, first_case(TODAY))))
    assert [] == made["problems"]
    assert made["data"]["steps"]


def test_the_long_case_has_three_rounds_and_ten_events() -> None:
    """As the promise for one answer has it."""
    case = long_case(TODAY)
    assert (3, 10) == (len(case["rounds"]), len(case["events"]))  # type: ignore[arg-type]  # both are lists


def test_all_connections_share_a_line() -> None:
    """Four times 1,000 bytes at 160,000 bits a second take a fifth of a second, one after another or at once."""

    async def four(line: Line) -> float:
        begun = time.monotonic()
        await asyncio.gather(*(line.carry(1000) for _ in range(4)))
        return time.monotonic() - begun

    line = Line(bits=160_000)
    assert 0.19 < asyncio.run(four(line)) < 5
    assert 4000 == line.sent


def test_a_connection_pays_for_being_opened_once() -> None:
    """Two round trips for its first request, one for each later."""

    async def open_twice(line: Line) -> tuple[float, float]:
        begun = time.monotonic()
        await line.open("one")
        between = time.monotonic()
        await line.open("one")
        return between - begun, time.monotonic() - between

    first, second = asyncio.run(open_twice(Line(round_trip=0.1)))
    assert 0.2 <= first
    assert 0.1 <= second


def test_the_processor_time_of_our_own_group_is_told() -> None:
    """A busy tenth of a second shows in it."""
    before, spent = cpu_seconds(os.getpgrp()), time.process_time() + 0.1
    while time.process_time() < spent:
        pass
    assert 0.08 <= cpu_seconds(os.getpgrp()) - before
