"""Which encoding a text file is in: marks first, then proof, then a guess among few."""

import codecs
import re
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Final, NamedTuple

from booth_app.exchange.encoding_guess import guessed
from booth_app.exchange.report import told_if_unreadable

_CHUNK: Final = 1 << 20  # bytes
_SAMPLE: Final = 1 << 18  # bytes
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""UTF-32 stands before UTF-16, whose mark it begins with."""
_NAMES: Final = {
    "cp1252": "Western European (Windows 1252)",
    "cp1256": "Arabic (Windows 1256)",
    "iso8859_6": "Arabic (ISO 8859-6)",
    "mac_roman": "Mac Roman",
}
_FEW: Final = 1 / 20
"""Share of NUL bytes from which a text has two bytes a letter: one between any two words."""
_MOST: Final = 9 / 10
"""Share of letters whose upper half is zero in UTF-32: but for emoji, all."""
_MOST_DAMAGED: Final = 1 / 4
"""Of lines with accents, how many may be no UTF-8 in a file that is UTF-8 for all that."""


class Encoding(NamedTuple):
    """A codec's name and how its faults are read. `guessed`: what to say where it was a guess."""

    codec: str
    errors: str = "replace"
    guessed: str = ""


def encoding(path: Path) -> Encoding:
    """Return the encoding of the text in `path`. Raises FileUnreadable."""
    with told_if_unreadable(path), path.open("rb") as file:
        return _encoding(file)


def is_utf8(file: BinaryIO) -> bool:
    """Tell whether all of `file` is UTF-8, but for a character cut off at the end."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        while chunk := file.read(_CHUNK):
            decoder.decode(chunk)
    except UnicodeDecodeError:
        return False
    return True


def _encoding(file: BinaryIO) -> Encoding:
    head = file.read(_CHUNK)
    for mark, codec in _MARKS:
        if head.startswith(mark):
            return Encoding(codec, "surrogateescape" if codec == "utf-8-sig" else "replace")
    if wide := _wide(head):
        return Encoding(wide)
    file.seek(0)
    if is_utf8(file):
        return Encoding("utf-8", "surrogateescape")
    file.seek(0)
    sample, damaged = _sample(file)
    if damaged:
        return Encoding("utf-8", "surrogateescape")
    codec = guessed(sample)
    said = f"Its letters were read as {_NAMES[codec]}: look whether accents are right."
    return Encoding(codec, guessed=said)


def _wide(head: bytes) -> str:
    """Return the UTF-16 or UTF-32 that the places of NUL bytes show; empty where they show none."""
    nulls = [head[place::4].count(0) for place in range(4)]
    if sum(nulls) < max(1, len(head) * _FEW):
        return ""
    first, second, third, last = nulls
    if min(third, last) > len(head) / 4 * _MOST:
        return "utf-32-le"
    if min(first, second) > len(head) / 4 * _MOST:
        return "utf-32-be"
    if second + last > 9 * (first + third):
        return "utf-16-le"
    return "utf-16-be" if first + third > 9 * (second + last) else ""


def _sample(file: BinaryIO) -> tuple[bytes, bool]:
    """Return lines that have more than ASCII, and whether they are UTF-8 but for a few."""
    sample: list[bytes] = []
    length = good = bad = 0
    for raw in _beyond_ascii(file):
        try:
            raw.decode("utf-8")
            good += 1
        except UnicodeDecodeError:
            bad += 1
        sample.append(raw)
        length += len(raw)
        if length > _SAMPLE:
            break
    return b"\n".join(sample)[:_SAMPLE], good > 0 and bad <= (good + bad) * _MOST_DAMAGED


def _beyond_ascii(file: BinaryIO) -> Iterator[bytes]:
    """Yield the lines, whatever ends them, that have more than ASCII; of endless ones pieces."""
    begun = b""
    while chunk := file.read(_CHUNK):
        *whole, begun = re.split(rb"[\r\n]+", begun + chunk)
        if len(begun) > _CHUNK:
            whole, begun = [*whole, begun], b""
        yield from (line for line in whole if not line.isascii())
    if not begun.isascii():
        yield begun
