"""Which term of one concept is which of another, where their ids do not say so."""

import base64
import hashlib
from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Literal

from booth_app.languages import Lang
from booth_app.terminology.concept import Concept, Term
from booth_app.terminology.fields import plain

Ids = Literal["shared", "places", "foreign"]
"""What the ids of theirs are: those of mine; made of the places in a file that has none; those of
another concept, which say nothing here but are its own."""


def aligned(
    theirs: Concept, mine: Concept, base: Concept | None = None, *, ids: Ids = "shared"
) -> Concept:
    """Return `theirs` with its terms under the ids that the same terms have in `mine` or `base`.

    A term of the same text is the same term; so is one of a shared id, whatever it says, and one
    that stands where it stood, where its text says no more. What is a term of neither keeps its
    own id where that is free, else gets one made of its text: the same wherever it is added.
    """
    known = [state for state in (mine, base) if state is not None]
    if ids == "shared" and _all_known(theirs, mine):
        return theirs
    taken = {term.id for state in known for _, term in state.terms()}
    sections = {}
    for lang, section in theirs.languages.items():
        own = [term for state in known for term in state.section(lang).terms]
        named = _named(section.terms, own, ids)
        for at, term in enumerate(section.terms):
            if at not in named:
                free = ids != "places" and term.id not in taken
                named[at] = term.id if free else _free(term_id(theirs.id, lang, term.text), taken)
                taken.add(named[at])
        terms = (replace(term, id=named[at]) for at, term in enumerate(section.terms))
        sections[lang] = replace(section, terms=tuple(terms))
    return replace(theirs, languages=sections)


def term_id(concept: str, lang: Lang, text: str) -> str:
    """Return the id of a term that a file without ids brings: the same wherever it is added."""
    said = "\0".join((concept, lang, str(plain(text))))
    digest = hashlib.sha256(said.encode("utf-8", "surrogatepass")).digest()[:16]
    return "t_" + base64.b32hexencode(digest).decode("ascii").rstrip("=")


def _all_known(theirs: Concept, mine: Concept) -> bool:
    own = {(lang, term.id) for lang, term in mine.terms()}
    return all((lang, term.id) in own for lang, term in theirs.terms())


def _named(theirs: Sequence[Term], own: Sequence[Term], ids: Ids) -> dict[int, str]:
    """Return the id in `own` of each of `theirs` (by its place) that is one of them."""
    own_ids = {term.id for term in own}
    named: dict[int, str] = {}
    if ids == "shared":
        named = {at: term.id for at, term in enumerate(theirs) if term.id in own_ids}
    _by_text(theirs, own, named)
    if ids == "places":
        used = set(named.values())
        for at, term in enumerate(theirs):
            if at not in named and term.id in own_ids - used:
                named[at] = term.id
    return named


def _by_text(theirs: Sequence[Term], own: Sequence[Term], named: dict[int, str]) -> None:
    """Add to `named` which of `theirs` have the text of one of `own` that is not another's yet."""
    used = set(named.values())
    by_text: dict[object, list[str]] = {}
    for term in own:
        if term.id not in used:
            used.add(term.id)
            by_text.setdefault(plain(term.text), []).append(term.id)
    for at, term in enumerate(theirs):
        same = by_text.get(plain(term.text)) if at not in named else None
        if same:
            named[at] = same.pop(0)


def _free(id_: str, taken: Collection[str]) -> str:
    number, free = 1, id_
    while free in taken:
        number += 1
        free = f"{id_}.{number}"
    return free
