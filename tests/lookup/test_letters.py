import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from booth_app.languages import Lang
from booth_app.lookup.letters import agree, tell_apart
from booth_app.lookup.spotting import Spotter
from booth_app.lookup.terms import Searchable

SPOTTER = Spotter(
    [
        Searchable("one", "Sala", "es", "Sala", is_place=True),
        Searchable("one", "Suisse", "fr", "Suisse", is_place=True),
        Searchable("one", "Reading", "en", "Reading", is_place=True),
        Searchable("one", "Ambassador", "en", "Ambassador"),
        *(
            Searchable("one", text, "ar", text)
            for text in (
                *("السفراء", "إبعاد", "سالا", "رؤساء بلديات", "أطر", "عمداء", "مسؤول"),
                "قضايا",
            )
        ),
    ]
)


@pytest.mark.parametrize(
    ("lang", "text", "spotted"),
    [
        ("es", "Vive en Sala. En la sala", ["Sala"]),
        ("es", "EN SALA", ["SALA"]),
        ("es", "Hola\nvivo en sala", ["sala"]),
        ("fr", "La délégation suisse, de Suisse, les Suisses", ["Suisse"]),
        ("en", "She is reading in Reading; an ambassador", ["Reading", "ambassador"]),
        ("ar", "السفر والسفراء والسفرا", ["والسفراء"]),
        ("ar", "أبعاد المشكلة، إبعاد، وإبعادهم، ابعاد", ["إبعاد", "وإبعادهم", "ابعاد"]),
        ("ar", "سأل عن سالا", ["سالا"]),
        ("ar", "سألنا عن القضايا وقضايانا وقضاياهم", ["القضايا", "وقضايانا", "وقضاياهم"]),
        ("ar", "رؤساء البلديات، ورؤساءِ بلدياتٍ", ["رؤساء البلديات", "ورؤساءِ بلدياتٍ"]),
        ("ar", "عمدا، العمداء", ["العمداء"]),
        ("ar", "الأطر، الاطر، إطر", ["الأطر", "الاطر"]),
        ("ar", "مسؤول، مسوول", ["مسؤول", "مسوول"]),
    ],
)
def test_letters_tell_words_apart(lang: Lang, text: str, spotted: list[str]) -> None:
    assert [spot.text for spot in SPOTTER.spot(text, lang)] == spotted


@pytest.mark.parametrize(
    ("term", "lang", "is_place", "telling"),
    [
        ("Sala", "es", True, True),
        ("Sala", "es", False, False),
        ("sala", "es", True, False),
        ("الإبعاد", "ar", False, True),
        ("سفراء", "ar", False, True),
        ("كندا", "ar", True, True),
        ("السفير", "ar", False, False),
        ("المغرب", "ar", True, False),
    ],
)
def test_few_terms_have_telling_letters(
    term: str, lang: Lang, is_place: bool, telling: bool
) -> None:
    assert tell_apart(term, lang, is_place=is_place) is telling


@given(st.text("ابتسفرلوأإآؤئءىة ", min_size=1).filter(str.strip))
def test_an_arabic_term_agrees_with_itself(term: str) -> None:
    places = [match.span() for match in re.finditer(r"\S+", term)]
    assert agree(term, term, places, "ar")
