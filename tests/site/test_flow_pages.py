"""The map of What now? shows every question and every ending."""

from followup.tools.what_now import flow, walking
from followup_site.pages.flow_pages import flow_map
from followup_site.pages.tags import filled


def test_the_map_holds_every_way():
    """One box a question or ending on each way, and one line to each but the first."""
    drawn = flow_map({})
    boxes = drawn.count("<rect")
    assert drawn.count("flow__box--ending") == len(list(walking.paths()))
    assert boxes - 1 == drawn.count("<path")


def test_the_list_below_says_the_same():
    """Whoever does not see the map reads every question and ending."""
    drawn = flow_map({})
    named = [*(one.label for one in flow.flow().choices.values()), *(one.title for one in flow.flow().endings.values())]
    below = drawn[drawn.index("<details>") :]
    assert [] == [words for words in named if words not in below]


def test_the_tag_gives_the_map():
    """The page for developers names it."""
    assert "flow__box" in filled("<followup-flow/>")
