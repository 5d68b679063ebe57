"""How a number is said and written in each language, after CLDR through Babel.

Babel is imported at the first number: it takes longer than painting the window may.
"""

import functools
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Final, NamedTuple

from booth_app.languages import LANGUAGES, Lang
from booth_app.numbers.scales import Share

if TYPE_CHECKING:
    from babel import Locale
    from babel.numbers import NumberPattern

_MOST_DECIMALS: Final = 2
"""Decimals before a unit: with three, 1,235 million might be read as over a thousand millions."""

_LARGEST_FRENCH: Final = 10**9
"""French says mille milliards: its billion (10^12) is taken for the English one."""

_MOST: Final = 1_000_000
"""What is counted in a unit stays below this."""

_SAID_WITHOUT_ONE: Final[Mapping[Lang, tuple[int, ...]]] = {"es": (10**3, 10**9)}
"""mil, mil millones; CLDR has this for the French mille only."""

_PLAIN_BELOW: Final = 10_000
"""CLDR's least grouped number in Spanish (2500 millones, 12.500 millones); Babel has it not."""


class _Unit(NamedTuple):
    """A word that CLDR counts in.

    `is_whole`: it takes no decimals, being thousand or made of two words (mil millones).
    """

    size: int
    is_whole: bool


def written(value: Fraction, lang: Lang, share: Share | None = None) -> str:
    """Return `value` in digits, its thousands grouped; what has no end as a fraction (1/3)."""
    from babel.numbers import format_percent

    number = _decimal(value)
    if number is None:
        return _as_fraction(value)
    if share == "percent":
        percent = format_percent(number / 100, locale=_locale(lang), decimal_quantization=False)
        return _with_minus(percent, lang)
    digits = _digits(number, lang)
    return digits + "‰" if share else digits


def spoken(value: Fraction, lang: Lang) -> str:
    """Return `value` as it is said: 2.5 billion, 2500 millones, 12 thousand.

    What no word says without losing digits, or with more than two decimals, is as it is written.
    """
    number = _decimal(value)
    if number is None:
        return _as_fraction(value)
    units = [unit for unit in _units(lang) if unit.size <= abs(number)]
    sayable = (unit for unit in units if unit.size > 1000 or unit is units[0])
    counted = (_counted(number, unit, lang) for unit in sayable)
    return next(filter(None, counted), None) or written(value, lang)


def spoken_share(value: Fraction, lang: Lang, share: Share) -> str:
    """Return `value` per cent or per mille in words.

    The number is handed over as text, which Babel puts into CLDR's form for one: the word is the
    same for all numbers, but CLDR's Arabic has only a sign for some of them.
    """
    from babel.units import format_unit

    return format_unit(
        written(value, lang), f"concentr-{share}", length="long", locale=_locale(lang)
    )


def spoken_fraction(value: Fraction, lang: Lang) -> str:
    """Return a fraction as 3/4 (75 percent), without the share where that has many decimals."""
    if (value * 1000).denominator > 1 or value > 1:
        return _as_fraction(value)
    return f"{_as_fraction(value)} ({spoken_share(value * 100, lang, 'percent')})"


def decimal_languages(sign: str) -> list[Lang]:
    """Return the languages in which `sign`, a point or a comma, begins the decimals."""
    from babel.numbers import get_decimal_symbol

    return [lang for lang in LANGUAGES if get_decimal_symbol(_locale(lang)) == sign]


def grouping_languages(sign: str) -> list[Lang]:
    """Return the languages in which `sign`, a point or a comma, groups thousands."""
    from babel.numbers import get_group_symbol

    return [lang for lang in LANGUAGES if get_group_symbol(_locale(lang)) == sign]


def _decimal(value: Fraction) -> Decimal | None:
    """Return `value` as a decimal number; None where it has no end."""
    number = Decimal(value.numerator) / value.denominator
    return number if Fraction(number) == value else None


def _digits(number: Decimal, lang: Lang, *, grouped: bool = True) -> str:
    from babel.numbers import format_decimal

    digits = format_decimal(
        number, locale=_locale(lang), decimal_quantization=False, group_separator=grouped
    )
    return _with_minus(digits, lang)


def _with_minus(digits: str, lang: Lang) -> str:
    """Return `digits` with CLDR's minus, which in Arabic keeps its side; Babel leaves it plain."""
    from babel.numbers import get_minus_sign_symbol

    return digits.replace("-", get_minus_sign_symbol(_locale(lang)))


def _as_fraction(value: Fraction) -> str:
    whole = int(value)  # towards zero
    return f"{whole} {abs(value) % 1}" if whole else str(value)


@functools.cache
def _locale(lang: Lang) -> "Locale":
    from babel import Locale

    return Locale.parse(lang)


@functools.cache
def _units(lang: Lang) -> tuple[_Unit, ...]:
    """Return what CLDR counts in, the largest first.

    Its pattern for 10,000,000 is `00 million`: as many zeros as stand before the unit.
    """
    patterns: dict[str, NumberPattern] = _locale(lang).compact_decimal_formats["long"]["other"]
    found = {
        int(size) // 10 ** (pattern.pattern.count("0") - 1): " " in pattern.suffix[0].strip()
        for size, pattern in patterns.items()
    }
    largest = _LARGEST_FRENCH if lang == "fr" else max(found)
    return tuple(
        _Unit(size, is_compound or size == 1000)
        for size, is_compound in sorted(found.items(), reverse=True)
        if size <= largest
    )


def _counted(number: Decimal, unit: _Unit, lang: Lang) -> str | None:
    """Return `number` in units, or None where it is not said so.

    Babel's own compact form says 1 millions in French and rounds; CLDR's patterns are right.
    """
    count = number / unit.size
    decimals = 0 if unit.is_whole else _MOST_DECIMALS
    if abs(count) >= _MOST or count != round(count, decimals):
        return None
    pattern = _pattern(abs(count), unit, lang)
    if not pattern.number_pattern:
        return pattern.prefix[count < 0]  # mille
    if number in _SAID_WITHOUT_ONE.get(lang, ()):
        return pattern.suffix[0].strip()
    grouped = lang != "es" or abs(count) >= _PLAIN_BELOW
    return _digits(count, lang, grouped=grouped) + pattern.suffix[0]


def _pattern(count: Decimal, unit: _Unit, lang: Lang) -> "NumberPattern":
    """Return CLDR's pattern for so many of the unit."""
    locale = _locale(lang)
    formats: Mapping[str, Mapping[str, NumberPattern]] = locale.compact_decimal_formats["long"]
    size = str(unit.size * 10 ** min(len(str(int(count))) - 1, 2))
    categories = (*(["1"] if count == 1 else []), locale.plural_form(count), "other")
    return next(formats[c][size] for c in categories if c in formats and size in formats[c])
