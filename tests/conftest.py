"""Every test run counts from the day of the last commit, and tries a property with so many examples.

25 in `make check`, 100 in `make test`, 400 in `make nightly`.
"""

import os

import pytest
from hypothesis import HealthCheck, settings

from followup_site.publish.build_date import last_commit

if moment := last_commit():
    os.environ.setdefault("SOURCE_DATE_EPOCH", moment)

for name, examples in {"check": 25, "test": 100, "nightly": 400}.items():
    settings.register_profile(name, max_examples=examples, deadline=None, suppress_health_check=list(HealthCheck))
# A change is noticed by the same examples each time, and those that found it are not kept.
settings.register_profile(
    "mutants", max_examples=25, derandomize=True, database=None, deadline=None, suppress_health_check=list(HealthCheck)
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "test"))


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leaves the long ones to `make nightly`, which asks for them by their mark and has what they need."""
    if "nightly" not in config.getoption("markexpr"):
        left_out = [item for item in items if item.get_closest_marker("nightly")]
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if item not in left_out]
