"""A file line by line, in bytes and bounded memory, with the place of each line."""

from collections.abc import Iterable, Iterator
from typing import BinaryIO, Final, NamedTuple

LONGEST: Final = 1 << 20
"""Bytes of a line; what is longer is no line of a table."""


class Line(NamedTuple):
    """A line without its end. `number` counts from 1, `offset` is where it begins in the file.

    `raw` is None for a line longer than `LONGEST`.
    """

    number: int
    offset: int
    raw: bytes | None


class LineTooLong(Exception):
    """A line that is longer than any is written."""


def whole_lines(pieces: Iterable[bytes], longest: int) -> Iterator[bytes]:
    """Yield the lines, without their ends, of bytes that come in pieces of any size.

    Raises LineTooLong before more than `longest` bytes of a line and a piece are held.
    """
    begun: list[bytes] = []  # joined once it is whole: a long line has thousands of pieces
    length = 0
    for piece in pieces:
        *ended, last = piece.split(b"\n")
        if ended:
            yield b"".join((*begun, ended[0]))
            yield from ended[1:]
            begun, length = [], 0
        begun.append(last)
        length += len(last)
        if length > longest:
            raise LineTooLong
    if length:
        yield b"".join(begun)


def lines(file: BinaryIO, number: int = 1) -> Iterator[Line]:
    """Yield the lines of `file` from where it stands, which is line `number`."""
    offset = file.tell()
    while raw := file.readline(LONGEST + 1):
        begin, offset = offset, offset + len(raw)
        if len(raw) > LONGEST and not raw.endswith(b"\n"):
            while rest := file.readline(LONGEST):
                offset += len(rest)
                if rest.endswith(b"\n"):
                    break
            yield Line(number, begin, None)
        else:
            yield Line(number, begin, raw.rstrip(b"\r\n"))
        number += 1
