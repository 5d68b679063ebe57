import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from booth_app.languages import LANGUAGES, Lang
from booth_app.translation.numbers import differ
from tests.translation.parallel import SENTENCES


@pytest.mark.parametrize(
    ("source_lang", "source", "target", "hypothesis"),
    [
        ("en", "1.3 billion people", "fr", "1,3 milliard de personnes"),
        ("en", "1.3 billion people", "es", "1.300 millones de personas"),
        ("en", "2.4 trillion dollars", "es", "2,4 billones de dólares"),
        ("fr", "1 500 000 personnes", "en", "1.5 million people"),
        ("en", "25 mln people", "es", "25 millones de personas"),
        ("fr", "2 mille milliards d’euros", "es", "2 billones de euros"),
        ("es", "3 mil millones de personas", "en", "3 bn people"),
        ("ar", "١٢٫٥ في المئة من ٢٥ ألفا", "en", "12.5 per cent of 25,000"),
        ("fr", "à 15h30", "en", "at 3.30 p.m."),
        ("fr", "à 15h00", "en", "at 3 pm"),
        ("es", "las 9:30 horas", "fr", "9 h 30"),
        ("en", "the 3 cities and 12 mayors", "fr", "les trois villes et douze maires"),
        ("en", "in 45 countries", "ar", "في خمسة وأربعين بلدا"),
        ("en", "97 cities", "fr", "quatre-vingt-dix-sept villes"),
        ("fr", "quatre-vingts villes", "en", "80 cities"),
        ("en", "the year two thousand and twenty", "es", "el año 2020"),
        ("en", "the 21st century", "fr", "le XXIe siècle"),
        ("es", "el siglo XXI", "en", "the 21st century"),
        ("en", "target 10.7", "ar", "الغاية 10-7"),
        ("en", "A/RES/73/195 and COVID-19", "fr", "A/RES/73/195 et COVID-19"),
        ("en", "no number at all", "es", "ningún número"),
    ],
)
def test_the_same_figures_may_be_said_differently(
    source_lang: Lang, source: str, target: Lang, hypothesis: str
) -> None:
    assert not differ(source, hypothesis, source_lang, target)
    assert not differ(hypothesis, source, target, source_lang)


@pytest.mark.parametrize(
    ("source", "hypothesis"),
    [
        ("281 million people", "281 milliards de personnes"),
        ("281 million people", "281 personnes"),
        ("a wall of 5 m", "un mur de 5 millions"),
        ("281 million people", "282 millions de personnes"),
        ("12 000 people", "12 personnes"),
        ("1,500 people", "15 personnes"),
        ("in 2018 and 2020", "en 2018"),
        ("in 2018", "en 2018 et 2020"),
        ("12.5 per cent", "1,25 pour cent"),
        ("the cities", "les 3 villes"),
        ("45 cities", "trente-cinq villes"),
        ("22 January", "21 janvier"),
        ("22 cities", "deux villes"),
        ("Chapter XIV of it", "le chapitre en question"),
        ("Chapter XIV of it", "le chapitre XVI de celui-ci"),
    ],
)
def test_a_figure_lost_changed_or_invented_differs(source: str, hypothesis: str) -> None:
    assert differ(source, hypothesis, "en", "fr")


def test_good_translations_keep_their_figures() -> None:
    for sentence in SENTENCES:
        for source, target in itertools.permutations(LANGUAGES, 2):
            assert not differ(sentence[source], sentence[target], source, target), sentence


@given(
    st.integers(0, 10**12),
    st.sampled_from([",", ".", " "]),
    st.sampled_from([",", ".", " "]),
    st.sampled_from(LANGUAGES),
    st.sampled_from(LANGUAGES),
)
def test_grouping_changes_nothing(
    number: int, one: str, other: str, source: Lang, target: Lang
) -> None:
    said, heard = (f"{number:,}".replace(",", mark) for mark in (one, other))
    assert not differ(f"- {said} -", f"- {heard} -", source, target)


@given(st.text(), st.text(), st.sampled_from(LANGUAGES))
def test_any_text_can_be_compared(one: str, other: str, lang: Lang) -> None:
    assert not differ(one, one, lang, lang)
    assert differ(one, other, lang, lang) == differ(other, one, lang, lang)
