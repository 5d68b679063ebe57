import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from booth_app.terminology.folding import fold, folded_words, strip_article, words

TEXTS = st.text() | st.text(st.sampled_from("aàéœßGCM.-'’ \u0301\u200f\u00adأإىةءـًال٣½ﷺﬁ™İıΐ"))


@pytest.mark.parametrize(
    ("stored", "typed"),
    [
        ("Forum d'examen des migrations", "forum d examen des migrations"),
        ("l’asile", "L'ASILE"),
        ("mise en œuvre", "mise en oeuvre"),
        ("Straße", "STRASSE"),
        ("Muñoz", "munoz"),
        ("Muñoz", "Mun\u0303oz"),
        ("PMM", "P.M.M."),
        ("GCM", "g-c-m"),
        ("GCM", "G.C.M"),
        ("U.N.", "UN"),
        ("الهجرة الدولية", "الهجره الدوليه"),
        ("الاتفاقُ العالميُّ", "الاتفاق العالمي"),
        ("الاتــفاق", "الاتفاق"),
        ("إعلان", "اعلان"),
        ("منتدى", "منتدي"),
        ("شؤون", "شوون"),
        ("بناء", "بنا"),
        ("خطة عام 2030", "خطة عام ٢٠٣٠"),
        ("خطة عام 2030", "خطة عام ۲۰۳۰"),
        ("مكتب", "مکتب"),
        ("pre\u00adfix\u200b", "prefix"),
        ("\u202eimrf", "IMRF"),
        ("ﻻجئ", "لاجئ"),
    ],
)
def test_stored_and_typed_forms_meet(stored: str, typed: str) -> None:
    assert fold(stored) == fold(typed) != ""


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("y-a-t-il", "y a t il"),
        ("A/RES/73/195", "a res 73 195"),
        ("LGBTIQ+", "lgbtiq"),
        ("co-opération", "co operation"),
        ("e.g. the", "eg the"),
        ("2.400,5", "2 400 5"),
        ("؟؟ \u0301\u0301 … 🙂 \ud800", ""),
    ],
)
def test_words_are_runs_of_letters_and_digits(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(TEXTS)
@example("İ")
@example("ͅ")
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(TEXTS)
def test_at_most_twice_the_decomposed_length(text: str) -> None:
    assert len(fold(text)) <= 2 * len(unicodedata.normalize("NFKD", text))


@given(TEXTS)
def test_decomposed_upper_and_lower_case_meet(text: str) -> None:
    assert fold(text) == fold(unicodedata.normalize("NFD", text))
    assert fold(text) == fold(text.casefold())


@given(TEXTS)
def test_words_with_places_are_the_words(text: str) -> None:
    placed = folded_words(text)
    assert [word.word for word in placed] == words(text)
    for word in placed:
        assert 0 <= word.start < word.end <= len(text)
        assert word.word in fold(text[word.start : word.end]).replace(" ", "")


def test_places_are_those_of_the_text_as_given() -> None:
    text = "\ufeffLe cœur\r\nde l’État, الاتفاقُ؛"
    assert [text[w.start : w.end] for w in folded_words(text)] == [
        *("Le", "cœur", "de", "l", "État", "الاتفاقُ")
    ]


@pytest.mark.parametrize(
    ("word", "bare"),
    [
        ("الهجره", "هجره"),
        ("والحكومات", "حكومات"),
        ("للهجره", "هجره"),
        ("بالاشخاص", "اشخاص"),
        ("المن", "من"),
        ("الم", "الم"),
        ("وكالات", "وكالات"),
        ("وزير", "وزير"),
        ("migration", "migration"),
    ],
)
def test_articles_are_stripped(word: str, bare: str) -> None:
    assert strip_article(word) == bare
