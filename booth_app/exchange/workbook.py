"""An XLSX workbook that is being written: sheets of rows, in any memory (XlsxWriter)."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, TYPE_CHECKING, Any, Final

import xlsxwriter
from xlsxwriter.exceptions import XlsxFileError
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from booth_app.exchange.file_writing import FileUnwritable, beside
from booth_app.exchange.term_rows import LONGEST_CELL

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

MOST_ROWS: Final = 1_048_575
"""Rows of a sheet below its header."""

_OPTIONS: Final = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_NO_XML: Final = {0xFFFE: "\ufffd", 0xFFFF: "\ufffd"}
"""Characters that XML cannot say, nor any escape that a reader undoes."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its header, its width in characters, the values it is filled from."""

    name: str
    width: int = 14
    choices: Sequence[str] = ()
    right_to_left: bool = False


@dataclass(slots=True)
class Sheet:
    """A sheet that grows row by row. Text stays text: nothing in it is ever a formula."""

    worksheet: Worksheet
    columns: Sequence[Column]
    formats: Mapping[bool, Format]
    path: Path
    rows: int = field(default=0)

    def add(self, cells: Mapping[str, str | int], right_to_left: Collection[str] = ()) -> None:
        """Add a row; `right_to_left` names columns whose cell is so in this row alone.

        Raises FileUnwritable where the sheet is full.
        """
        if self.rows == MOST_ROWS:
            reason = f"a sheet holds {MOST_ROWS:,} rows, and there are more: export it as TBX"
            raise FileUnwritable(self.path, reason)
        self.rows += 1
        for at, column in enumerate(self.columns):
            value = cells.get(column.name, "")
            turned = column.right_to_left or column.name in right_to_left
            if isinstance(value, int):
                self.worksheet.write_number(self.rows, at, value)
            elif value:
                text = value.translate(_NO_XML)[:LONGEST_CELL]
                self.worksheet.write_string(self.rows, at, text, self.formats[turned])


@dataclass(slots=True)
class Workbook:
    """A workbook on its way; `sheet` adds the sheets, which may then grow side by side."""

    book: xlsxwriter.Workbook
    path: Path

    def sheet(self, name: str, columns: Sequence[Column], *, locked: bool = False) -> Sheet:
        """Add a sheet with a frozen header, and a list to choose from where a column has one."""
        worksheet = self.book.add_worksheet(name)
        header = self.book.add_format({"bold": True, "bottom": 1})
        for at, column in enumerate(columns):
            worksheet.set_column(at, at, column.width)
            worksheet.write_string(0, at, column.name, header)
            if column.choices:
                worksheet.data_validation(1, at, MOST_ROWS, at, _choice(column.choices))
        worksheet.freeze_panes(1, 0)
        if locked:
            worksheet.protect()
        formats = {turned: self._format(right_to_left=turned) for turned in (False, True)}
        return Sheet(worksheet, columns, formats, self.path)

    def _format(self, *, right_to_left: bool) -> Format:
        turned = {"reading_order": 2, "align": "right"} if right_to_left else {}
        return self.book.add_format(
            {"text_wrap": True, "valign": "top", "num_format": "@", **turned}
        )


class _Ending:
    """Asks `check`, which ends the writing by raising, until it has done so once.

    A ZipFile that is stopped, or that a full disk stops, tries again, aloud, when it is freed.
    """

    def __init__(self, check: Callable[[], None]) -> None:
        self._check = check
        self._has_ended = False

    def __call__(self) -> None:
        if not self._has_ended:
            self._has_ended = True
            self._check()
            self._has_ended = False


class _Rows:
    """The rows of a sheet, read back piece by piece; before each it may end."""

    def __init__(self, file: IO[str], ending: _Ending) -> None:
        self._ending = ending
        self._file = file
        self.seek, self.close = file.seek, file.close

    def read(self, size: int) -> str:
        """Return the next characters."""
        self._ending()
        return self._file.read(size)


class _Packed(BytesIO):
    """What is zipped, in memory: a full disk stops no ZipFile. Before each piece it may end."""

    def __init__(self, ending: _Ending) -> None:
        super().__init__()
        self._ending = ending

    def write(self, data: "ReadableBuffer", /) -> int:
        """Override BytesIO.write."""
        self._ending()
        return super().write(data)


def go_on() -> None:
    """Never end anything."""


@contextmanager
def workbook(path: Path, title: str = "", check: Callable[[], None] = go_on) -> Iterator[Workbook]:
    """Give a workbook that is at `path` once all has been written.

    Once all rows are there `check` is asked all along, and ends the writing by raising. Raises
    FileUnwritable.
    """
    ending = _Ending(check)
    with beside(path) as new, TemporaryDirectory(prefix="booth-") as rows:
        packed = _Packed(ending)
        book = xlsxwriter.Workbook(packed, {**_OPTIONS, "tmpdir": rows})
        book.set_properties({"title": title.translate(_NO_XML), "author": "Booth"})
        try:
            yield Workbook(book, path)
            for worksheet in book.worksheets():
                worksheet.row_data_fh = _Rows(worksheet.row_data_fh, ending)
            book.close()
            new.write_bytes(packed.getbuffer())
        except XlsxFileError as fault:
            why = fault.args[0] if fault.args else fault
            reason = why.strerror if isinstance(why, OSError) else ""
            raise FileUnwritable(path, reason or str(why)) from None
        finally:
            for worksheet in book.worksheets():  # open still where it did not get to its end
                worksheet.row_data_fh.close()
                worksheet.fh.close()


def _choice(choices: Sequence[str]) -> dict[str, Any]:
    return {"validate": "list", "source": list(choices), "ignore_blank": True}
