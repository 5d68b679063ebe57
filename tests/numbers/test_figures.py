from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from booth_app.numbers.figures import plain, values

WHOLE = st.integers(0, 10**15)


def read(figure: str) -> list[tuple[Fraction, str]]:
    return [(value.value, value.how) for value in values(plain(figure).strip())]


@pytest.mark.parametrize("space", [" ", "\u00a0", "\u202f", "\u2009", "\u2007"])
def test_every_space_groups(space: str) -> None:
    assert read(f"12{space}000") == [(12000, "grouped")]


@pytest.mark.parametrize("apostrophe", ["'", "’", "ʼ"])
def test_apostrophes_group(apostrophe: str) -> None:
    assert read(f"1{apostrophe}500{apostrophe}000") == [(1500000, "grouped")]


@pytest.mark.parametrize(
    ("figure", "value"),
    [
        ("٢٫٥", "2.5"),
        ("١٬٥٠٠", "1500"),
        ("۱۲", "12"),
        ("1,3", "1.3"),
        ("0,500", "0.5"),
        ("2.400.000", "2400000"),
        ("1.234,56", "1234.56"),
        ("1,234.56", "1234.56"),
        ("1 234,567", "1234.567"),
        ("1234,567", "1234.567"),
        ("123٫456", "123.456"),
        ("3/4", "0.75"),
        ("2 1/2", "2.5"),
        ("2½", "2.5"),
        ("¾", "0.75"),
        ("0", "0"),
    ],
)
def test_what_has_one_value(figure: str, value: str) -> None:
    assert [found for found, _ in read(figure)] == [Fraction(value)]


@pytest.mark.parametrize("sign", [".", ","])
def test_three_digits_after_one_sign_have_two(sign: str) -> None:
    found = values(f"1{sign}500")
    assert [(f.value, f.how, f.sign) for f in found] == [
        (1500, "grouped", sign),
        (Fraction(3, 2), "decimal", sign),
    ]


def test_groups_in_reverse_order() -> None:
    assert read("000 100") == [(100000, "reversed")]


@pytest.mark.parametrize(
    "figure",
    [
        "007",
        "12 34",
        "22.01.2021",
        "1.2.3",
        "1,00,000",
        "1.234.56",
        "1,5,5",
        "22/01",
        "24/7",
        "2020/21",
        "73/195",
        "4/4",
        "0/3",
        "3/0",
        "1.1234567",
        "1234567890123456789",
        "000 000",
    ],
)
def test_what_is_no_number(figure: str) -> None:
    assert read(figure) == []


@given(WHOLE)
def test_grouped_digits_are_the_number(value: int) -> None:
    for grouping in (" ", "'", "٬"):
        assert value in [found for found, _ in read(f"{value:,}".replace(",", grouping))]


@given(WHOLE, st.text("0123456789", min_size=1, max_size=2), st.sampled_from(".,٫"))
def test_one_or_two_digits_after_a_sign_are_decimals(whole: int, after: str, sign: str) -> None:
    assert read(f"{whole}{sign}{after}") == [(Fraction(f"{whole}.{after}"), "decimal")]


@given(st.text("0123456789٠٥ .,'/٫٬½", max_size=40))
def test_any_digits_and_signs_are_read_twice_alike(text: str) -> None:
    once = plain(text)
    assert plain(once) == once
    if once[:1].isdigit() and once[-1:].isdigit():
        assert all(found.value >= 0 for found in values(once))
