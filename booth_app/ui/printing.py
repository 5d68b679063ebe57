"""A booth sheet as a PDF, ready to be printed, written page by page in any thread."""

import contextlib
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Final, NamedTuple

from PySide6.QtCore import QFile, QIODevice, QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from booth_app.exchange.file_writing import FileUnwritable, beside
from booth_app.exchange.printed_rows import PrintedRow, PrintedRows, printable
from booth_app.terminology.counted import counted
from booth_app.ui.printed.pages import Page, Pages, Sheet
from booth_app.ui.printed.rows import RowSetting

_MARGIN: Final = 12.0  # millimetres
_DOTS: Final = 300  # an inch

Progressed = Callable[[int, int], None]
"""Is told how many rows are done, of how many; may raise, which ends the printing."""


class NotPrinted(Exception):
    """The file could not be written; whatever was there is still there. Carries one sentence."""


class _Paper(NamedTuple):
    file: QFile
    writer: QPdfWriter
    painter: QPainter


def write_pdf(rows: PrintedRows, title: str, day: date, path: Path, progressed: Progressed) -> int:
    """Write a sheet of `rows` as a PDF at `path`, A4 across, and return its pages.

    Rows are laid out twice, as each page says how many there are. What was at `path` is replaced
    when all is written. Raises NotPrinted, and what `progressed` raises.
    """
    foot = f"{counted(len(rows), 'concept')} · printed on {day.isoformat()}"
    try:
        with beside(path) as new, _printer(new, title) as paper:
            sheet = Sheet(printable(title), foot)
            pages = Pages(paper.writer, RowSetting(paper.writer, rows.languages), sheet)
            return _Printing(rows, pages, progressed).print_on(paper)
    except FileUnwritable as fault:
        raise NotPrinted(
            f"{path} was not written ({fault.reason}); choose another place."
        ) from fault


class _Printing:
    """Counts the pages, then draws them; both are parts of one progress."""

    def __init__(self, rows: PrintedRows, pages: Pages, progressed: Progressed) -> None:
        self._rows = rows
        self._pages = pages
        self._progressed = progressed
        self._done = 0

    def print_on(self, paper: _Paper) -> int:
        """Draw all pages and return how many they are; raises OSError where a disk is full."""
        count = sum(1 for _ in self._each())
        for number, page in enumerate(self._each(), 1):
            if number > 1:
                paper.writer.newPage()
            self._pages.draw(paper.painter, page, number, count)
            _check(paper.file)
        return count

    def _each(self) -> Iterator[Page]:
        for page in self._pages.of(self._counted()):
            self._progressed(self._done, 2 * len(self._rows))
            yield page

    def _counted(self) -> Iterator[PrintedRow]:
        for row in self._rows:
            yield row
            self._done += 1


@contextlib.contextmanager
def _printer(path: Path, title: str) -> Iterator[_Paper]:
    """Give what draws on the pages of a file; raises OSError where that cannot be written."""
    file = QFile(path)
    if not file.open(QIODevice.OpenModeFlag.WriteOnly):
        raise OSError(file.errorString())
    writer = QPdfWriter(file)
    writer.setTitle(title)
    writer.setCreator("Booth")
    writer.setResolution(_DOTS)
    margins = QMarginsF(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
    across = QPageLayout.Orientation.Landscape
    page = QPageSize(QPageSize.PageSizeId.A4)
    writer.setPageLayout(QPageLayout(page, across, margins, QPageLayout.Unit.Millimeter))
    painter = QPainter(writer)
    try:
        yield _Paper(file, writer, painter)
        painter.end()
        _check(file)
    finally:
        if painter.isActive():
            painter.end()
        file.close()


def _check(file: QFile) -> None:
    """Raise OSError where something was not written: Qt goes on without a word."""
    if not file.flush() or file.error() != QFile.FileError.NoError:
        raise OSError(file.errorString())
