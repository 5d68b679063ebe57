import numpy as np
import pytest

from booth_app.languages import LANGUAGES, Lang
from booth_app.lookup.phrases import MEANINGS, Meanings, phrase_hashes
from booth_app.terminology.folding import words


def number(text: str, lang: Lang) -> int:
    spelt = words(text)
    places = np.arange(len(spelt), dtype=np.int32)
    counts = np.array([len(spelt)], dtype=np.int32)
    of = np.array([LANGUAGES.index(lang)], dtype=np.uint8)
    return int(phrase_hashes(spelt, places, counts, of)[0][0])


@pytest.mark.parametrize(
    ("lang", "one", "other"),
    [
        ("fr", "trafic illicite de migrants", "trafic illicite des migrants"),
        ("fr", "la voie à suivre", "voies à suivre"),
        ("fr", "examen du pacte", "examens de pactes"),
        ("es", "cumbre del foro", "cumbres de foros"),
        ("en", "the way forward", "ways forward"),
        ("en", "Mayor of", "mayors"),
        ("ar", "الحكومات المحلية", "حكومة محلية"),
    ],
)
def test_forms_of_a_phrase_share_their_number(lang: Lang, one: str, other: str) -> None:
    assert number(one, lang) == number(other, lang)


@pytest.mark.parametrize(
    ("lang", "one", "other"),
    [
        ("fr", "examen migration", "migration examen"),
        ("en", "review", "review review"),
        ("en", "migration review", "migrationreview"),
    ],
)
def test_other_phrases_do_not(lang: Lang, one: str, other: str) -> None:
    assert number(one, lang) != number(other, lang)


def test_a_word_is_another_one_in_another_language() -> None:
    assert number("migration", "en") != number("migration", "fr")


def test_a_term_of_articles_alone_is_a_phrase_too() -> None:
    assert MEANINGS["fr"]["la"] == ()
    assert number("la", "fr") != 0


def test_what_is_read_apart_outlives_the_words_that_are_remembered(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("booth_app.lookup.phrases._REMEMBERED", 12)
    meant = Meanings("fr")
    for number in range(20):
        assert meant[f"mot{number}"] == (f"mot{number}",)
    assert len(meant) <= 12
    assert meant["les"] == ()
    assert meant["des"] == ("de",)
