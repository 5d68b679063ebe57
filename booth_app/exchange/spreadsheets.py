"""Spreadsheets (XLSX, XLS, ODS) as grids of texts; formulas are the values they last had.

A formula that never had one is its own text.
"""

from collections.abc import Iterator, Mapping
from functools import partial
from itertools import chain, repeat
from pathlib import Path
from typing import Final, NamedTuple

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
    load_workbook,
)

from booth_app.exchange.cells import Cell, text_of
from booth_app.exchange.grids import Grid, GridRow
from booth_app.exchange.report import FileUnreadable, shown
from booth_app.exchange.sheet_marks import Marks, Range, marks

_Merged = Mapping[int, list[tuple[int, int, int, int]]]
"""By row, from 0: the merged ranges in it, as first row, first column, last row, last column."""
_MOST_COLUMNS: Final = 500
"""Columns that are read of a row: a formatted sheet may have 16,384 empty ones."""


_NEVER_CALCULATED: Final = (
    "A formula stands here that was never calculated: it is kept as text; open the file in a"
    " spreadsheet and save it there."
)


class _Sheet(NamedTuple):
    """A sheet: `rows` and `width` are those up to its last cell, `left` its first column."""

    sheet: CalamineSheet
    marks: Marks
    rows: int
    left: int
    width: int


class Spreadsheet:
    """An open workbook; each visible sheet is a grid. `done` and `size` are rows.

    Hidden sheets are left out and told. Raises FileUnreadable.
    """

    def __init__(self, path: Path, format_: str) -> None:
        self.path = path
        self.format = format_
        self.done = 0
        self.tells: list[str] = []
        self._workbook = _opened(path)
        self._sheets = dict(self._visible())
        self.size = sum(sheet.rows for sheet in self._sheets.values())
        self.grids = [Grid(name, partial(self._rows, name)) for name in self._sheets]

    def close(self) -> None:
        """Close the workbook."""
        self._sheets.clear()
        self._workbook.close()

    def _visible(self) -> Iterator[tuple[str, _Sheet]]:
        said = dict(enumerate(marks(self.path, self.format)))
        for number, about in enumerate(self._workbook.sheets_metadata):
            if about.typ not in (SheetTypeEnum.WorkSheet, SheetTypeEnum.DialogSheet):
                continue
            if about.visible != SheetVisibleEnum.Visible:
                self.tells.append(f"The sheet {shown(about.name)} is hidden: it was not read.")
                continue
            try:
                sheet = self._workbook.get_sheet_by_index(number)
            except BaseException as fault:
                raise _unreadable(self.path, fault) from None
            if filled := _filled(sheet, said.get(number, _UNMARKED)):
                yield about.name, filled

    def _rows(self, name: str) -> Iterator[GridRow]:
        sheet = self._sheets[name]
        merged = _merged_by_row(sheet)
        before = self._rows_before(name)
        for number, cells in enumerate(_cells(sheet)):
            self.done = before + number
            texts, tells = [], []
            for cell in cells[:_MOST_COLUMNS]:
                text, said = (cell, "") if isinstance(cell, str) else text_of(cell)
                texts.append(text)
                if said:
                    tells.append(said)
            for column, text in sheet.marks.formulas.get(number, {}).items():
                texts += repeat("", column - sheet.left + 1 - len(texts))
                texts[column - sheet.left] = text
                tells = list(dict.fromkeys((*tells, _NEVER_CALCULATED)))
            above, spans = _merged_in(number, sheet, merged) if merged else (_NONE, False)
            yield GridRow(number + 1, texts, above, spans, tuple(tells))
        self.done = before + sheet.rows

    def _rows_before(self, name: str) -> int:
        names = list(self._sheets)
        return sum(self._sheets[each].rows for each in names[: names.index(name)])


_UNMARKED: Final = Marks([], {})


def _filled(sheet: CalamineSheet, said: Marks) -> _Sheet | None:
    """Return the sheet with what is said of it; None where nothing stands in it."""
    columns = [column for row in said.formulas.values() for column in row]
    rows = [*said.formulas]
    if sheet.start is not None and sheet.end is not None:
        columns += [sheet.start[1], sheet.end[1]]
        rows.append(sheet.end[0])
    if not columns:
        return None
    left = min(columns)
    return _Sheet(sheet, said, max(rows) + 1, left, max(columns) - left + 1)


def _cells(sheet: _Sheet) -> Iterator[list[Cell]]:
    """Yield the cells of each row, from the sheet's first column on."""
    start, end = sheet.sheet.start, sheet.sheet.end
    there: Iterator[list[Cell]] = sheet.sheet.iter_rows() if start else iter(())
    pad: list[Cell] = [""] * (start[1] - sheet.left if start else 0)
    rest: Iterator[list[Cell]] = repeat([], sheet.rows - (end[0] + 1 if end else 0))
    return chain(([*pad, *row] if pad else row for row in there), rest)


_NONE: Final[frozenset[int]] = frozenset()


def _opened(path: Path) -> CalamineWorkbook:
    try:
        return load_workbook(str(path))
    except BaseException as fault:
        raise _unreadable(path, fault) from None


def _unreadable(path: Path, fault: BaseException) -> BaseException:
    """Return what to raise for a fault of the library, whose own panics are no Exception."""
    if isinstance(fault, PasswordError):
        said = "is protected with a password: open it, take the password off and save it again"
        return FileUnreadable(path, said)
    if isinstance(fault, OSError | CalamineError) or type(fault).__name__ == "PanicException":
        return FileUnreadable(path, "is damaged or cut off: no spreadsheet can be read out of it")
    return fault


def _merged_by_row(sheet: _Sheet) -> _Merged:
    merged: dict[int, list[tuple[int, int, int, int]]] = {}
    ranges: list[Range] = [*(sheet.sheet.merged_cell_ranges or ()), *sheet.marks.merged]
    for (top, left), (bottom, right) in ranges:
        for row in range(top, min(bottom, top + sheet.rows) + 1):
            merged.setdefault(row, []).append((top, left, bottom, right))
    return merged


def _merged_in(row: int, sheet: _Sheet, merged: _Merged) -> tuple[frozenset[int], bool]:
    """Return the columns that go on from above in `row`, and whether a cell spans the sheet."""
    ranges = merged.get(row, ())
    above = frozenset(
        column - sheet.left
        for top, first, _, last in ranges
        if top < row
        for column in range(first, min(last, sheet.left + sheet.width - 1) + 1)
    )
    spans = any(
        top == row and first == sheet.left and last - first + 1 >= sheet.width > 1
        for top, first, _, last in ranges
    )
    return above, spans
