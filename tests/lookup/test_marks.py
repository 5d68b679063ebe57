import pytest

from booth_app.languages import Lang
from booth_app.lookup.marks import ACCENTS, ARTICLE, CODE, LETTERS, accents, marks
from booth_app.terminology.folding import words

FIRST, THIRD = 1 << ACCENTS, 1 << ACCENTS + 2


@pytest.mark.parametrize(
    ("lang", "term", "expected"),
    [
        ("fr", "migration", 0),
        ("fr", "traité", FIRST),
        ("fr", "les réfugiés", ARTICLE | FIRST),
        ("fr", "santé des réfugiés", FIRST | THIRD),
        ("fr", "à l'unité", FIRST),
        ("fr", "Mécanisme des maires", 0),
        ("es", "José", FIRST),
        ("en", "communiqué", 0),
        ("en", "the way forward", ARTICLE),
        ("en", "the", 0),
        ("en", "WHO", CODE),
        ("en", "LRGs", CODE),
        ("en", "GCM review", 0),
        ("en", "Who", 0),
        ("ar", "الميثاق العالمي", 0),
        ("ar", "السفراء", LETTERS),
    ],
)
def test_few_terms_have_marks(lang: Lang, term: str, expected: int) -> None:
    assert marks(term, words(term), lang) == expected


def test_the_name_of_a_place_is_marked() -> None:
    assert marks("Équateur", ["equateur"], "fr", is_place=True) == LETTERS
    assert marks("Lampedusa et Linosa", ["lampedusa", "et", "linosa"], "fr", is_place=True) == 0


def test_of_a_long_term_the_accents_of_its_first_words_are_marked() -> None:
    assert marks("fin deux trois quatre cinq six réfugiés", ["fin"], "fr") < FIRST
    assert marks("unité deux trois quatre cinq six réfugiés", ["unite"], "fr") == FIRST


def test_words_that_are_left_out_have_no_accent() -> None:
    assert list(accents("la santé des réfugiés", "fr")) == [True, False, True]
