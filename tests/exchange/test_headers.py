import pytest
from hypothesis import given
from hypothesis import strategies as st

from booth_app.exchange.columns import guess
from booth_app.exchange.headers import (
    found_in,
    is_header,
    names_languages,
    sounds_like_header,
    stands_apart,
)
from tests.exchange.typed_grids import grid, said


def test_the_header_may_stand_in_row_seven() -> None:
    rows = [["Glossary of the city"], [""], ["by us"], [""], [""], [""], *said("EN|FR\nroad|route")]
    found = found_in(grid(rows), {})
    assert (found.row, found.header) == (7, ("EN", "FR"))
    assert found.sample == (("road", "route"),)


@given(st.integers(0, 29))
def test_it_is_found_in_any_of_the_first_thirty_rows(above: int) -> None:
    rows = [["a title", ""]] * above + said("English|French\nroad|route")
    assert found_in(grid(rows), {}).row == above + 1


def test_beyond_them_there_is_none() -> None:
    rows = [["a title", ""]] * 30 + said("English|French\nroad|route")
    assert found_in(grid(rows), {}).row == 0


@pytest.mark.parametrize(
    ("rows", "row"),
    [
        ("1|en|road\n1|fr|route\n2|en|bridge", 0),
        ("en|road\nen|bridge", 0),
        ("fr|note\nroute|on foot", 1),
        ("English|group\nFrench|Romance\nSpanish|Romance", 1),
    ],
)
def test_a_term_with_its_language_is_no_header(rows: str, row: int) -> None:
    assert found_in(grid(said(rows)), {}).row == row


@pytest.mark.parametrize(
    ("cells", "is_one", "only_languages"),
    [
        (["English", "French"], True, True),
        (["English", "French", ""], True, True),
        (["English", "French", "Note"], True, True),
        (["English", "French", "whatever"], True, False),
        (["English", "anglais"], False, False),
        (["English", "Note"], True, False),
        (["Spanish", "espagnol", "note"], True, False),
        (["English"], False, False),
        (["road", "route"], False, False),
        ([], False, False),
        (["English" * 20, "French"], False, False),
    ],
)
def test_what_is_a_header_and_what_can_be_nothing_else(
    cells: list[str], is_one: bool, only_languages: bool
) -> None:
    assert is_header(cells) is is_one
    assert names_languages(cells) is only_languages


def test_tables_side_by_side_that_share_a_language_are_two() -> None:
    header = ["English", "French", "", "English", "Arabic"]
    found = found_in(grid([header, ["road", "route", "", "law", "قانون"]]), {})
    assert [layout.term_columns for layout in found.layouts] == [(0, 1), (3, 4)]
    assert not stands_apart(found.columns)


def test_those_that_share_none_are_one_and_seem_to_stand_apart() -> None:
    header = ["English", "French", "", "Spanish", "Arabic"]
    found = found_in(grid([header, ["road", "route", "", "ley", "قانون"]]), {})
    assert [layout.term_columns for layout in found.layouts] == [(0, 1, 3, 4)]
    assert stands_apart(found.columns)


def test_an_empty_column_before_a_note_is_no_second_table() -> None:
    assert not stands_apart(guess(["English", "French", "", "Note"], []))


def test_a_header_no_one_knows_is_found_by_what_a_person_says_of_it() -> None:
    rows = said("Mot|Wort\nroute|Straße")
    assert found_in(grid(rows), {}).row == 0
    found = found_in(grid(rows), {"mot": "fr"})
    assert (found.row, found.columns[0].lang, found.used) == (1, "fr", {"mot"})


@pytest.mark.parametrize(
    ("cells", "sounds"),
    [
        (["Terme A", "Terme B"], True),
        (["our English", "their French (old)"], True),
        (["المصطلح الأول", "المصطلح الثاني"], True),
        (["Terme A", ""], False),
        (["Terme A", "terme a"], False),
        (["Terme A", "host city"], False),
        (["road", "route"], False),
        (["a term that nobody reads any more", "terme B"], False),
        (["on", "the"], False),
    ],
)
def test_a_row_may_sound_like_a_header(cells: list[str], sounds: bool) -> None:
    assert sounds_like_header(cells) is sounds
    assert found_in(grid([cells, ["road", "route"]]), {"1": "en"}).row == int(sounds)


def test_a_number_alone_finds_no_header() -> None:
    found = found_in(grid(said("Mot|Wort\nroute|Straße")), {"1": "fr"})
    assert (found.row, found.columns[0].lang) == (0, "fr")
