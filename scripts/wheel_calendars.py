"""Makes the calendars before a wheel is built, so that a wheel is whole or is refused."""

import os
import shutil
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

CALENDARS = Path("build/wheel/followup_calendars")
# What builds it may be older than what it asks for: pip looks at that only afterwards.
LEAST = (3, 13)


class CalendarsHook(BuildHookInterface):  # type: ignore[type-arg]  # its configuration is not ours to name
    """Makes the calendars that a wheel carries, in a folder of its own: a host's site keeps those of its build."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Makes them for a wheel; an editable install gets them from the site's build."""
        if self.target_name != "wheel" or version == "editable":
            return
        if sys.version_info < LEAST:
            sys.exit(f"After the Interview needs Python 3.13 or newer, and this is {sys.version.split()[0]}")
        # The wheel is upstream's engine, whatever a host's build has left beside it.
        os.environ["FOLLOWUP_DATA"] = "upstream"
        os.environ.pop("SITE_URL", None)
        root = Path(self.root)
        sys.path.insert(0, str(root / "src"))
        from followup_site.calendars import calendar_data
        from followup_site.publish.build_date import build_date

        folder = root / CALENDARS
        shutil.rmtree(folder, ignore_errors=True)
        calendar_data.write(folder, build_date().year)
        missing = [name for name in ("__init__.py", "calendars.txt") if not (folder / name).exists()]
        if missing:
            raise RuntimeError(f"The wheel would lack its calendars: {', '.join(missing)} could not be made")
        build_data["force_include"][str(folder)] = folder.name
