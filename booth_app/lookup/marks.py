"""What of a term's spelling is held against a running text, beyond its words.

Most terms have no mark, so that most of what is spotted needs no second look.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final

from booth_app.languages import Lang
from booth_app.lookup.accents import ends_in_accent
from booth_app.lookup.letters import tell_apart
from booth_app.lookup.phrases import HANGING, is_left_out
from booth_app.terminology.folding import folded_words

ARTICLE: Final = 1
"""It begins with an article: *the way forward*."""

CODE: Final = 2
"""It is written in capitals and is another word without them: WHO, GLRs."""

ACCENTS: Final = 2
"""From this bit on: whether the first word of its phrase ends in an accent (*traité*), the second,
as far as `MOST_ACCENTS`."""
MOST_ACCENTS: Final = 5

LETTERS: Final = 128
"""Its letters as written tell it apart: the capital of a place (*Sala*), an Arabic hamza."""

ACCENTED: Final[frozenset[Lang]] = frozenset({"fr", "es"})
"""Languages that tell words apart by accents."""

_CODE: Final = re.compile(r"[^a-zà-öø-ÿ]*[A-Z][^a-zà-öø-ÿ]*[A-Z][^a-zà-öø-ÿ]*s?")
_ENDING: Final = re.compile(
    r"[^\x00-\x7fáàâäíìîïóòôöúùûüçñÁÀÂÄÍÌÎÏÓÒÔÖÚÙÛÜÇÑ’«»](?![EeSs]*[A-DF-RT-Za-df-rt-z])"
    r"|[.-][^\W_][.-]"
)
"""Where a word may end in an accent: at a letter that is none of those without any on an e, unless
others follow than an ending has. What is spelt letter by letter (E.-É.) is looked at as well."""


def marks(term: str, words: Sequence[str], lang: Lang, *, is_place: bool = False) -> int:
    """Return the marks of a term in `lang` of these folded words, of a place or of anything."""
    article = ARTICLE if len(words) > 1 and is_left_out(words[0], lang) else 0
    code = CODE if _CODE.fullmatch(term) else 0
    if tell_apart(term, lang, is_place=is_place and len(words) == 1):
        code |= LETTERS
    if lang not in ACCENTED or term.isascii() or not _ENDING.search(term):
        return article | code
    ends = islice(accents(term, lang), MOST_ACCENTS)
    return article | code | sum(ends_so << at for at, ends_so in enumerate(ends, ACCENTS))


def accents(term: str, lang: Lang) -> Iterator[bool]:
    """Yield of each word of a term's phrase whether it ends in an accent."""
    spelt = folded_words(term)
    counted = [word for word in spelt if not is_left_out(word.word, lang)]
    if len(counted) > 1 and spelt[0].word in HANGING[lang]:
        del counted[0]
    for word, start, end in counted:
        yield ends_in_accent(term[start:end], word)
