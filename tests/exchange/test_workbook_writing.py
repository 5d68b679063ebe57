import zipfile
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from booth_app.exchange import workbook
from booth_app.exchange.file_writing import FileUnwritable
from booth_app.exchange.term_rows import concept_row, term_rows
from booth_app.exchange.workbook_columns import CONCEPT_COLUMNS, TERM_COLUMNS
from booth_app.exchange.workbook_writing import write_workbook
from booth_app.terminology.concept import Concept, LanguageSection, Term
from booth_app.terminology.state_marks import Revision
from tests.generated_concepts import concepts

THIRD = Revision(3, ("{}",))


def in_arabic(text: str, id_: str = "a") -> Concept:
    section = LanguageSection(terms=(Term(id=f"{id_}.1", text=text),), definition="تعريف")
    return Concept(glossary="g", id=id_, languages={"ar": section})


def sheet(path: Path, name: str) -> list[list[object]]:
    rows = CalamineWorkbook.from_path(str(path)).get_sheet_by_name(name).to_python()
    return [list(row) for row in rows]


def xml(path: Path, name: str) -> str:
    with zipfile.ZipFile(path) as archive:
        return archive.read(f"xl/{name}").decode("utf-8")


@settings(max_examples=40)
@given(st.lists(concepts(), max_size=3))
def test_every_cell_says_what_it_was_given(
    tmp_path_factory: pytest.TempPathFactory, made: list[Concept]
) -> None:
    path = tmp_path_factory.mktemp("made") / "a.xlsx"
    write_workbook(path, "made", [(concept, THIRD) for concept in made])
    for name, columns, rows in (
        ("Terms", TERM_COLUMNS, [row for c in made for row in term_rows(c, THIRD, THIRD.marks)]),
        ("Concepts", CONCEPT_COLUMNS, [concept_row(c, THIRD) for c in made]),
    ):
        header, *read = sheet(path, name)
        assert tuple(header) == columns
        assert len(read) == len(rows)
        for cells, row in zip(read, rows, strict=True):
            for column, cell in zip(columns, cells, strict=False):
                text = (
                    str(row.get(column, "")).replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd")
                )
                assert str(int(cell) if isinstance(cell, float) else cell) == text


def test_nothing_is_a_formula_a_link_or_a_number(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    texts = ("=1+1", "{=1}", "1951", "https://example.org", "3-4")
    write_workbook(
        path, "g", [(in_arabic(text, f"c{at}"), Revision(1)) for at, text in enumerate(texts)]
    )
    assert [row[3] for row in sheet(path, "Terms")[1:]] == list(texts)
    for number in (1, 2, 3):
        written = xml(path, f"worksheets/sheet{number}.xml")
        assert "<f>" not in written
        assert "hyperlink" not in written


def test_arabic_runs_from_right_to_left_and_status_is_chosen_from_a_list(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    write_workbook(path, "g", [(in_arabic("هجرة"), Revision(1))])
    assert 'readingOrder="2"' in xml(path, "styles.xml")
    assert '"preferred,admitted,deprecated,forbidden"' in xml(path, "worksheets/sheet1.xml")
    assert "sheetProtection" in xml(path, "worksheets/sheet3.xml")


def test_questions_stand_on_a_sheet_of_their_own(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    write_workbook(path, "g", [(in_arabic("هجرة"), Revision(1))], {"a": "=is this right?"})
    assert sheet(path, "Questions") == [["concept_id", "question"], ["a", "=is this right?"]]


def test_more_rows_than_a_sheet_holds_are_refused_and_the_old_file_stays(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_text("old")
    made = [(in_arabic("هجرة", str(at)), Revision(1)) for at in range(4)]
    with (
        patch.object(workbook, "MOST_ROWS", 3),
        pytest.raises(FileUnwritable, match="holds 3 rows"),
    ):
        write_workbook(path, "g", made)
    assert path.read_text() == "old"
    assert [each.name for each in tmp_path.iterdir()] == ["a.xlsx"]


def test_a_text_longer_than_a_cell_is_cut(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    write_workbook(path, "g", [(in_arabic("x" * 40_000), Revision(1))])
    assert sheet(path, "Terms")[1][3] == "x" * 32_767
