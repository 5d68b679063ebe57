import pytest
from hypothesis import given
from hypothesis import strategies as st

from booth_app.lookup.accents import accents, doubt, ends_in_accent
from booth_app.lookup.query import Query
from booth_app.terminology.folding import fold


def test_accents_are_known_by_letter() -> None:
    assert accents("Réfugié") == {1: "\u0301", 6: "\u0301"}
    assert accents("re\u0301fugie\u0301") == accents("réfugié")
    assert accents("refugie") == {}


@pytest.mark.parametrize(
    ("typed", "text", "expected"),
    [
        ("traité", "le traité", ""),
        ("traité", "les traités", ""),
        ("traité", "la traite", "other word"),
        ("traités", "les traites", "other word"),
        ("réglement", "le règlement", "slip"),
        ("réfugie", "un réfugié", ""),
        ("refugie", "un réfugié", ""),
        ("traité", "traite et traité", ""),
        ("política", "política", ""),
        ("muñoz", "Felipe Munoz", "slip"),
    ],
)
def test_typed_accents_speak_against_other_words(typed: str, text: str, expected: str) -> None:
    assert doubt(Query.read(typed).accented, text) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [("traité", True), ("traités", True), ("réfugiées", True), ("traite", False), ("pré", True)],
)
def test_words_that_end_in_an_accent_are_told(written: str, expected: bool) -> None:
    assert ends_in_accent(written, fold(written)) is expected


@given(st.text(max_size=20))
def test_a_text_is_not_in_doubt_of_itself(text: str) -> None:
    assert doubt(Query.read(text).accented, text) == ""
