"""Picks the reader of a file by what is in it, never by its name alone."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from booth_app.exchange import contents
from booth_app.exchange.glossary_files import GlossaryFiles
from booth_app.exchange.grids import GridFile
from booth_app.exchange.read_file import Content, Reader
from booth_app.exchange.report import FileUnreadable, shown
from booth_app.exchange.table_reading import TableFile
from booth_app.exchange.tables import TermTable
from booth_app.exchange.workbook_reading import own_workbook


def reader(path: Path, *, columns: Mapping[str, str] | None = None) -> Reader:
    """Return the reader of `path`, opened.

    `columns` says what columns are whose header does not: from a header, or a number from 1, to a
    language or another part (`columns.py`). Raises FileUnreadable.
    """
    content = contents.content(path)
    if content in _PLAIN:
        if columns:
            named = shown(next(iter(columns)))
            raise FileUnreadable(path, f"has no column {named}: it is no table, say it without")
        return _PLAIN[content](path)
    file = grids(path, content)
    own = None if columns else own_workbook(path, file)
    return own or TableFile(path, file, columns or {})


def grids(path: Path, content: Content) -> GridFile:
    """Return a file of tables, opened. Raises FileUnreadable."""
    if content == "separated":
        from booth_app.exchange.separated import SeparatedText

        return SeparatedText(path)
    if content == "docx":
        from booth_app.exchange.word_tables import WordTables

        return WordTables(path)
    from booth_app.exchange.spreadsheets import Spreadsheet

    return Spreadsheet(path, content)


def _tbx(path: Path) -> Reader:
    from booth_app.exchange.tbx_reading import TbxFile

    return TbxFile(path)


def _release(path: Path) -> Reader:
    from booth_app.exchange.release import ReleaseFile

    return ReleaseFile(path)


_PLAIN: Final[Mapping[Content, Callable[[Path], Reader]]] = {
    "term table": TermTable,
    "yaml": GlossaryFiles,
    "tbx": _tbx,
    "release": _release,
}
