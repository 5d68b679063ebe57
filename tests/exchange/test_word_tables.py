import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from booth_app.exchange.grids import GridRow
from booth_app.exchange.report import FileUnreadable
from booth_app.exchange.word_tables import WordTables

ROWS = [["English", "French"], ["road", "route"], ["law", "loi"]]


def filled(table: Any) -> Any:  # noqa: ANN401 - python-docx has no types
    for row in ROWS:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    return table


def grids(path: Path, change: Callable[[Any], object] = lambda table: None) -> list[list[GridRow]]:
    document = docx.Document()
    change(filled(document.add_table(rows=0, cols=2)))
    document.save(str(path))
    tables = WordTables(path)
    assert tables.size == sum(1 for grid in tables.grids for _ in grid.rows())
    return [list(grid.rows()) for grid in tables.grids]


def texts(rows: list[GridRow]) -> list[list[str]]:
    return [list(row.cells) for row in rows]


def test_a_table_is_read_as_it_stands(tmp_path: Path) -> None:
    [rows] = grids(tmp_path / "a.docx")
    assert texts(rows) == ROWS
    assert [row.number for row in rows] == [1, 2, 3]


def test_paragraphs_of_a_cell_are_lines(tmp_path: Path) -> None:
    [rows] = grids(tmp_path / "a.docx", lambda t: t.cell(1, 0).add_paragraph("way"))
    assert rows[1].cells[0] == "road\nway"


def test_cells_merged_down_go_on_from_above(tmp_path: Path) -> None:
    [rows] = grids(tmp_path / "a.docx", lambda t: t.cell(1, 0).merge(t.cell(2, 0)))
    assert [row.above for row in rows] == [frozenset(), frozenset(), frozenset({0})]
    assert rows[2].cells[0] == ""


def test_a_cell_merged_across_the_table_spans_it(tmp_path: Path) -> None:
    [rows] = grids(tmp_path / "a.docx", lambda t: t.cell(1, 0).merge(t.cell(1, 1)))
    assert [row.spans for row in rows] == [False, True, False]
    assert list(rows[1].cells) == ["road\nroute", ""]


def test_a_table_in_a_cell_is_one_of_its_own(tmp_path: Path) -> None:
    def nested(table: Any) -> None:  # noqa: ANN401
        filled(table.cell(1, 0).add_table(rows=0, cols=2))

    outer, inner = grids(tmp_path / "a.docx", nested)
    assert outer[1].cells[0].strip() == "road"
    assert texts(inner) == ROWS


def test_what_is_deleted_under_tracking_is_not_read_and_what_is_inserted_is(
    tmp_path: Path,
) -> None:
    def tracked(table: Any) -> None:  # noqa: ANN401
        paragraph = table.cell(1, 0).paragraphs[0]._p
        for name, text in (("ins", "t"), ("del", "delText")):
            run = f"<w:r><w:{text}>-{name}</w:{text}></w:r>"
            paragraph.append(parse_xml(f"<w:{name} {nsdecls('w')}>{run}</w:{name}>"))

    [rows] = grids(tmp_path / "a.docx", tracked)
    assert rows[1].cells[0] == "road-ins"


def test_a_document_without_a_table_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    docx.Document().save(str(path))
    with pytest.raises(FileUnreadable, match=r"a\.docx has no table"):
        WordTables(path)


def test_one_that_is_damaged_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(b"PK\x03\x04nothing")
    with pytest.raises(FileUnreadable, match="damaged or cut off"):
        WordTables(path)


def test_one_that_declares_entities_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    grids(path)
    with zipfile.ZipFile(path) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    outside = b'<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/hostname">]><w:document'
    text = parts["word/document.xml"].replace(b"<w:document", outside, 1)
    parts["word/document.xml"] = text.replace(b">road<", b">&x;<")
    with zipfile.ZipFile(path, "w") as packed:
        for name, data in parts.items():
            packed.writestr(name, data)
    with pytest.raises(FileUnreadable, match="declares entities"):
        WordTables(path)
