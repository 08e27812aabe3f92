"""Records docs/developers/course.json and tests/planning/course.txt anew; look at every change before you commit it."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "planning"))

import course_table
import recorded

from followup_site.words.wording import site_words

if __name__ == "__main__":
    for table in (recorded, course_table):
        table.record()
        print(site_words("commands.record.table", file=table.FILE.name))
