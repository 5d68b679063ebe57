from pathlib import Path

import pytest
import xlsxwriter

from booth_app.exchange.report import FileUnreadable
from booth_app.exchange.sheet_marks import Marks, marks
from tests.exchange.made_files import COVERED, cell, ods, row, rows, without_values, xlsx

HEADER = rows([["English", "French"]])


def test_merged_cells_of_an_ods_are_told_where_they_stand(tmp_path: Path) -> None:
    path = ods(
        tmp_path / "a.ods",
        HEADER
        + row(cell("a"), cell("b"), repeated=2)
        + row(cell("c", rows_spanned="2"), cell("d", columns_repeated="3"), cell("e"))
        + row(COVERED, cell("f")),
        HEADER + row(cell("g", columns_spanned="2"), COVERED),
    )
    assert marks(path, "ods") == [Marks([((3, 0), (4, 0))], {}), Marks([((1, 0), (1, 1))], {})]


def test_formulas_that_were_never_calculated_are_found_in_their_place(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        book.add_worksheet().write("A1", "no formula")
        sheet = book.add_worksheet()
        sheet.write_formula("B2", '="ma"&"ire"')
        sheet.write_formula("AA3", "=1+1", value=2)
        sheet.write_formula("C3", '=IF(A1="","",A1)', value="nothing")
    without_values(path, "nothing")  # a text that was calculated, and is empty
    assert marks(without_values(path), "xlsx") == [
        Marks([], {}),
        Marks([], {1: {1: '="ma"&"ire"'}}),
    ]


def test_a_formula_of_an_ods_without_a_value_too(tmp_path: Path) -> None:
    formula = '<table:table-cell table:formula="of:=UPPER(&quot;a&quot;)"/>'
    done = (
        '<table:table-cell table:formula="of:=1+1" office:value-type="float" office:value="2">'
        "<text:p>2</text:p></table:table-cell>"
    )
    path = ods(tmp_path / "a.ods", HEADER + row(done, formula))
    assert marks(path, "ods") == [Marks([], {1: {1: '=UPPER("a")'}})]


def test_a_row_repeated_without_end_is_refused_and_an_empty_one_is_not(tmp_path: Path) -> None:
    with pytest.raises(FileUnreadable, match=r"a\.ods .* repeated 1,048,570 times, from row 2"):
        marks(ods(tmp_path / "a.ods", HEADER + row(cell("x"), repeated=1_048_570)), "ods")
    with pytest.raises(FileUnreadable, match="repeated"):
        marks(ods(tmp_path / "b.ods", HEADER + row(cell("x"), repeated=4_000_000_000)), "ods")
    empty = HEADER + row("<table:table-cell/>", repeated=1_048_570)
    assert marks(ods(tmp_path / "c.ods", empty), "ods") == [Marks([], {})]


def test_what_is_damaged_or_of_another_format_has_none(tmp_path: Path) -> None:
    path = xlsx(tmp_path / "a.xlsx", [["English"]])
    assert marks(path, "xls") == []
    path.write_bytes(path.read_bytes()[:-300])
    assert marks(path, "xlsx") == []
