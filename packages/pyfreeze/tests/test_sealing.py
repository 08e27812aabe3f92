"""What is made ready for the image is kept; what it was made from goes."""

import json
import subprocess
import sys

# In a Python of its own: a whole process forgets.
FORGETTING = """
import json, re, itertools
from pyfreeze import sealing

class Told:
    "What it says of itself."

named = re.compile("named|kept")
re.search("asked by its words", "")
before = [any("named|kept" in key for key in re._cache), any("asked by its words" in key for key in re._cache)]
sealing.forget_compiled()
after = [any("named|kept" in key for key in re._cache), any("asked by its words" in key for key in re._cache)]
sealing.forget_descriptions()
print(json.dumps([before, after, bool(named.search("kept")), Told.__doc__, itertools.chain.__doc__]))
"""


def test_patterns_with_a_name_and_descriptions_are_forgotten() -> None:
    """A pattern that is asked for by its words stays compiled."""
    told = subprocess.run([sys.executable, "-c", FORGETTING], capture_output=True, text=True, check=True, timeout=60)
    assert [[True, True], [False, True], True, None, None] == json.loads(told.stdout)
