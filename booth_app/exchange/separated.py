"""Text tables, CSV and their like: whatever encoding, separator and line ends a program left."""

import io
import re
from collections import Counter, deque
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from booth_app.exchange.columns import count_named
from booth_app.exchange.encodings import Encoding, encoding
from booth_app.exchange.grids import Grid, GridRow
from booth_app.exchange.report import FileUnreadable, told_if_unreadable

_SEPARATORS: Final = ("\t", ";", ",", "|")
_SCORED: Final = 50  # records
_LONGEST: Final = 1 << 20
"""Characters of a line, and of a record of several lines; a longer one is left out."""
_MOST_LINES: Final = 200
"""Lines of one record: beyond them its quotation mark was none."""
_MOST_UNCLOSED: Final = 20
"""Quotation marks that close nowhere, from which on none opens a cell in this file."""
_LAST: Final = 8
"""Bytes at the end of a file in which its last line end stands, in any encoding."""
_CUT_OFF: Final = "The file ends in the middle of this row: if it was cut off, get it again, whole."
_NO_TEXT: Final = (
    "is no text and no workbook, whatever its name says: it is damaged, or of another program; get"
    " it again"
)
_CONTROL: Final = re.compile("[\x01-\x08\x0e-\x1f\x7f]")
_FEWEST_CONTROLS, _MOST_CONTROLS = 10, 0.03
"""Control characters that a text may have, and their share in one that has more."""
_SAID_SEPARATOR: Final = re.compile(r"sep=(.)\s*")
_ESCAPED: Final = re.compile("[\udc80-\udcff]")


class Line(NamedTuple):
    """A line as text, without its end, which is `end`: any of the three that are in use.

    `tells` say what was mended in it; `text` None: it was too long.
    """

    number: int
    text: str | None
    end: str = ""
    tells: tuple[str, ...] = ()


