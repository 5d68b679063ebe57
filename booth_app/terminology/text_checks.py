"""What can be wrong with a text by its characters alone, and the text without it.

A mend takes away what nobody meant or puts the same sign in the right script; it never guesses.
"""

import re
import unicodedata
from collections.abc import Mapping
from typing import Final

from booth_app.languages import Lang
from booth_app.terminology.document import clean
from booth_app.terminology.findings import Slip

_OVERRIDES: Final = re.compile("[\u202a-\u202e\u2066-\u2069]")
_INVISIBLE: Final = re.compile("[\u00ad\u061c\u200b\u200e\u200f\u2060\ufeff]")
_BREAKING: Final = re.compile("[\x0b-\x0d\x1c-\x1f\x85]+")
_CONTROLS: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffd-\uffff]")
_LOST: Final = re.compile("[\ud800-\udfff\ufffd]")
_PRESENTATION: Final = re.compile(
    "[\ufb00-\ufb06\ufb50-\ufd3d\ufd50-\ufdcf\ufe70-\ufefc\uff01-\uff5e]"  # not ﴾ ﴿ ﷺ
)
_SPACES: Final = re.compile(
    r"^\s+|\s+$|[ \xa0\u202f]{2,}|[\t\n\u2028\u2029]|(?<=\S)\s+(?=[,،)\]])|(?<=[(\[])\s+"
)
_LINES: Final = re.compile("[\t\n\u2028\u2029]")
_ARABIC_LETTER: Final = "\u0620-\u063f\u0641-\u065f"
_LATIN_MARK: Final = re.compile(
    f"(?<=[{_ARABIC_LETTER}])(?P<gap>[ \xa0]*)[,;?]|[,;?](?=\\s*[{_ARABIC_LETTER}])"
)
_ARABIC_MARKS: Final[Mapping[str, str]] = {",": "،", ";": "؛", "?": "؟"}
_STRETCHED: Final = re.compile("\u0640+(?=[\u0620-\u063f\u0641-\u064a])|\u0640(?=\u0640)")


def control(text: str, lang: Lang) -> Slip | None:
    """Find what cannot be printed, and what changes the order in which a text is seen."""
    if text.isprintable() and "\ufffd" not in text:  # most texts, told quickly
        return None
    mended = _CONTROLS.sub("", _OVERRIDES.sub("", _BREAKING.sub(" ", text)))
    if _LOST.search(text):
        mended = ""  # what stood there is not known
    for pattern, said in (
        (_OVERRIDES, "holds a control that changes the direction of letters"),
        (_CONTROLS, "holds a character that cannot be printed"),
    ):
        if found := pattern.search(text):
            return _slip(f"{said} ({_named(found)})", found, text, mended)
    return None


def invisible(text: str, lang: Lang) -> Slip | None:
    """Find direction marks, soft hyphens and spaces of no width: not seen, and part of the text."""
    if text.isprintable() or not (found := _INVISIBLE.search(text)):
        return None
    said = f"holds a character that is not seen ({_named(found)})"
    return _slip(said, found, text, _INVISIBLE.sub("", text))


def presentation_form(text: str, lang: Lang) -> Slip | None:
    """Find what was copied out of old documents: shapes, ligatures, wide letters."""
    if text.isascii() or not (found := _PRESENTATION.search(text)):
        return None
    arabic = "\ufb50" <= found[0] <= "\ufefc"
    what = "Arabic shapes (presentation forms)" if arabic else "joined or wide shapes"
    mended = _PRESENTATION.sub(lambda shape: unicodedata.normalize("NFKC", shape[0]), text)
    return _slip(f"holds {what}, not letters ({_named(found)})", found, text, mended)


def tatweel(text: str, lang: Lang) -> Slip | None:
    """Find words stretched for looks alone; a particle written by itself (لـ) is none."""
    found = None if text.isascii() else _STRETCHED.search(text)
    if not found:
        return None
    return _slip("is stretched by a tatweel (ـ)", found, text, _STRETCHED.sub("", text))


def latin_comma(text: str, lang: Lang) -> Slip | None:
    """Find Latin commas, semicolons and question marks in Arabic, which has its own."""
    found = _LATIN_MARK.search(text) if lang == "ar" else None
    if not found:
        return None
    mark = found[0][-1]
    said = f"has a Latin {mark} beside Arabic letters; the Arabic one is {_ARABIC_MARKS[mark]}"
    return _slip(said, found, text, _LATIN_MARK.sub(_in_arabic, text))


def stray_space(text: str, lang: Lang) -> Slip | None:
    """Find spaces at the ends, two in a row, before a comma or inside a bracket, and line ends.

    A single space that does not break, as French sets before ; : ! ? and inside « », is right.
    """
    if not (found := _SPACES.search(text)):
        return None
    if found.start() == 0 or found.end() == len(text):
        said = "begins or ends with a space"
    elif _LINES.search(found[0]):
        said = "holds a tab or a line end"
    elif text[found.end()] in ",،)]" or text[found.start() - 1] in "([":
        said = "has a space where none belongs"
    else:
        said = "has two spaces in a row"
    return _slip(said, found, text, _spaced(text))


def _spaced(text: str) -> str:
    """Return `text` with every stray space closed up; of two the one that does not break stays."""
    before = None
    while before != text:  # what closes up may bring two together
        before = text
        text = _SPACES.sub(_space, _LINES.sub(" ", text.strip()))
    return text


def _space(found: re.Match[str]) -> str:
    text, (start, end) = found.string, found.span()
    if start == 0 or end == len(text) or text[end] in ",،)]" or text[start - 1] in "([":
        return ""
    return next((space for space in found[0] if space != " "), " ")


def _in_arabic(found: re.Match[str]) -> str:
    return (found["gap"] or "") + _ARABIC_MARKS[found[0][-1]]


def _named(found: re.Match[str]) -> str:
    return f"U+{ord(found[0][0]):04X}"


def _slip(said: str, found: re.Match[str], text: str, mended: str) -> Slip:
    """Return the slip at `found`; a mend that would leave nothing is none."""
    mended = clean(mended)
    is_mend = mended.strip() and mended != text
    return Slip(said, found.span(), mended if is_mend else None)
