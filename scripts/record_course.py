"""Records docs/developers/course.json anew, by the engine; look at every change before you commit it."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "planning"))

from recorded import FILE, record

if __name__ == "__main__":
    record()
    print(f"{FILE.name} recorded")
