"""``python -m event_recap``: the commands of the package."""

import sys

from .cli import main

if __name__ == "__main__":
    sys.exit(main())
