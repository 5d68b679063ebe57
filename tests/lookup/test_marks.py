import pytest

from booth_app.languages import Lang
from booth_app.lookup.marks import ACCENT, ARTICLE, CODE, accents, marks
from booth_app.terminology.folding import words


@pytest.mark.parametrize(
    ("lang", "term", "expected"),
    [
        ("fr", "migration", 0),
        ("fr", "traité", ACCENT),
        ("fr", "les réfugiés", ARTICLE | ACCENT),
        ("fr", "Mécanisme des maires", 0),
        ("es", "José", ACCENT),
        ("en", "communiqué", 0),
        ("en", "the way forward", ARTICLE),
        ("en", "the", 0),
        ("en", "WHO", CODE),
        ("en", "LRGs", CODE),
        ("en", "GCM review", 0),
        ("en", "Who", 0),
        ("ar", "الميثاق العالمي", 0),
    ],
)
def test_few_terms_have_marks(lang: Lang, term: str, expected: int) -> None:
    assert marks(term, words(term), lang) == expected


def test_words_that_are_left_out_have_no_accent() -> None:
    assert list(accents("la santé des réfugiés", "fr")) == [True, False, True]
