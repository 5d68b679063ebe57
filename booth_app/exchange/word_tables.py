"""The tables of a Word document (DOCX) as grids; a table inside a cell is a grid of its own."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any, Final

from docx import Document
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn
from lxml.etree import LxmlError

from booth_app.exchange.grids import Grid, GridRow
from booth_app.exchange.report import FileUnreadable
from booth_app.exchange.unpacking import DAMAGED

_Element = Any
"""An element of the document's XML; lxml's own types say no more here."""

_TABLE, _ROW, _CELL = qn("w:tbl"), qn("w:tr"), qn("w:tc")
_PARAGRAPH, _TEXT = qn("w:p"), qn("w:t")
_BREAKS: Final = {qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:tab"): "\t", qn("w:noBreakHyphen"): "-"}
_WRAPPERS: Final = frozenset(map(qn, ("w:sdt", "w:sdtContent", "w:ins", "w:customXml")))
"""Elements around rows, cells or paragraphs that say nothing of their place."""
_FALLBACK: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_NOT_SAID: Final = frozenset((_TABLE, _FALLBACK, *map(qn, ("w:del", "w:moveFrom", "w:instrText"))))
"""Elements in a cell whose text is not the cell's: inner tables, deletions, the same once more."""
_DEEPEST: Final = 20
"""Tables in tables that are read; deeper ones nobody wrote."""


class WordTables:
    """The tables of an open document, in their order. `done` and `size` are rows.

    Cells merged across are one; of cells merged down only the first has the text. Deleted text
    that the document still tracks is left out. Raises FileUnreadable.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.format = "docx"
        self.done = 0
        self.tells: list[str] = []
        self._tables = list(_tables(_body(path), 0))
        if not self._tables:
            raise FileUnreadable(path, "has no table: a glossary in a document is read from tables")
        self._sizes = [sum(1 for _ in _inside(table, _ROW)) for table in self._tables]
        self.size = sum(self._sizes)
        self._read: dict[int, list[GridRow]] = {}
        self.grids = [Grid("", partial(self._rows, at)) for at in range(len(self._tables))]

    def close(self) -> None:
        """Nothing is left open."""

    def _rows(self, at: int) -> Iterator[GridRow]:
        if at not in self._read:  # once: to walk through the elements takes most of the time
            self._read[at] = _grid_rows(self._tables[at])
        before = sum(self._sizes[:at])
        for row in self._read[at]:
            self.done = before + row.number
            yield row


def _body(path: Path) -> _Element:
    try:
        body = Document(str(path)).element.body
    except (OpcError, LxmlError, KeyError, OSError, *DAMAGED):
        raise FileUnreadable(path, "is damaged or cut off: no document can be read in it") from None
    if body.getroottree().docinfo.doctype:
        said = "declares entities, with which files attack programs: save it anew without them"
        raise FileUnreadable(path, said)
    return body


def _tables(element: _Element, depth: int) -> Iterator[_Element]:
    """Yield the tables in `element`, each before those in its cells."""
    for child in element:
        if child.tag == _TABLE:
            yield child
            if depth < _DEEPEST:
                for row in _inside(child, _ROW):
                    for cell in _inside(row, _CELL):
                        yield from _tables(cell, depth + 1)
        elif child.tag in _WRAPPERS:
            yield from _tables(child, depth)


def _inside(element: _Element, tag: str) -> Iterator[_Element]:
    """Yield the children of `element` that are `tag`, also those in wrappers."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _inside(child, tag)


def _grid_rows(table: _Element) -> list[GridRow]:
    rows = [*_inside(table, _ROW)]
    width = max(map(_width, rows), default=0)
    return [_grid_row(number, row, width) for number, row in enumerate(rows, 1)]


def _grid_row(number: int, row: _Element, width: int) -> GridRow:
    texts = [""] * _skipped(row, "w:gridBefore")
    above: set[int] = set()
    spans = False
    for cell in _inside(row, _CELL):
        span = _span(cell)
        goes_on = _goes_on_from_above(cell)
        if goes_on:
            above.update(range(len(texts), len(texts) + span))
        spans = spans or (span >= width > 1)
        texts += ["" if goes_on else _text(cell), *[""] * (span - 1)]
    return GridRow(number, texts, frozenset(above), spans)


def _width(row: _Element) -> int:
    return _skipped(row, "w:gridBefore") + sum(map(_span, _inside(row, _CELL)))


def _span(cell: _Element) -> int:
    """Return how many columns a cell is wide."""
    return max(1, _number(cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}")))


def _skipped(row: _Element, name: str) -> int:
    return _number(row.find(f"{qn('w:trPr')}/{qn(name)}"))


def _number(element: _Element) -> int:
    value = "" if element is None else element.get(qn("w:val"), "")
    return min(int(value), 500) if value.isascii() and value.isdecimal() else 0


def _goes_on_from_above(cell: _Element) -> bool:
    merge = cell.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
    return merge is not None and merge.get(qn("w:val"), "continue") == "continue"


def _text(cell: _Element) -> str:
    """Return the text of a cell, a line for each of its paragraphs."""
    paragraphs = ("".join(_runs(each)) for each in _inside(cell, _PARAGRAPH))
    return "\n".join(paragraphs)


def _runs(element: _Element) -> Iterator[str]:
    for child in element:
        if child.tag == _TEXT:
            yield child.text or ""
        elif child.tag in _BREAKS:
            yield _BREAKS[child.tag]
        elif child.tag not in _NOT_SAID and len(child):
            yield from _runs(child)
