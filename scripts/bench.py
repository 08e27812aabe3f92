"""Measures the site against the plain way and prints the performance table."""

import argparse


def main(runs: int, only: list[str]) -> None:
    """Prints the table and writes `build/bench.json`."""


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--only", default="", help="the figures to measure, with commas")
    options = parser.parse_args()
    main(options.runs, [name for name in options.only.split(",") if name])
