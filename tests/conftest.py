"""Every test run counts from the day of the last commit, as the build it looks at does."""

import os

from followup_site.publish.build_date import last_commit

if moment := last_commit():
    os.environ.setdefault("SOURCE_DATE_EPOCH", moment)
