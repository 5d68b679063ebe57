import random
from pathlib import Path

import pytest

from booth_app.exchange.columns import header_key
from booth_app.exchange.report import FileUnreadable
from booth_app.exchange.table_columns import columns_of
from tests.exchange.made_files import ods, rows, xlsx

ROWS = [["English", "Mot", "العربية"], ["road", "route", "طريق"]]


@pytest.mark.parametrize("name", ["a.csv", "a.xlsx", "a.ods"])
def test_the_columns_of_a_table_and_its_first_rows(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    if name == "a.csv":
        path.write_text("\n".join(";".join(row) for row in ROWS), "utf-8")
    elif name == "a.xlsx":
        xlsx(path, ROWS)
    else:
        ods(path, rows(ROWS))
    found = columns_of(path)
    assert found is not None
    assert [column.header for column in found.columns] == ROWS[0]
    assert [column.lang for column in found.columns] == ["en", "", "ar"]
    assert found.rows == (tuple(ROWS[1]),)
    assert found.key == header_key(ROWS[0])


def test_the_first_sheet_with_any_rows_is_shown(tmp_path: Path) -> None:
    found = columns_of(xlsx(tmp_path / "a.xlsx", [["English", "French"]], ROWS))
    assert found is not None
    assert found.columns[1].header == "Mot"


def test_a_long_table_shows_its_beginning(tmp_path: Path) -> None:
    path = xlsx(tmp_path / "a.xlsx", [ROWS[0], *[[f"road {n}", "", ""] for n in range(200)]])
    found = columns_of(path)
    assert found is not None
    assert [row[0] for row in found.rows] == [f"road {n}" for n in range(20)]


def test_what_is_no_table_has_no_columns(tmp_path: Path) -> None:
    (tmp_path / "a.tbx").write_text("<tbx/>", "utf-8")
    assert columns_of(tmp_path / "a.tbx") is None
    (tmp_path / "b.csv").write_text("", "utf-8")
    with pytest.raises(FileUnreadable, match="empty"):
        columns_of(tmp_path / "b.csv")


def test_bytes_that_are_no_table_are_refused_and_nobody_is_asked(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(random.Random(7).randbytes(3_000))
    with pytest.raises(FileUnreadable, match="is no text and no workbook"):
        columns_of(path)
