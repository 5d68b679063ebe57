"""The words that stand after a figure: what multiplies it, per cent, currencies."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, Literal

from booth_app.languages import LANGUAGES, Lang
from booth_app.terminology.folding import words

Share = Literal["percent", "permille"]
"""Parts of a hundred, parts of a thousand: CLDR's own names of them."""

THOUSAND: Final = 3

_SCALES: Final[Mapping[Lang, Mapping[int, str]]] = {
    "en": {
        3: "k thousand thousands",
        6: "m mn mln mio million millions",
        9: "b bn bln billion billions",
        12: "tn trn trillion trillions",
    },
    "fr": {
        3: "mille millier milliers",
        6: "million millions",
        9: "md mds mrd mrds milliard milliards",
        12: "billion billions",
    },
    "es": {
        3: "mil miles",
        6: "mill millon millones",
        9: "millardo millardos",
        12: "billon billones",
        18: "trillon trillones",
    },
    "ar": {
        3: "ألف آلاف ألفا ألفين ألفان",
        6: "مليون ملايين مليونا مليونين مليونان",
        9: "مليار مليارات مليارا مليارين بليون بلايين بليونا بليونين",
        12: "تريليون تريليونات تريليونا ترليون ترليونات ترليونا",
    },
}
"""By power of ten. French trillion (10^18) is left out: said in French, it is the English one."""

_SHARES: Final[Mapping[Share, tuple[str, ...]]] = {
    "percent": (
        "percent", "per cent", "pct", "pour cent", "por ciento",
        "بالمئة", "بالمائة", "في المئة", "في المائة",
    ),
    "permille": ("permille", "per mille", "per mil", "pour mille", "por mil", "في الألف"),
}  # fmt: skip

_CURRENCY: Final = frozenset(
    words(
        "dollar dollars dolar dólares euro euros franc francs francos peso pesos dirham dirhams"
        " دولار دولارا دولارات يورو درهم درهما دراهم"
        " usd eur gbp chf cad mad cop sek us américain américains estadounidense estadounidenses"
        " أمريكي أمريكيا of de d des"
    )
)


def _by_word() -> dict[str, dict[Lang, int]]:
    table: dict[str, dict[Lang, int]] = {}
    for lang, scales in _SCALES.items():
        for power, said in scales.items():
            for word in words(said):
                table.setdefault(word, {})[lang] = power
    return table


_POWERS: Final = _by_word()
_IN_TEXT: Final[Mapping[Lang, Mapping[str, int]]] = {
    lang: {
        word: by_language[lang]
        for word, by_language in _POWERS.items()
        if lang in by_language and len(word) > 1
    }
    for lang in LANGUAGES
}
_SHARE_WORDS: Final = {
    tuple(words(said)): share for share, phrases in _SHARES.items() for said in phrases
}


def scale(after: Sequence[str], floor: Lang | None) -> tuple[tuple[int, ...], int]:
    """Return the powers of ten that the folded words `after` begin with, and how many words.

    The likeliest comes first. A word that is another number in English (billion) has both where
    the floor language has its own; where it has none, the English one.
    """
    if not after or after[0] not in _POWERS:
        return (0,), 0
    powers = _powers(after[0], floor)
    if powers == (THOUSAND,) and len(after) > 1 and after[1] in _POWERS:
        larger = tuple(p + THOUSAND for p in _powers(after[1], floor) if p > THOUSAND)
        if larger:
            return larger, 2  # mil millones, mille milliards
    return powers, 1


def multipliers(lang: Lang) -> Mapping[str, int]:
    """Return the folded words that multiply in a text in `lang`, each with its power of ten.

    Single letters are none: typed by themselves `5 m` are millions, in a text they are metres.
    """
    return _IN_TEXT[lang]


def power(after: Sequence[str], lang: Lang) -> int:
    """Return by which power of ten a figure is multiplied in a text in `lang`; 0: by none.

    `after` are the folded words that stand after it, two are enough.
    """
    known = multipliers(lang)
    first, second = (known.get(word, 0) for word in (*after, "", "")[:2])
    return first + second if first == THOUSAND < second else first  # mil millones


def is_begun(word: str) -> bool:
    """Tell whether `word` is the beginning of a word that multiplies."""
    return any(known.startswith(word) for known in _POWERS)


def share(after: Sequence[str]) -> tuple[Share | None, int]:
    """Return the share that the folded words `after` begin with, and how many words it has."""
    for length in (1, 2):
        found = _SHARE_WORDS.get(tuple(after[:length]))
        if found:
            return found, length
    return None, 0


def is_currency(after: Iterable[str]) -> bool:
    """Tell whether the folded words `after` name a currency, or nothing."""
    return all(word in _CURRENCY for word in after)


def _powers(word: str, floor: Lang | None) -> tuple[int, ...]:
    by_language = _POWERS[word]
    usual = next(by_language[lang] for lang in LANGUAGES if lang in by_language)
    of_floor = by_language.get(floor, usual) if floor else usual
    return tuple(dict.fromkeys((of_floor, usual)))
