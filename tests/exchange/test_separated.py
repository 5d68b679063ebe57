import csv
import io
import random
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from booth_app.exchange import formats, separated
from booth_app.exchange.grids import GridRow
from booth_app.exchange.report import FileUnreadable
from booth_app.exchange.separated import SeparatedText

HEADER = ["English", "French", "Arabic"]
CONTROLS = [chr(code) for code in (*range(1, 9), *range(14, 32), 127)]
SEPARATORS = ["\t", ";", ",", "|"]


def rows(path: Path, data: str | bytes) -> list[GridRow]:
    path.write_bytes(data if isinstance(data, bytes) else data.encode("utf-8"))
    [grid] = SeparatedText(path).grids
    return list(grid.rows())


def cells(path: Path, data: str | bytes) -> list[list[str]]:
    return [list(row.cells) for row in rows(path, data)]


_CELL = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc"], exclude_characters="\ufeff\ufffd"),
    max_size=8,
)
_MULTILINE = st.lists(_CELL, min_size=1, max_size=3).map("\n".join)
_ROWS = st.lists(st.lists(_MULTILINE, min_size=3, max_size=3), min_size=1, max_size=5)


@pytest.mark.parametrize("separator", SEPARATORS)
@pytest.mark.parametrize("end", ["\r\n", "\n"])
@settings(max_examples=50)
@given(made=_ROWS)
def test_rows_that_were_written_quoted_come_back_as_they_were(
    tmp_path_factory: pytest.TempPathFactory, separator: str, end: str, made: list[list[str]]
) -> None:
    text = io.StringIO()
    writer = csv.writer(text, delimiter=separator, lineterminator=end, quoting=csv.QUOTE_ALL)
    writer.writerows([HEADER, *made])
    path = tmp_path_factory.mktemp("made") / "a.csv"
    assert cells(path, text.getvalue()) == [HEADER, *made]


@pytest.mark.parametrize("separator", SEPARATORS)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
@settings(max_examples=25)
@given(made=st.lists(st.lists(_CELL, min_size=3, max_size=3), min_size=1, max_size=5))
def test_rows_quoted_where_they_must_be_come_back_in_any_encoding(
    tmp_path_factory: pytest.TempPathFactory, separator: str, encoding: str, made: list[list[str]]
) -> None:
    assume(all(any(row) for row in made))
    text = io.StringIO()
    csv.writer(text, delimiter=separator).writerows([HEADER, *made])
    path = tmp_path_factory.mktemp("made") / "a.csv"
    assert cells(path, text.getvalue().encode(encoding)) == [HEADER, *made]


@given(st.text(max_size=200).filter(lambda text: sum(map(text.count, CONTROLS)) <= 10))
def test_no_text_is_too_odd_to_be_split(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    assume(text.strip("\0"))
    data = text.encode("utf-8", "surrogatepass")
    path = tmp_path_factory.mktemp("made") / "a.csv"
    numbers = [row.number for row in rows(path, data)]
    assert numbers == sorted(set(numbers))


def test_all_three_line_ends_part_records(tmp_path: Path) -> None:
    assert cells(tmp_path / "a.csv", "English;French\ra;b\r\nc;d\ne;f") == [
        ["English", "French"],
        ["a", "b"],
        ["c", "d"],
        ["e", "f"],
    ]


def test_a_separator_that_the_first_line_says_is_taken_and_the_line_is_not(tmp_path: Path) -> None:
    found = rows(tmp_path / "a.csv", "sep=,\nEnglish,French\na;b,c")
    assert [(row.number, list(row.cells)) for row in found] == [
        (2, ["English", "French"]),
        (3, ["a;b", "c"]),
    ]


def test_named_headers_tell_the_separator_more_than_commas_in_definitions(tmp_path: Path) -> None:
    text = "English;Definition\n" + "road;a way, paved, long, wide\n" * 5
    assert cells(tmp_path / "a.csv", text)[1] == ["road", "a way, paved, long, wide"]


def test_a_quotation_mark_that_closes_nowhere_is_text_and_is_told(tmp_path: Path) -> None:
    found = rows(tmp_path / "a.csv", 'English;French\n"road;route\nlaw;loi')
    assert [list(row.cells) for row in found[1:]] == [['"road', "route"], ["law", "loi"]]
    assert [["closes nowhere" in said for said in row.tells] for row in found] == [[], [True], []]


def test_quotation_marks_inside_a_cell_are_its_text(tmp_path: Path) -> None:
    text = 'English;French\nthe "road";x\n"say ""yes""";"a"b"\n'
    assert cells(tmp_path / "a.csv", text)[1:] == [['the "road"', "x"], ['say "yes"', 'a"b']]


def test_bytes_that_are_no_text_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "glossary.xlsx"
    path.write_bytes(random.Random(7).randbytes(3_000))
    with pytest.raises(FileUnreadable, match="is no text and no workbook, whatever its name says"):
        formats.reader(path)
    kept = "English;French\n" + "road\x1f;route\x02\n" * 5
    assert len(cells(path, kept)) == 6


def test_nul_characters_are_left_out_and_told(tmp_path: Path) -> None:
    found = rows(tmp_path / "a.csv", "English;French\nma\0yor;maire" + " " * 90)
    assert found[1].cells[0] == "mayor"
    assert "NUL" in found[1].tells[0]


def test_a_line_that_is_no_utf8_is_mended_and_told(tmp_path: Path) -> None:
    data = b"English;French\n" + "été;élu\n".encode() * 9 + b"caf\xe9;x\n"
    found = rows(tmp_path / "a.csv", data)
    assert found[-1].cells[0] == "café"
    assert "not UTF-8" in found[-1].tells[0]
    assert not any(row.tells for row in found[:-1])


def test_a_line_too_long_to_be_one_is_left_out_and_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(separated, "_LONGEST", 100)
    found = rows(tmp_path / "a.csv", "English;French\n" + "x" * 350 + ";y\na;b\n")
    assert [(row.number, list(row.cells)) for row in found] == [
        (1, ["English", "French"]),
        (2, []),
        (3, ["a", "b"]),
    ]
    assert "longer than 100" in found[1].tells[0]


def test_how_far_it_is_read_never_goes_back(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("English;French\n" + "road;route\n" * 50_000)
    table = SeparatedText(path)
    [grid] = table.grids
    done = [table.done for _ in grid.rows()]
    assert done == sorted(done)
    assert 0 < done[25_000] < table.size
    assert table.done == table.size == path.stat().st_size


WHOLE = "English;French;Arabic\nroad;route;طريق\nlaw;loi;قانون\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "utf-32"])
def test_a_file_cut_off_in_a_row_is_told_there(tmp_path: Path, encoding: str) -> None:
    whole = rows(tmp_path / "whole.csv", WHOLE.encode(encoding))
    assert not any(row.tells for row in whole)
    for rest in (WHOLE[:-1], WHOLE[:-5], "English;French;Arabic\nroad;route;x\nlaw;loi;"):
        found = rows(tmp_path / "a.csv", rest.encode(encoding))
        assert not any(row.tells for row in found)  # all three cells are there
    found = rows(tmp_path / "a.csv", WHOLE[: WHOLE.index("loi") + 2].encode(encoding))
    assert [[("middle" in said) for said in row.tells] for row in found] == [[], [], [True]]


def test_a_separator_that_is_said_tells_the_columns_too(tmp_path: Path) -> None:
    found = rows(tmp_path / "a.csv", "sep=|\nEnglish|French\nroad|route\nlaw")
    assert ["middle" in said for said in found[-1].tells] == [True]
