"""Makes the calendars before a wheel is built, so that a wheel is whole or is refused."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

CALENDARS = Path("build/python/followup_calendars")


class CalendarsHook(BuildHookInterface):  # type: ignore[type-arg]  # its configuration is not ours to name
    """Writes build/python/followup_calendars where a build from a fresh clone or a source archive lacks it."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Makes the calendars for a wheel; an editable install gets them from the site's build."""
        if self.target_name != "wheel" or version == "editable":
            return
        root = Path(self.root)
        sys.path.insert(0, str(root / "src"))
        from followup_site.calendars import calendar_data
        from followup_site.publish.build_date import build_date

        calendar_data.write(root / CALENDARS, build_date().year)
        missing = [name for name in ("__init__.py", "calendars.txt") if not (root / CALENDARS / name).exists()]
        if missing:
            raise RuntimeError(f"The wheel would lack its calendars: {', '.join(missing)} could not be made")
