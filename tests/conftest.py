"""Every test run counts from the day of the last commit, and tries a property with so many examples.

25 in `make check`, 60 in `make test`, 400 in `make nightly`. Of a test of the engine that has more than six cases,
`make check` takes six, spread evenly: upstream's data decide them, and `make test` has tried them all, or as many as
the test's mark `by_day` tells where `make nightly` tries them all.
"""

import os
from collections.abc import Iterable
from itertools import groupby

import pytest
from hypothesis import HealthCheck, settings
from strides import some

from followup_site.publish.build_date import last_commit

if moment := last_commit():
    os.environ.setdefault("SOURCE_DATE_EPOCH", moment)

FEW = 6
PROFILE = os.environ.get("HYPOTHESIS_PROFILE", "test")

for name, examples in {"check": 25, "test": 60, "nightly": 400}.items():
    settings.register_profile(name, max_examples=examples, deadline=None, suppress_health_check=list(HealthCheck))
# A change is noticed by the same examples each time, and those that found it are not kept.
settings.register_profile(
    "mutants", max_examples=25, derandomize=True, database=None, deadline=None, suppress_health_check=list(HealthCheck)
)
settings.load_profile(PROFILE)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leaves the long ones to `make nightly`, which asks for them by their mark and has what they need."""
    if "nightly" not in config.getoption("markexpr"):
        left_out = [item for item in items if item.get_closest_marker("nightly")]
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if item not in left_out]
    kept = {id(item) for _, cases in groupby(items, _test_of) for item in _taken([*cases])}
    config.hook.pytest_deselected(items=[item for item in items if id(item) not in kept])
    items[:] = [item for item in items if id(item) in kept]


def _test_of(item: pytest.Item) -> str:
    return item.nodeid.partition("[")[0]


def _taken(cases: list[pytest.Item]) -> Iterable[pytest.Item]:
    """Gives the cases of a test that are tried; in `make check` all of the copy, which a host may have changed."""
    if PROFILE == "check":
        is_ours = "tests/site/" not in cases[0].nodeid and len(cases) > FEW
        return (cases[at * len(cases) // FEW] for at in range(FEW)) if is_ours else cases
    mark = cases[0].get_closest_marker("by_day")
    return some(cases, check=FEW, test=mark.args[0]) if mark else cases
