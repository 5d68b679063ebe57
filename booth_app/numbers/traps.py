"""What is easily said wrong about a number, in one sentence.

The magnitudes are from the glossary's entries num_billion and num_trillion: verified for 10⁹,
the project's own for the French and Spanish 10¹² and 10¹⁸.
"""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Final

from booth_app.languages import Lang
from booth_app.numbers.figures import FigureValue
from booth_app.numbers.wording import decimal_languages, grouping_languages

_MAGNITUDES: Final = (
    (
        10**18,
        "10¹⁸ is quintillion in English, trillion in French, trillón in Spanish;"
        " the English trillion is 10¹²",
    ),
    (
        10**12,
        "10¹² is trillion in English, mille milliards (on paper billion) in French,"
        " billón in Spanish, تريليون in Arabic",
    ),
    (
        10**9,
        "10⁹ is billion in English, milliard (never billion) in French,"
        " mil millones (never billón) in Spanish, مليار or, in the UN, بليون in Arabic",
    ),
)
_SIGN_NAMES: Final = {".": "point", ",": "comma"}
_ENGLISH_NAMES: Final[Mapping[Lang, str]] = {
    "en": "English",
    "fr": "French",
    "es": "Spanish",
    "ar": "Arabic",
}


def trap(value: Fraction, figures: Sequence[FigureValue]) -> str | None:
    """Return the trap of `value`, which was typed as `figures`; None where it has none."""
    warnings = [*_of_figures(figures), *_of_size(value)]
    said = "; ".join(warnings)
    return f"{said[0].upper()}{said[1:]}." if warnings else None


def _of_figures(figures: Sequence[FigureValue]) -> Iterator[str]:
    for figure in figures:
        if figure.how == "reversed":
            yield "the groups stand in the reverse order of some Arabic PDF files"
        elif figure.sign:
            yield _of_sign(figure, _SIGN_NAMES[figure.sign])


def _of_sign(figure: FigureValue, name: str) -> str:
    """Say what the figure is where its point or comma means the other thing."""
    if figure.how == "grouped":
        value, languages = figure.value / 1000, decimal_languages(figure.sign)
        other = f"a decimal {name}"
    else:
        value, languages = figure.value * 1000, grouping_languages(figure.sign)
        other = f"a {name} that groups thousands"
    named = " and ".join(_ENGLISH_NAMES[lang] for lang in languages)
    return f"with {other}, as in {named}, the figure is {float(value):g}"


def _of_size(value: Fraction) -> list[str]:
    return [said for size, said in _MAGNITUDES if abs(value) >= size][:1]
