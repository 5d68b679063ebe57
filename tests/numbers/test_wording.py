from fractions import Fraction

import pytest

from booth_app.languages import LANGUAGES, Lang
from booth_app.numbers.wording import (
    decimal_languages,
    grouping_languages,
    spoken,
    spoken_fraction,
    spoken_share,
    written,
)


def said(value: str | int) -> list[str]:
    return [spoken(Fraction(value), lang).replace("\u202f", " ") for lang in LANGUAGES]


@pytest.mark.parametrize(
    ("value", "forms"),
    [
        (1_000, ["1 thousand", "mille", "mil", "1 ألف"]),
        (3_000, ["3 thousand", "3 mille", "3 mil", "3 آلاف"]),
        (12_000, ["12 thousand", "12 mille", "12 mil", "12 ألف"]),
        (1_000_000, ["1 million", "1 million", "1 millón", "1 مليون"]),
        (1_500_000, ["1.5 million", "1,5 million", "1,5 millones", "1.5 مليون"]),
        (1_990_000, ["1.99 million", "1,99 million", "1,99 millones", "1.99 مليون"]),
        (2_000_000, ["2 million", "2 millions", "2 millones", "2 مليون"]),
        (3_000_000, ["3 million", "3 millions", "3 millones", "3 ملايين"]),
        (10_000_000, ["10 million", "10 millions", "10 millones", "10 ملايين"]),
        (11_000_000, ["11 million", "11 millions", "11 millones", "11 مليون"]),
        (103_000_000, ["103 million", "103 millions", "103 millones", "103 مليون"]),
        (10**9, ["1 billion", "1 milliard", "mil millones", "1 مليار"]),
        (2 * 10**9, ["2 billion", "2 milliards", "2 mil millones", "2 مليار"]),
        (25 * 10**8, ["2.5 billion", "2,5 milliards", "2500 millones", "2.5 مليار"]),
        (125 * 10**8, ["12.5 billion", "12,5 milliards", "12.500 millones", "12.5 مليار"]),
        (10**12, ["1 trillion", "1 000 milliards", "1 billón", "1 ترليون"]),
        (12 * 10**11, ["1.2 trillion", "1 200 milliards", "1,2 billones", "1.2 ترليون"]),
        (1_234_000_000, ["1,234 million", "1 234 millions", "1234 millones", "1,234 مليون"]),
        (-2_000_000, ["-2 million", "-2 millions", "-2 millones", "\u200e-2 مليون"]),
    ],
)
def test_words_agree_with_their_number(value: int, forms: list[str]) -> None:
    assert said(value) == forms


@pytest.mark.parametrize(
    "value", [1_500, 12_500, 1_234_000, 1_234_567, 10**18, "1.5", "1234567.89"]
)
def test_what_words_would_shorten_is_said_in_digits(value: str | int) -> None:
    for lang in LANGUAGES:
        assert spoken(Fraction(value), lang) == written(Fraction(value), lang)


@pytest.mark.parametrize(
    ("lang", "digits"),
    [("en", "2,400.75"), ("fr", "2\u202f400,75"), ("es", "2.400,75"), ("ar", "2,400.75")],
)
def test_digits_as_each_language_groups_them(lang: Lang, digits: str) -> None:
    assert written(Fraction("2400.75"), lang) == digits


def test_no_digit_is_lost() -> None:
    assert written(Fraction("123456789012345678.123456"), "en") == "123,456,789,012,345,678.123456"


@pytest.mark.parametrize("value", [1, 2, 3, 11, 47, 100])
def test_per_cent_is_a_word_for_every_number(value: int) -> None:
    assert [spoken_share(Fraction(value), lang, "percent") for lang in LANGUAGES] == [
        f"{value} percent",
        f"{value} pour cent",
        f"{value} por ciento",
        f"{value} بالمائة",
    ]


def test_shares_in_digits() -> None:
    assert written(Fraction("12.5"), "fr", "percent") == "12,5\u00a0%"
    assert written(Fraction("12.5"), "en", "percent") == "12.5%"
    assert written(Fraction(3), "es", "permille") == "3‰"
    assert spoken_share(Fraction(3), "fr", "permille").split() == ["3", "pour", "mille"]


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("3/4", "3/4 (75 pour cent)"),
        ("1/8", "1/8 (12,5 pour cent)"),
        ("1/3", "1/3"),
        ("5/2", "2 1/2"),
        ("-1/3", "-1/3"),
        ("-7/3", "-2 1/3"),
    ],
)
def test_fractions(value: str, said: str) -> None:
    assert spoken_fraction(Fraction(value), "fr") == said


def test_what_has_no_end_stays_a_fraction() -> None:
    assert written(Fraction(1, 3), "en") == spoken(Fraction(1, 3), "en") == "1/3"


def test_signs_of_the_languages() -> None:
    assert decimal_languages(",") == ["fr", "es"]
    assert decimal_languages(".") == ["en", "ar"]
    assert grouping_languages(".") == ["es"]
    assert grouping_languages(",") == ["en", "ar"]
