"""`python -m followup` is the command `followup`."""

import sys

from followup.cli import main

if __name__ == "__main__":
    sys.exit(main())
