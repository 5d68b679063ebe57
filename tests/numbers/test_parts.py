from fractions import Fraction

import pytest

from booth_app.numbers.parts import parts


def read(figure: str, after: str, *, is_last: bool = True) -> list[tuple[Fraction, str | None]]:
    return [(part.value, part.share) for part in parts(figure, after, None, is_last=is_last)]


@pytest.mark.parametrize(
    ("after", "value"),
    [
        ("", 3),
        (" .", 3),
        ("$", 3),
        ("m$", 3_000_000),
        (" k$", 3_000),
        (" dollars", 3),
        (" millions d'$", 3_000_000),
        (" million people on the move", 3_000_000),
        (" mil millones de personas", 3_000_000_000),
        (" mille personnes", 3_000),
    ],
)
def test_known_words(after: str, value: int) -> None:
    assert read("3", after) == [(value, None)]


def test_shares() -> None:
    assert read("3", "%") == read("3", " per cent of women") == [(3, "percent")]
    assert read("3", " ‰") == [(3, "permille")]


@pytest.mark.parametrize(
    "after",
    [
        "rd",
        " millin",
        " people",
        " m wide",
        " mil millo",
        "-",
        ":",
        " (",
        "°",
        "x",
        " to",
        "/",
        "G",
    ],
)
def test_a_word_that_is_not_known_leaves_it_unread(after: str) -> None:
    assert read("3", after) == []


def test_more_follows() -> None:
    assert read("2", " million and ", is_last=False) == [(2_000_000, None)]
    assert read("2", " to ", is_last=False) == read("2", " and ", is_last=False) == []
    assert read("2", " million to ", is_last=False) == []
    assert read("2", " million % ", is_last=False) == []


def test_both_values_of_a_figure_are_multiplied() -> None:
    assert read("1.500", " million") == [(1_500_000_000, None), (1_500_000, None)]
