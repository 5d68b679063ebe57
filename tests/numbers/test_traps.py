from fractions import Fraction

import pytest

from booth_app.numbers.figures import FigureValue, values
from booth_app.numbers.traps import trap


def of(value: int) -> str | None:
    return trap(Fraction(value), [FigureValue(Fraction(1), "whole")])


@pytest.mark.parametrize("value", [0, 12_000, 999_999_999, -5])
def test_smaller_numbers_have_none(value: int) -> None:
    assert of(value) is None


@pytest.mark.parametrize(
    ("value", "says"),
    [
        (10**9, ["milliard", "mil millones", "never billón", "بليون"]),
        (-(10**9), ["milliard"]),
        (10**12, ["trillion", "mille milliards", "billón", "تريليون"]),
        (10**18, ["trillón"]),
    ],
)
def test_each_size_names_the_words_of_the_others(value: int, says: list[str]) -> None:
    said = of(value) or ""
    assert all(word in said for word in says)


def test_a_sign_that_may_mean_two_things() -> None:
    grouped, decimal = values("1,500")
    assert trap(grouped.value, [grouped]) == (
        "With a decimal comma, as in French and Spanish, the figure is 1.5."
    )
    assert trap(decimal.value, [decimal]) == (
        "With a comma that groups thousands, as in English and Arabic, the figure is 1500."
    )


def test_two_traps_are_one_sentence() -> None:
    grouped = values("1.500")[0]
    said = trap(grouped.value * 10**6, [grouped]) or ""
    assert said.startswith("With a decimal point")
    assert "milliard" in said
    assert said.count("; ") == 1
    assert said.endswith(".")


def test_reversed_groups_are_said() -> None:
    assert "reverse" in (trap(Fraction(100000), values("000 100")) or "")
