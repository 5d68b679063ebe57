"""Reads UTF-8 from a file or from standard input (`-`), whatever the locale says."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Final

from booth_app.commands.output import CommandError

STANDARD_INPUT: Final = "-"


def lines(name: str) -> Iterator[str]:
    """Yield each line as soon as it is there, without its end. Raises CommandError."""
    with _stream(name) as stream:
        for number, line in enumerate(stream, 1):
            try:
                text = line.decode("utf-8-sig" if number == 1 else "utf-8")
            except UnicodeDecodeError:
                raise CommandError(f"{name}, line {number} is not UTF-8") from None
            yield text.removesuffix("\n").removesuffix("\r")


def text(name: str, largest: int) -> str:
    """Return the text with every code point it has: byte order mark, carriage returns.

    Raises CommandError, also where it is larger than `largest` bytes.
    """
    with _stream(name) as stream:
        data = stream.read(largest + 1)
    if len(data) > largest:
        raise CommandError(f"{name} is larger than {largest:,} bytes; give its parts one by one")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as fault:
        line = data.count(b"\n", 0, fault.start) + 1
        raise CommandError(f"{name}, line {line} is not UTF-8") from None


@contextmanager
def _stream(name: str) -> Iterator[BinaryIO]:
    try:
        if name != STANDARD_INPUT:
            with Path(name).open("rb") as stream:
                yield stream
        elif sys.stdin is None:
            raise CommandError("there is no standard input to read")
        else:
            yield sys.stdin.buffer
    except OSError as fault:
        raise CommandError(f"{name} cannot be read: {fault.strerror or fault}") from None
