"""What the columns of tables hold: asked on a page, corrected there, remembered by header."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal

from booth_app.editing import remembered
from booth_app.exchange.columns import UnknownColumn, corrected
from booth_app.exchange.table_columns import TableColumns, columns_of
from booth_app.termbase import StoreFault
from booth_app.ui.editor.column_mapper import ColumnMapper
from booth_app.ui.editor.desk_work import Counted, Told
from booth_app.ui.editor.editor_window import EditorWindow
from booth_app.ui.editor.review_wording import in_the_window
from booth_app.ui.editor.working import Working
from booth_app.ui.theme import Look

_TABLES: Final = frozenset({".csv", ".tsv", ".txt", ".tab", ".xlsx", ".xls", ".ods", ".docx"})


class ColumnPages(QObject):
    """Asks about the columns of one file at a time."""

    mapped = Signal(object, object)
    """A file, and what its columns hold, as `columns.corrected` takes it."""

    def __init__(self, window: EditorWindow, working: Working, look: Look) -> None:
        super().__init__(window)
        self._window = window
        self._working = working
        self._asked: tuple[Path, TableColumns] | None = None
        self.page = ColumnMapper(look)
        self.page.closed.connect(window.show_desk)
        self.page.mapped.connect(self._keep)
        self.page.refused.connect(window.tell)

    def wear(self, look: Look) -> None:
        """Take the look's colours and fonts."""
        self.page.wear(look)

    def recall(self, path: Path, does: Callable[[dict[str, str]], object]) -> None:
        """Do `does` with what columns of that file's header were said to hold before."""

        def work(told: Told, _counted: Counted) -> dict[str, str]:
            told("looking at its columns …")
            table = columns_of(path)
            return remembered.columns(termbase, table.key) if table is not None else {}

        termbase = self._window.desk.termbase
        if path.suffix.casefold() in _TABLES:
            self._working.start(f"Reading {path.name}", work, does)
        else:
            does({})

    def ask(self, path: Path, otherwise: str) -> None:
        """Ask what the columns of a file hold; tell `otherwise` where it has no table."""

        def done(table: TableColumns | None) -> None:
            if table is None:
                self._window.show_desk()
                self._window.tell(in_the_window(otherwise))
            else:
                self._show(path, table)

        def work(told: Told, _counted: Counted) -> TableColumns | None:
            told("looking at its columns …")
            return columns_of(path)

        self._working.start(f"Reading {path.name}", work, done)

    def _show(self, path: Path, table: TableColumns) -> None:
        said = remembered.columns(self._window.desk.termbase, table.key)
        try:
            columns = corrected(table.columns, said)
        except UnknownColumn:  # said to another version of Booth
            columns = table.columns
        self._asked = (path, table)
        self.page.show_columns(path.name, columns, table.rows)
        self._window.show_page(self.page)

    def _keep(self, said: dict[str, str]) -> None:
        if self._asked is None:
            return
        path, table = self._asked
        termbase = self._window.desk.termbase
        kept = {**remembered.columns(termbase, table.key), **said}
        try:
            remembered.keep_columns(termbase, table.key, kept)
        except StoreFault as fault:
            self._window.tell(str(fault))
        self.mapped.emit(path, kept)
