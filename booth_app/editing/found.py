"""The look-up of the booth, kept to one glossary."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from booth_app.languages import Lang

if TYPE_CHECKING:
    from booth_app.termbase import Termbase

_ASKED: Final = (60, 300)
"""Answers asked for at first, and where other glossaries left too few of these."""
_ENOUGH: Final = 30


def found(
    termbase: "Termbase", text: str, glossary: str, languages: Sequence[Lang] = ()
) -> list[str]:
    """Return the ids of concepts of `glossary` that `text` finds, the best first.

    `languages` break ties, the first first.
    """
    kept: list[str] = []
    for asked in _ASKED:
        hits = termbase.look_up(text, asked, prefer=languages)
        kept = [hit.concept.id for hit in hits if hit.concept and hit.glossary == glossary]
        if len(kept) >= _ENOUGH or len(hits) < asked:
            break
    return kept
