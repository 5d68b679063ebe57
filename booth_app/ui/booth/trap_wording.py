"""What is printed of a concept's traps: how they are met, and false friends side by side. No Qt."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from booth_app.languages import LANGUAGES, Lang
from booth_app.lookup.terms import Matched
from booth_app.terminology.concept import Concept, LanguageSection, Term, Trap
from booth_app.terminology.folding import fold, strip_article
from booth_app.ui.booth.harmless import harmless
from booth_app.ui.booth.printed import Caution, FalseFriend, InLanguage
from booth_app.ui.booth.saying import LONGEST
from booth_app.ui.booth.seat import Seat

if TYPE_CHECKING:
    from booth_app.termbase import ItemRow

_FEW: Final = 3
"""So many concepts that share a trap can be false friends of one another; more share a rule."""

_BETWEEN: Final = re.compile(r"[/,،]| vs ")
"""What stands between the terms that share a trap."""


def cautions(concept: Concept, matched: Matched, seat: Seat) -> tuple[Caution, ...]:
    """Return the concept's traps, those of the matched term or the target language first.

    A concept without any has its note.
    """
    found = _plain_words(matched.term)
    ordered = sorted(
        concept.traps,
        key=lambda trap: (
            not _names(trap.term, found),
            seat.target not in trap.languages,
            matched.lang not in trap.languages,
        ),
    )
    if not ordered:
        return (Caution("Note", harmless(concept.note)),) if concept.note else ()
    return tuple(_caution(concept, trap, matched, seat) for trap in ordered)


def item_cautions(rows: "Sequence[ItemRow]", floor: Lang, target: Lang) -> list[Caution]:
    """Return a trap of each of the item's own terms; the others show with their hits."""
    concepts = [row.concept for row in rows if row.own and row.concept and row.concept.traps]
    heard = [(concept, concept.section(floor).preferred) for concept in concepts]
    return [
        cautions(concept, Matched(floor, term.text if term else ""), Seat(target, floor))[0]
        for concept, term in heard
    ]


def definition(concept: Concept, target: Lang) -> InLanguage | None:
    """Return the concept's definition in the target language, else in another that has one."""
    order = dict.fromkeys((target, *LANGUAGES))
    found = ((lang, concept.section(lang).definition) for lang in order)
    return next((InLanguage(lang, harmless(text)) for lang, text in found if text), None)


def _caution(concept: Concept, trap: Trap, matched: Matched, seat: Seat) -> Caution:
    sharing = (concept, *seat.sharing(concept, trap))
    friends = tuple(_friends(sharing, matched, seat)) if _are_friends(sharing, trap) else ()
    text = harmless(f"{trap.trap} {trap.advice}".strip())
    all_said = len(friends) == len(sharing)
    return Caution("Trap", text, harmless(trap.status), friends if all_said else ())


@lru_cache(maxsize=256)
def _are_friends(concepts: tuple[Concept, ...], trap: Trap) -> bool:
    """Whether two or three concepts are taken for one another: the trap names each by its own word.

    Concepts that share a trap about a word of theirs (maire, régional) are no pair.
    """
    if not 1 < len(concepts) <= _FEW:
        return False
    parts = [part for part in map(_plain_words, _BETWEEN.split(trap.term)) if part.strip()]
    named = {frozenset(part for part in parts if _has(concept, part)) for concept in concepts}
    return len(named) == len(concepts) and frozenset() not in named


def _has(concept: Concept, words: str) -> bool:
    return any(words in _plain_words(term.text) for _, term in concept.terms())


def _friends(concepts: Sequence[Concept], matched: Matched, seat: Seat) -> Iterator[FalseFriend]:
    """Yield what each of `concepts` is from the floor's language into the target."""
    for concept in concepts:
        said = _shortest(concept.section(seat.target))
        languages = (lang for lang in dict.fromkeys((seat.floor, *LANGUAGES)))
        heard = (
            (lang, term)
            for lang in languages
            if lang != seat.target and (term := _shortest(concept.section(lang)))
        )
        lang, term = next(heard, (seat.floor, None))
        if said and term:
            found = concept is concepts[0] and matched.lang == lang
            text = matched.term if found else term.text
            yield FalseFriend(
                InLanguage(lang, harmless(text)), InLanguage(seat.target, harmless(said.text))
            )


def _shortest(section: LanguageSection) -> Term | None:
    """Return the section's short form, else its preferred term; None where that is too long."""
    said = section.preferred
    short = (t for t in section.terms if t.type == "short_form" and not t.is_heard_only)
    brief = next((t for t in short if t.status in ("preferred", "admitted")), section.short)
    if brief is not None and (brief.type == "short_form" or (said and len(said.text) > LONGEST)):
        return brief
    return said if said and len(said.text) <= LONGEST else None


def _names(trapped: str, found: str) -> bool:
    """Whether a trap's term, which may list several between slashes, names the found one."""
    parts = (_plain_words(part) for part in _BETWEEN.split(trapped))
    return any(part in found or found in part for part in parts if part.strip())


def _plain_words(text: str) -> str:
    """Return the folded words of `text` without Arabic articles, a space around each."""
    return f" {' '.join(strip_article(word) for word in fold(text).split())} "
