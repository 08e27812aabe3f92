"""Every test run counts from the day of the last commit, as the build it looks at does."""

import os

import pytest

from followup_site.publish.build_date import last_commit

if moment := last_commit():
    os.environ.setdefault("SOURCE_DATE_EPOCH", moment)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leaves the long ones to `make nightly`, which asks for them by their mark and has what they need."""
    if "nightly" not in config.getoption("markexpr"):
        left_out = [item for item in items if item.get_closest_marker("nightly")]
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if item not in left_out]
