"""New concepts as the booth makes them: two terms, an id of their own, nothing read anywhere."""

import unicodedata
from collections.abc import Sequence
from typing import Final

from booth_app.languages import Lang
from booth_app.store.faults import StoreFault
from booth_app.store.ids import ulid
from booth_app.terminology.concept import Concept, LanguageSection, Term

BOOTH: Final = "booth"
"""The glossary of the terms that interpreters add in the booth."""

LONGEST: Final = 1_000
"""Characters a term may have; the longest in the shipped glossary has under 200."""

_UNSEEN: Final = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Marks that override or isolate direction: a term that carried one would disturb its line."""


class PairIncomplete(StoreFault):
    """A pair of terms that cannot be stored."""


def booth_concept(sides: Sequence[tuple[Lang, str]]) -> Concept:
    """Return a new concept with one draft term for each of `sides`.

    Raises `PairIncomplete` where a side is blank or longer than a term can be.
    """
    sections: dict[Lang, LanguageSection] = {}
    for lang, text in sides:
        term = Term(id=f"t_{ulid()}", text=_one_line(text))
        before = sections.get(lang, LanguageSection()).terms
        sections[lang] = LanguageSection(terms=(*before, term))
    return Concept(glossary=BOOTH, id=f"c_{ulid()}", languages=sections)


def _one_line(text: str) -> str:
    """Return `text` on one line, without control characters and direction overrides."""
    if len(text) > LONGEST:
        raise PairIncomplete(f"A term has at most {LONGEST:,} characters.")
    seen = (" " if unicodedata.category(c) == "Cc" else c for c in text if c not in _UNSEEN)
    line = " ".join("".join(seen).split())
    if not any(c.isalnum() for c in line):
        raise PairIncomplete("A new term needs words on both sides: + this = that")
    return line
