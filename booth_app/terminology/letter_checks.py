"""Letters and digits that look like others: what a keyboard or a copy of a page has brought in."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Final

from booth_app.languages import Lang
from booth_app.terminology.document import clean
from booth_app.terminology.findings import Slip
from booth_app.terminology.problem import Span

_CYRILLIC: Final = dict(
    zip("аеорсухіјѕһԁԛԝАВЕКМНОРСТУХІЈЅ", "aeopcyxijshdqwABEKMHOPCTYXIJS", strict=True)
)
_GREEK: Final = dict(zip("οΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "oABEZHIKMNOPTYX", strict=True))
_LATIN_TWINS: Final[dict[str, str]] = {**_CYRILLIC, **_GREEK}
"""Letters that are drawn as Latin ones are. Those with shapes of their own are meant: μm, TNFα."""

_ARABIC_TWINS: Final[dict[str, str]] = {
    **dict(zip("کیھہەے", "كيهههي", strict=True)),
    **dict(zip("۰۱۲۳۴۵۶۷۸۹", "٠١٢٣٤٥٦٧٨٩", strict=True)),
}
"""Persian and Urdu letters and digits, which an Arabic keyboard does not write."""

_IN_LATIN: Final = {ord(letter): twin for letter, twin in _LATIN_TWINS.items()}
_IN_ARABIC: Final = {ord(letter): twin for letter, twin in _ARABIC_TWINS.items()}
_MAQSURA: Final = re.compile(
    r"(?<!\w)([وفبكل]?(?:ال)?(?:عل|إل|ال|حت|لد|مت|سو|مد|أخر|كبر|صغر|قصو|مستو|مأو|ذكر|منتد|معن|أول"
    r"|يتام|قر|قو|مرض|جرح|ضحاي|شور|دعو|جدو|محتو|مقه|مبن|ملته|عظم|وسط|مثل|فصح))ی(?!\w)"
)
"""Common words that end in alef maqsura, which a Persian ya at the end may stand for."""

_SIGNS: Final = frozenset(_GREEK) - {"ο", "Ο"}
"""Greek letters that stand by themselves for something."""

_MARKS: Final = "\u0300-\u036f"
"""Accents that are written apart from their letters."""
_WORD: Final = re.compile(rf"[^\W\d_](?:[^\W\d_]|[{_MARKS}])*")
_FOREIGN: Final = re.compile("[\u0370-\u03ff\u0400-\u052f]")
_PERSIAN: Final = re.compile(f"[{''.join(_ARABIC_TWINS)}]")
_SYSTEMS: Final[Mapping[str, str]] = {
    "Western (0-9)": "0123456789",
    "Arabic (٠-٩)": "٠١٢٣٤٥٦٧٨٩",
    "Persian (۰-۹)": "۰۱۲۳۴۵۶۷۸۹",
    "wide": "０１２３４５６７８９",
}
_SYSTEM_OF: Final = {digit: name for name, digits in _SYSTEMS.items() for digit in digits}
_DIGITS: Final = re.compile(f"[{''.join(_SYSTEM_OF)}]+")
_OTHER_DIGIT: Final = re.compile(f"[{''.join(d for d in _SYSTEM_OF if not d.isascii())}]")
_LATIN_NAME: Final = re.compile(r"\S*[A-Za-z]\S*")
_IN_SYSTEM: Final[Mapping[str, dict[int, str]]] = {
    name: {
        ord(digit): _SYSTEMS[row][n] for each in _SYSTEMS.values() for n, digit in enumerate(each)
    }
    for name, row in (("western", "Western (0-9)"), ("arabic", "Arabic (٠-٩)"))
}


def look_alike(text: str, lang: Lang) -> Slip | None:
    """Find letters of another alphabet that only look like those of the language."""
    if text.isascii():
        return None
    latin = _latin_look_alike(text)
    arabic = _arabic_look_alike(latin.mended if latin and latin.mended else text, lang)
    if latin and arabic:
        return latin._replace(mended=arabic.mended)
    return latin or arabic


def _latin_look_alike(text: str) -> Slip | None:
    words = _disguised(text)
    if not words:
        return None
    at = next(n for n in range(*words[0].span()) if text[n] in _LATIN_TWINS)
    letter = text[at]
    alphabet = "Cyrillic" if letter in _CYRILLIC else "Greek"
    said = f"has a {alphabet} {letter} (U+{ord(letter):04X}) that looks like {_LATIN_TWINS[letter]}"
    while words:  # one more letter may be seen through among Latin words
        for word in words:  # letter for letter: places stay
            start, end = word.span()
            text = text[:start] + word[0].translate(_IN_LATIN) + text[end:]
        text = clean(text)
        words = _disguised(text)
    return Slip(said, (at, at + 1), text)


def _disguised(text: str) -> list[re.Match[str]]:
    if not _FOREIGN.search(text):
        return []
    return [word for word in _WORD.finditer(text) if _is_disguised(word[0], text)]


def _is_disguised(word: str, text: str) -> bool:
    """Tell whether `word` has letters that pass for Latin ones.

    A word of another alphabet is one where not all its letters do; a Greek letter by itself (ν) is
    a sign, but o.
    """
    letters = [letter for letter in word if letter.isalpha()]
    foreign = [letter for letter in letters if _FOREIGN.match(letter)]
    passing = [letter for letter in foreign if letter in _LATIN_TWINS]
    if len(foreign) < len(letters) and any(letter.isascii() for letter in letters):
        return bool(passing)
    is_sign = len(letters) == 1 and (letters[0] in _SIGNS or not _has_latin(text))
    return bool(passing) and len(passing) == len(letters) and not is_sign


def _has_latin(text: str) -> bool:
    return any(letter.isascii() and letter.isalpha() for letter in text)


def _arabic_look_alike(text: str, lang: Lang) -> Slip | None:
    found = _PERSIAN.search(text) if lang == "ar" else None
    if not found:
        return None
    letter = found[0]
    kind = "digit" if letter.isdigit() else "letter"
    said = (
        f"has a Persian or Urdu {kind} {letter} (U+{ord(letter):04X}) for {_ARABIC_TWINS[letter]}"
    )
    mended = _MAQSURA.sub(r"\1ى", text).translate(_IN_ARABIC)
    return Slip(said, found.span(), clean(mended))


def mixed_digits(text: str, lang: Lang, arabic: str = "") -> Slip | None:
    """Find two systems of digits in one text; those of Latin names (G20) count in no Arabic one.

    `arabic` is the system that Arabic is to have, "western" or "arabic"; where it is empty nothing
    can be mended there. Other languages have the Western one alone.
    """
    if text.isascii() or not _OTHER_DIGIT.search(text):
        return None
    numbers = list(_numbers(text)) if lang == "ar" else list(_DIGITS.finditer(text))
    counts = Counter(_SYSTEM_OF[digit] for number in numbers for digit in number[0])
    if len(counts) < 2:
        return None
    rarest = min(counts, key=lambda name: counts[name])
    number = next(each for each in numbers if rarest in map(_SYSTEM_OF.get, each[0]))
    said = f"has two systems of digits: {' and '.join(counts)}"
    if lang != "ar":
        return Slip(said, number.span(), text.translate(_IN_SYSTEM["western"]))
    return Slip(said, number.span(), in_digits(text, arabic) if arabic else None)


def in_digits(text: str, system: str) -> str:
    """Return an Arabic text with its digits "western" (0-9) or "arabic" (٠-٩).

    Those of Latin names and symbols (G20, A/RES/73/195) are left alone.
    """
    for number in _numbers(text):  # digit for digit: places stay
        written = number[0].translate(_IN_SYSTEM[system])
        text = text[: number.start()] + written + text[number.end() :]
    return text


def other_digit(text: str, system: str) -> Span | None:
    """Return the first number of an Arabic text that is not in `system`, None where all are."""
    for number in _numbers(text):
        if number[0] != number[0].translate(_IN_SYSTEM[system]):
            return number.span()
    return None


def _numbers(text: str) -> Iterator[re.Match[str]]:
    """Yield the runs of digits that belong to no Latin name."""
    latin = [word.span() for word in _LATIN_NAME.finditer(text)]
    for number in _DIGITS.finditer(text):
        if not any(start <= number.start() < end for start, end in latin):
            yield number
