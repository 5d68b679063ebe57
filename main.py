"""Starts Booth, as the `booth` command does."""

import sys

from booth_app.__main__ import main

if __name__ == "__main__":
    sys.exit(main())
