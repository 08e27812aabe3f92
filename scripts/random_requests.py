"""Asks the frozen image and CPython the same random requests and compares their answers to the byte."""

import argparse
import json
import random
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from itertools import batched
from pathlib import Path

from followup import door
from followup_site.publish.bundle import PYFREEZE, ROOT
from followup_site.training.strangers import strangers
from followup_site.words.wording import site_words

DRAFTS = ROOT / "tests" / "drafts"
# As many as one image is asked in a row; all answers together would be longer than a string can be in Node.
BATCH = 1_000


def main(count: int, seed: int, image: Path) -> int:
    """Prints what differs, and gives how many answers that were."""
    wrong: list[tuple[str, str | None]] = []
    for some in batched(strangers(count, seed, DRAFTS), BATCH, strict=False):
        found = zip(some, answers(image, some), strict=True)
        wrong += [(request, answer) for request, answer in found if answer != door.answer(request)]
    traps = sum(answer is None for _, answer in wrong)
    for request, _ in wrong[:5]:
        # Whole, so that it can be asked again.
        print(site_words("commands.random.differs", request=request))
    others = len(wrong) - traps
    print(site_words("commands.random.found", count=count, seed=seed, traps=traps, others=others))
    return len(wrong)


def answers(image: Path, asked: Sequence[str]) -> list[str | None]:
    """Gives what the image answers to each request, or nothing where it broke off."""
    with tempfile.TemporaryDirectory() as folder:
        requests, out = Path(folder) / "requests.json", Path(folder) / "answers.json"
        requests.write_text(json.dumps({"asked": list(asked)}), encoding="utf-8")
        subprocess.run(["node", PYFREEZE / "src" / "ask.mjs", image, requests, out], check=True)
        found: list[str | None] = json.loads(out.read_text(encoding="utf-8"))
        return found


def built_image() -> Path:
    """Gives the image of the built site."""
    return next((ROOT / "site" / "assets" / "runtime").glob("*/image.wasm"))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--seed", type=int, default=random.randrange(10**6))
    parser.add_argument("--image", type=Path)
    options = parser.parse_args()
    sys.exit(1 if main(options.count, options.seed, options.image or built_image()) else 0)
