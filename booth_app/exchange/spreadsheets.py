"""Spreadsheets (XLSX, XLS, ODS) as grids of texts; formulas are the values they last had."""

from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Final

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
    load_workbook,
)

from booth_app.exchange.cells import text_of
from booth_app.exchange.grids import Grid, GridRow
from booth_app.exchange.report import FileUnreadable, shown

_Merged = Mapping[int, list[tuple[int, int, int, int]]]
"""By row, from 0: the merged ranges in it, as first row, first column, last row, last column."""
_MOST_COLUMNS: Final = 500
"""Columns that are read of a row: a formatted sheet may have 16,384 empty ones."""


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
        self.size = sum(sheet.total_height for sheet in self._sheets.values())
        self.grids = [Grid(name, partial(self._rows, name)) for name in self._sheets]

    def close(self) -> None:
        """Close the workbook."""
        self._sheets.clear()
        self._workbook.close()

    def _visible(self) -> Iterator[tuple[str, CalamineSheet]]:
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
            if sheet.start is not None:
                yield about.name, sheet

    def _rows(self, name: str) -> Iterator[GridRow]:
        sheet = self._sheets[name]
        left = (sheet.start or (0, 0))[1]
        merged = _merged_by_row(sheet)
        width = sheet.width
        before = self._rows_before(name)
        for number, cells in enumerate(sheet.iter_rows()):
            self.done = before + number
            texts, tells = [], []
            for cell in cells[:_MOST_COLUMNS]:
                text, said = (cell, "") if isinstance(cell, str) else text_of(cell)
                texts.append(text)
                if said:
                    tells.append(said)
            above, spans = _merged_in(number, left, width, merged) if merged else (_NONE, False)
            yield GridRow(number + 1, texts, above, spans, tuple(tells))
        self.done = before + sheet.total_height

    def _rows_before(self, name: str) -> int:
        names = list(self._sheets)
        return sum(self._sheets[each].total_height for each in names[: names.index(name)])


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


def _merged_by_row(sheet: CalamineSheet) -> _Merged:
    merged: dict[int, list[tuple[int, int, int, int]]] = {}
    for (top, left), (bottom, right) in sheet.merged_cell_ranges or ():
        for row in range(top, min(bottom, top + sheet.total_height) + 1):
            merged.setdefault(row, []).append((top, left, bottom, right))
    return merged


def _merged_in(row: int, left: int, width: int, merged: _Merged) -> tuple[frozenset[int], bool]:
    """Return the columns that go on from above in `row`, and whether a cell spans the sheet."""
    ranges = merged.get(row, ())
    above = frozenset(
        column - left
        for top, first, _, last in ranges
        if top < row
        for column in range(first, last + 1)
    )
    spans = any(
        top == row and first == left and last - first + 1 >= width > 1
        for top, first, _, last in ranges
    )
    return above, spans
