"""The developers' page shows the last long run, failed parts too."""

from followup_site.pages.nightly_pages import NONE_YET, last_run, page

RUN = {
    "day": "2026-11-29",
    "commit": "abc1234",
    "parts": [
        {"name": "random requests", "said": "0 traps, 0 other differences", "seconds": 812, "passed": True},
        {"name": "a host", "said": "stopped at <b>", "seconds": 4, "passed": False},
    ],
}


def test_without_a_run_it_says_so() -> None:
    """A fresh clone builds its site before any long run."""
    assert NONE_YET == page({})


def test_what_the_repository_holds_can_be_shown() -> None:
    """Whether or not a run is kept."""
    assert last_run({}).startswith("<p>")


def test_each_part_tells_what_came_of_it() -> None:
    """The day and the commit stand above; what a part said is text."""
    shown = page(RUN)
    assert "Sunday 29 November 2026, commit abc1234." in shown
    assert "0 traps, 0 other differences" in shown
    assert "<td>no</td>" in shown
    assert "stopped at &lt;b&gt;" in shown
