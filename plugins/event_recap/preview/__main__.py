"""``python -m event_recap.preview``: started by the development server, with Pelican's arguments."""

import sys

from .process import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
