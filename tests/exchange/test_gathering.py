import pytest

from booth_app.exchange.gathering import Survey, pieces
from booth_app.exchange.grids import Grid, GridRow
from booth_app.exchange.headers import found_in
from tests.exchange.typed_grids import Read, grid, said


def surveyed(typed: Grid) -> Survey:
    found = found_in(typed, {})
    survey = Survey()
    for side in range(len(found.layouts)):
        survey.look(pieces(typed, found, side, {}, lambda _row, _said: None))
    survey.close()
    return survey


def test_a_second_table_under_the_first_has_its_own_languages() -> None:
    for gap in ("", "\n|"):
        read = Read(
            grid(said(f"English|French\nroad|route{gap}\nSpanish|Arabic\ncalle|شارع\nley|قانون"))
        )
        assert read.terms == [
            {"en": ["road"], "fr": ["route"]},
            {"es": ["calle"], "ar": ["شارع"]},
            {"es": ["ley"], "ar": ["قانون"]},
        ]


def test_names_of_languages_are_terms_where_they_are_no_header() -> None:
    read = Read(grid(said("English|French|Note\nSpanish|espagnol|note\nArabic|arabe|")))
    assert read.terms == [
        {"en": ["Spanish"], "fr": ["espagnol"]},
        {"en": ["Arabic"], "fr": ["arabe"]},
    ]


def test_the_header_once_more_is_passed_over() -> None:
    read = Read(grid(said("English|French\nroad|route\nEnglish|French\nlaw|loi")))
    assert read.lines == [2, 4]


def test_rows_of_one_id_are_one_concept_and_a_row_without_one_is_not() -> None:
    read = Read(grid(said("ID|English|French\n1|road|route\n1|way|\n|law|loi\n2|city|ville")))
    assert read.terms == [
        {"en": ["road", "way"], "fr": ["route"]},
        {"en": ["law"], "fr": ["loi"]},
        {"en": ["city"], "fr": ["ville"]},
    ]


@pytest.mark.parametrize(("column", "concepts"), [(0, 1), (1, 2)])
def test_a_merged_cell_holds_rows_together_in_the_concepts_column_alone(
    column: int, concepts: int
) -> None:
    rows = [GridRow(2, ["road", "route"]), GridRow(3, ["", "voie"], frozenset({column}))]
    read = Read(grid([GridRow(1, ["English", "French"]), *rows]))
    assert len(read.concepts) == concepts


def test_a_merged_cell_that_holds_nothing_together_is_told_in_its_row() -> None:
    rows = [
        GridRow(1, ["English", "French", "Subject"]),
        GridRow(2, ["road", "route", "traffic"]),
        GridRow(3, ["rail", "rail", ""], frozenset({2})),
        GridRow(4, ["law", "loi", "courts"]),
    ]
    read = Read(grid(rows))
    assert [concept.subject for concept in read.concepts] == ["traffic", "", "courts"]
    assert [problem.line for problem in read.problems] == [3]
    assert "“Subject” is merged with the row above" in read.messages[0]
    assert read.tells == [(), (read.messages[0],), ()]


def test_within_one_concept_no_merged_cell_is_told() -> None:
    rows = [
        GridRow(1, ["ID", "English", "Subject"]),
        GridRow(2, ["1", "road", "traffic"]),
        GridRow(3, ["1", "way", ""], frozenset({2})),
    ]
    assert Read(grid(rows)).problems == []


def test_a_cell_over_the_whole_width_is_the_subject_of_what_follows() -> None:
    rows = [
        GridRow(1, ["English", "French"]),
        GridRow(2, ["TRAFFIC", ""], spans=True),
        GridRow(3, ["road", "route"]),
    ]
    read = Read(grid(rows))
    assert [concept.subject for concept in read.concepts] == ["TRAFFIC"]
    assert "concept.subject" in read.facts.holds


def test_a_row_with_more_cells_than_the_header_is_left_out_where_cells_can_shift() -> None:
    rows = said("English|French\nroad|route\na|b|c\nlaw|loi\ntax|impôt\ncity|ville|")
    read = Read(grid(rows, aligned=False))
    assert read.lines == [2, 4, 5, 6]
    assert [(p.line, "3 cells" in p.message) for p in read.problems] == [(3, True)]


def test_a_survey_counts_ids_that_stand_apart_and_cells_of_a_lost_script() -> None:
    survey = surveyed(grid(said("ID|English|Arabic\n1|a|????\n2|b|??? ??\n1|c|x\n3|d|what?")))
    assert dict(survey.scattered) == {"1": 2}
    assert (survey.lost, survey.lost_at) == (2, 2)


def test_a_survey_of_a_term_a_row_knows_the_languages_that_are_there() -> None:
    survey = surveyed(grid(said("concept|lang|term\n1|en|a\n1|de|b\n2|nonsense|c")))
    assert survey.spoken == {"en", "de"}
