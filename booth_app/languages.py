"""The four working languages, and what a text's letters say about its language."""

from collections.abc import Mapping
from typing import Final, Literal, TypeGuard

Lang = Literal["en", "fr", "es", "ar"]

LANGUAGES: Final[tuple[Lang, ...]] = ("en", "fr", "es", "ar")
NAMES: Final[Mapping[Lang, str]] = {
    "en": "English",
    "fr": "français",
    "es": "español",
    "ar": "العربية",
}
RIGHT_TO_LEFT: Final[frozenset[Lang]] = frozenset({"ar"})

_ARABIC: Final = (("\u0600", "\u06ff"), ("\u0750", "\u077f"), ("\ufb50", "\ufeff"))
"""Arabic, its supplement and its presentation forms."""


def is_language(code: str) -> TypeGuard[Lang]:
    """Tell whether `code` is one of the four working languages."""
    return code in LANGUAGES


def script(text: str) -> Literal["arabic", "latin"] | None:
    """Return the script most letters of `text` are written in; None where it has none of either."""
    letters = [character for character in text if character.isalpha()]
    arabic = sum(any(a <= letter <= b for a, b in _ARABIC) for letter in letters)
    latin = sum(letter < "\u0250" for letter in letters)
    if not arabic and not latin:
        return None
    return "arabic" if arabic >= latin else "latin"
