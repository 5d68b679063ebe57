import datetime
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st
from python_calamine import load_workbook

from booth_app.exchange import spreadsheets
from booth_app.exchange.grids import GridRow
from booth_app.exchange.report import FileUnreadable
from booth_app.exchange.spreadsheets import Spreadsheet
from tests.exchange.made_files import COVERED, cell, ods, row, rows, without_values, xlsx


def sheets(path: Path) -> list[list[GridRow]]:
    book = Spreadsheet(path, path.suffix[1:])
    try:
        return [list(grid.rows()) for grid in book.grids]
    finally:
        book.close()


def texts(path: Path) -> list[list[str]]:
    [only] = sheets(path)
    return [list(row.cells) for row in only]


_CELL = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn"]), max_size=8)
_ROWS = st.lists(st.lists(_CELL, min_size=3, max_size=3), min_size=1, max_size=6)


@settings(max_examples=40)
@given(_ROWS)
def test_texts_come_back_from_a_workbook_as_they_were(
    tmp_path_factory: pytest.TempPathFactory, made: list[list[str]]
) -> None:
    path = xlsx(tmp_path_factory.mktemp("made") / "a.xlsx", [["first"], *made])
    found = [[*cells, "", "", ""][:3] for cells in texts(path)[1:]]
    while made and not any(made[-1]):
        made = made[:-1]
    assert found == made


def test_numbers_and_dates_are_texts_and_a_date_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet()
        sheet.write_row("A1", [1951, 1.5])
        sheet.write_boolean("C1", True)
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        sheet.write_datetime("D1", datetime.datetime(2022, 4, 3), day)
    [[only]] = sheets(path)
    assert list(only.cells) == ["1951", "1.5", "TRUE", "2022-04-03"]
    assert [said for said in only.tells if "2022-04-03" in said and "date" in said]


def test_a_hidden_sheet_is_told_and_left_out(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        book.add_worksheet("seen").write("A1", "x")
        hidden = book.add_worksheet("secret")
        hidden.write("A1", "y")
        hidden.hide()
    book_ = Spreadsheet(path, "xlsx")
    assert [grid.name for grid in book_.grids] == ["seen"]
    assert ["secret" in said for said in book_.tells] == [True]
    book_.close()


@pytest.mark.parametrize("suffix", ["ods", "xlsx"])
def test_merged_cells_go_on_from_above_and_one_may_span_the_sheet(
    tmp_path: Path, suffix: str
) -> None:
    path = tmp_path / f"a.{suffix}"
    if suffix == "ods":
        body = (
            rows([["English", "French"]])
            + row(cell("TRAFFIC", columns_spanned="2"), COVERED)
            + row(cell("road", rows_spanned="2"), cell("route"))
            + row(COVERED, cell("voie"))
        )
        ods(path, body)
    else:
        made = [["English", "French"], ["TRAFFIC", ""], ["road", "route"], ["", "voie"]]
        xlsx(path, made, merged=["A2:B2", "A3:A4"])
    [found] = sheets(path)
    assert [row.spans for row in found] == [False, True, False, False]
    assert [row.above for row in found] == [frozenset(), frozenset(), frozenset(), frozenset({0})]
    assert [row.cells[0] for row in found] == ["English", "TRAFFIC", "road", ""]


def test_a_formula_that_was_never_calculated_is_kept_as_text_and_told(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet()
        sheet.write_row("B1", ["English", "French"])
        sheet.write_row("B2", ["mayor"])
        sheet.write_formula("C2", '="ma"&"ire"')
        sheet.write_formula("A4", "=B2")
        sheet.write_formula("D4", "=C2")
    [found] = sheets(without_values(path))
    assert [list(row.cells) for row in found] == [
        ["", "English", "French"],
        ["", "mayor", '="ma"&"ire"'],
        [],
        ["=B2", "", "", "=C2"],
    ]
    assert [len(row.tells) for row in found] == [0, 1, 0, 1]


def test_a_sheet_of_nothing_but_such_formulas_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        book.add_worksheet().write_formula("B2", "=1+1")
    [found] = sheets(without_values(path))
    assert [list(row.cells) for row in found if not row.is_blank] == [["=1+1"]]


def test_what_is_damaged_is_refused_with_a_sentence(tmp_path: Path) -> None:
    path = xlsx(tmp_path / "a.xlsx", [["English"]])
    path.write_bytes(path.read_bytes()[:400])
    with pytest.raises(FileUnreadable, match=r"a\.xlsx is damaged or cut off"):
        Spreadsheet(path, "xlsx")


class PanicException(BaseException):
    """What the library's own panics are called: they are no `Exception`."""


class Opened:
    """A workbook whose sheets cannot be read."""

    def __init__(self, path: Path, fault: BaseException) -> None:
        self.sheets_metadata = load_workbook(str(path)).sheets_metadata
        self._fault = fault

    def get_sheet_by_index(self, _number: int) -> None:
        raise self._fault


@pytest.mark.parametrize("is_opened", [False, True])
@pytest.mark.parametrize(
    ("fault", "told"),
    [(PanicException(), FileUnreadable), (KeyboardInterrupt(), KeyboardInterrupt)],
)
def test_a_panic_of_the_library_is_a_damaged_file_and_an_interruption_is_none(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    is_opened: bool,
    fault: BaseException,
    told: type[BaseException],
) -> None:
    path = xlsx(tmp_path / "a.xlsx", [["English"]])
    opened = Opened(path, fault)

    def opening(_path: str) -> Opened:
        if is_opened:
            return opened
        raise fault

    monkeypatch.setattr(spreadsheets, "load_workbook", opening)
    with pytest.raises(told):
        Spreadsheet(path, "xlsx")


def test_how_far_it_is_read(tmp_path: Path) -> None:
    path = xlsx(tmp_path / "a.xlsx", [["a"], ["b"]], [["c"]])
    book = Spreadsheet(path, "xlsx")
    done = [book.done for grid in book.grids for _ in grid.rows()]
    assert (done, book.done, book.size) == ([0, 1, 2], 3, 3)
    book.close()


def test_cells_merged_beyond_the_sheet_are_merged_within_it(tmp_path: Path) -> None:
    path = xlsx(tmp_path / "a.xlsx", [["a", "b"], ["c", "d"]], merged=["B1:XFD3"])
    [found] = sheets(path)
    assert [row.above for row in found] == [frozenset(), frozenset({1})]