class SeparatedText:
    """An open text table, of one grid. `done` and `size` are bytes. Raises FileUnreadable."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.format = "csv"
        self.done = 0
        self.size = path.stat().st_size
        self._encoding = encoding(path)
        self._said = ""
        self._columns = 0
        self._separator = self._best_separator()
        self.grids = (Grid("", self._rows, aligned=False),)
        self.tells = (self._encoding.guessed,) if self._encoding.guessed else ()

    def close(self) -> None:
        """Nothing is left open."""

    def _rows(self) -> Iterator[GridRow]:
        last: GridRow | None = None
        with told_if_unreadable(self.path):
            with self.path.open("rb") as raw:
                self.done = 0
                text = _lines(raw, self._encoding)
                for row in _records(text, self._separator):
                    self.done = raw.tell()
                    if row.number == 1 and self._said:
                        continue
                    if last is not None:
                        yield last
                    last = row
            if last is not None:
                yield self._whole_or_told(last)
        self.done = self.size

    def _whole_or_told(self, last: GridRow) -> GridRow:
        """Return the last row; where the file seems to end in the middle of it, with that told."""
        if last.is_blank or len(last.cells) >= self._columns or self._ends_with_a_line():
            return last
        return last._replace(tells=(*last.tells, _CUT_OFF))

    def _ends_with_a_line(self) -> bool:
        with self.path.open("rb") as raw:
            raw.seek(max(self.size - _LAST, 0))
            return raw.read().rstrip(b"\0").endswith((b"\n", b"\r"))

    def _best_separator(self) -> str:
        """Return the separator that parts most of the first records into as many cells."""
        with self.path.open("rb") as raw:
            head = []
            for line in _lines(raw, self._encoding):
                head.append(line)
                if len(head) == 4 * _SCORED:
                    break
        if _is_no_text(head):
            raise FileUnreadable(self.path, _NO_TEXT)
        first = head[0].text or "" if head else ""
        if said := _SAID_SEPARATOR.fullmatch(first):
            self._said = said[1]
        scores = {separator: _score(head, separator) for separator in self._said or _SEPARATORS}
        best = max(scores, key=scores.__getitem__)
        *_, self._columns = scores[best]
        return best


def _is_no_text(head: list[Line]) -> bool:
    """Tell whether there are so many control characters that these lines are bytes of something."""
    text = "".join(line.text or "" for line in head)
    controls = len(_CONTROL.findall(text))
    return controls > max(_FEWEST_CONTROLS, len(text) * _MOST_CONTROLS)


def _score(head: list[Line], separator: str) -> tuple[float, float, int]:
    """Return how well `separator` parts these lines: named headers, constancy, columns."""
    records = []
    for row in _records(iter(head), separator):
        if not row.is_blank:
            records.append(row.cells)
        if len(records) == _SCORED:
            break
    counts = Counter(len(cells) for cells in records)
    columns, often = max(counts.items(), key=lambda each: (each[0] > 1, each[1]), default=(1, 0))
    if columns == 1:
        return 0, 0, 0
    headers = max(count_named(cells) for cells in records[:30])
    return float(headers > 1), often / len(records), columns


def _lines(raw: io.BufferedReader, encoding: Encoding) -> Iterator[Line]:
    text = io.TextIOWrapper(raw, encoding.codec, encoding.errors, newline="")
    try:
        number = 1
        while line := text.readline(_LONGEST + 1):
            if len(line) > _LONGEST and not line.endswith(("\n", "\r")):
                while (rest := text.readline(_LONGEST)) and not rest.endswith(("\n", "\r")):
                    pass
                yield Line(number, None)
            else:
                yield _mended(number, line)
            number += 1
    finally:
        if not text.closed:
            text.detach()


def _mended(number: int, whole: str) -> Line:
    tells = []
    line = whole.removesuffix("\n").removesuffix("\r")
    end = whole[len(line) :]
    if "\0" in line:
        line = line.replace("\0", "")
        tells.append("NUL characters in it were left out.")
    if not line.isascii():
        if _ESCAPED.search(line):
            line = _from_another_encoding(line)
            tells.append("It is not UTF-8 as the rest: look whether its accents are right.")
        if "\ufffd" in line:
            tells.append("Characters in it are damaged: they are shown as �.")
        line = line.removeprefix("\ufeff") if number == 1 else line
    return Line(number, line, end, tuple(tells))


def _from_another_encoding(line: str) -> str:
    """Return `line`, whose bytes are no UTF-8, without a cut-off end, else as of Windows."""
    data = line.encode("utf-8", "surrogateescape")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as fault:
        if fault.reason == "unexpected end of data":
            return data[: fault.start].decode("utf-8") + "\ufffd"
    return data.decode("cp1252", "replace")


def _records(lines: Iterator[Line], separator: str) -> Iterator[GridRow]:
    """Yield the records of `lines`; a quoted cell may go over several of them."""
    ahead: deque[Line] = deque()
    unclosed = 0
    while ahead or (line := next(lines, None)) is not None:
        first = ahead.popleft() if ahead else line
        if first is None or first.text is None:
            number = first.number if first else 0
            said = f"It is longer than {_LONGEST:,} characters: it is left out."
            yield GridRow(number, (), tells=(said,))
            continue
        quoted = unclosed < _MOST_UNCLOSED
        cells = _cells(first.text, separator) if quoted else first.text.split(separator)
        tells = first.tells
        if cells is None:
            cells, tells = _over_lines(first, lines, ahead, separator)
            unclosed += cells is None
        if cells is None:
            cells = first.text.split(separator)
            tells = (*first.tells, "A quotation mark in it closes nowhere: it was kept as text.")
        yield GridRow(first.number, cells, tells=tells)


def _over_lines(
    first: Line, lines: Iterator[Line], ahead: deque[Line], separator: str
) -> tuple[list[str] | None, tuple[str, ...]]:
    """Return the cells of a record that goes on in the next lines; None where it does not.

    The lines it does not need are put back into `ahead`.
    """
    text, end, tells = first.text or "", first.end, first.tells
    used: list[Line] = []
    while len(used) < _MOST_LINES and len(text) < _LONGEST:
        line = ahead.popleft() if ahead else next(lines, None)
        if line is None:
            break
        used.append(line)
        if line.text is None:
            break
        text, end, tells = f"{text}{end}{line.text}", line.end, tells + line.tells
        if '"' in line.text and (cells := _cells(text, separator)) is not None:
            return cells, tells
    ahead.extendleft(reversed(used))
    return None, ()


def _cells(text: str, separator: str) -> list[str] | None:
    """Return the cells of a record; None where a quoted one is not closed.

    Only a quotation mark before a separator or the end closes a cell; others are its text.
    """
    if '"' not in text:
        return text.split(separator)
    cells: list[str] = []
    at = 0
    while True:
        if text.startswith('"', at):
            end = _closing(text, at + 1, separator)
            if end < 0:
                return None
            cells.append(text[at + 1 : end].replace('""', '"'))
            at = end + 1
        else:
            end = text.find(separator, at)
            cells.append(text[at:end] if end >= 0 else text[at:])
            at = end if end >= 0 else len(text)
        if at >= len(text):
            return cells
        at += 1  # the separator
        if at == len(text):
            return [*cells, ""]


def _closing(text: str, at: int, separator: str) -> int:
    """Return where the quotation mark stands that closes the cell begun before `at`, or -1."""
    while (at := text.find('"', at)) >= 0:
        after = text[at + 1 : at + 2]
        if after == '"':
            at += 2
        elif after in ("", separator):
            return at
        else:
            at += 1
    return -1
