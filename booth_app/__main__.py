"""Starts Booth: a command where the words name one, else the window."""

import sys
from collections.abc import Sequence

from booth_app import commands
from booth_app.paths import DataFolder


def main(words: Sequence[str] | None = None) -> int:
    """Run Booth with `words`, those of the command line by default; return the exit status."""
    return commands.run(sys.argv[1:] if words is None else words, _window)


def _window(data: DataFolder, asked: str | None) -> int:
    from booth_app import app

    return app.run(data, asked)


if __name__ == "__main__":
    sys.exit(main())
