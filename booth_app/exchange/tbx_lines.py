"""At which line each entry begins: an element itself knows no line beyond the 65,535th."""

import re
from collections import deque
from typing import Final

_ENTRY: Final = re.compile(rb"<(?:[\w.\-]+:)?(?:conceptEntry|termEntry)[\s>]")
_LONGEST: Final = 100
"""Bytes of an entry's first tag that may stand at the end of what was read."""


class EntryLines:
    """Counts lines in the bytes of a file as they are read.

    In encodings of two bytes a letter nothing is found: then only what an element knows is known.
    """

    def __init__(self) -> None:
        self._line = 1
        self._rest = b""
        self._found: deque[int] = deque()

    def take(self, data: bytes) -> None:
        """Look through the next bytes."""
        data = self._rest + data
        cut = data.rfind(b"<", max(len(data) - _LONGEST, 0))
        self._rest = data[cut:] if cut >= 0 else b""
        data = data[:cut] if cut >= 0 else data
        at = 0
        for match in _ENTRY.finditer(data):
            self._line += data.count(b"\n", at, match.start())
            at = match.start()
            self._found.append(self._line)
        self._line += data.count(b"\n", at)

    def end(self) -> None:
        """Look through what is left."""
        rest, self._rest = self._rest, b""
        if _ENTRY.match(rest):
            self._found.append(self._line)

    def next(self) -> int:
        """Return the line of the next entry, 0 where it is not known."""
        return self._found.popleft() if self._found else 0
