"""Starts Booth: a command where the words name one, else the window."""

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from booth_app.paths import DataFolder

_INTERRUPTED = 128 + 2
"""What a shell shows of a program that Ctrl+C ended."""


def main(words: Sequence[str] | None = None) -> int:
    """Run Booth with `words`, those of the command line by default; return the exit status."""
    try:
        from booth_app import commands

        return commands.run(sys.argv[1:] if words is None else words, _window)
    except KeyboardInterrupt:  # while the modules were being read
        return _INTERRUPTED


def _window(data: "DataFolder", asked: str | None) -> int:
    from booth_app import app

    return app.run(data, asked)


if __name__ == "__main__":
    sys.exit(main())
