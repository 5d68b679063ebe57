"""One line on a terminal's stderr that says how far the work is; elsewhere nothing."""

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from booth_app.jobs import Progress


class ProgressLine:
    """Shows what is done at the moment; `clear` it before anything else is printed."""

    def __init__(self, doing: str = "") -> None:
        self._doing = doing
        self._seen = sys.stderr is not None and sys.stderr.isatty()
        self._line = ""

    def began(self, doing: str) -> None:
        """Say that something else is done now."""
        self._doing = doing
        self._show(f"{doing} …")

    def progressed(self, progress: "Progress") -> None:
        """Say how much of it is done."""
        self._show(f"{self._doing} … {100 * progress.done // max(progress.total, 1)} %")

    def clear(self) -> None:
        """Take the line away."""
        self._show("")

    def _show(self, line: str) -> None:
        if self._seen and line != self._line:
            self._line = line
            print(f"\r\x1b[K{line}", end="", file=sys.stderr, flush=True)
