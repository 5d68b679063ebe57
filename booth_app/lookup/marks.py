"""What of a term's spelling is held against a running text, beyond its words.

Most terms have no mark, so that most of what is spotted needs no second look.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from booth_app.languages import Lang
from booth_app.lookup.accents import ends_in_accent
from booth_app.lookup.phrases import meanings
from booth_app.terminology.folding import placed_words

ARTICLE: Final = 1
"""It begins with an article: *the way forward*."""

CODE: Final = 2
"""It is written in capitals and is another word without them: WHO, GLRs."""

ACCENT: Final = 4
"""A word of it ends in an accent and is another word without it: *traité*."""

ACCENTED: Final[frozenset[Lang]] = frozenset({"fr", "es"})
"""Languages that tell words apart by accents."""

_CODE: Final = re.compile(r"[^a-zà-öø-ÿ]*[A-Z][^a-zà-öø-ÿ]*[A-Z][^a-zà-öø-ÿ]*s?")


def marks(term: str, words: Sequence[str], lang: Lang) -> int:
    """Return the marks of a term in `lang` of these folded words."""
    article = ARTICLE if len(words) > 1 and not meanings(words[0], lang) else 0
    code = CODE if _CODE.fullmatch(term) else 0
    accented = lang in ACCENTED and not term.isascii() and any(accents(term, lang))
    return article | code | (ACCENT if accented else 0)


def accents(term: str, lang: Lang) -> Iterator[bool]:
    """Yield of each word of a term that counts whether it ends in an accent."""
    for word, start, end in zip(*placed_words(term), strict=True):
        if meanings(word, lang):
            yield ends_in_accent(term[start:end], word)
