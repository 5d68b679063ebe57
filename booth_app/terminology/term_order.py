"""The order of a section's terms where two sides changed it."""

from booth_app.languages import Lang
from booth_app.terminology.concept import Concept
from booth_app.terminology.differences import with_field
from booth_app.terminology.fields import ORDER, Field


def in_order(base: Concept | None, mine: Concept, theirs: Concept, made: Concept) -> Concept:
    """Return `made`, which holds terms of the three, with its terms in order.

    The order is that of theirs where theirs alone changed it, else that of mine; a term that the
    other side added stands behind the one it stood behind there.
    """
    for lang in made.languages:
        ids = _ids(made, lang)
        ours, other = _ids(mine, lang), _ids(theirs, lang)
        if ids == ours and not _reordered(_ids(base, lang), other):
            continue
        before = _ids(base, lang)
        theirs_alone = _reordered(before, other) and not _reordered(before, ours)
        first, second = (other, ours) if theirs_alone else (ours, other)
        wanted = [id_ for id_ in _woven(first, second) if id_ in set(ids)]
        if wanted != ids:
            made = with_field(made, Field("section", lang, "", ORDER), tuple(wanted))
    return made


def _ids(concept: Concept | None, lang: Lang) -> list[str]:
    return [] if concept is None else [term.id for term in concept.section(lang).terms]


def _reordered(old: list[str], new: list[str]) -> bool:
    """Tell whether the terms that both have stand in another order."""
    return [id_ for id_ in old if id_ in new] != [id_ for id_ in new if id_ in old]


def _woven(first: list[str], second: list[str]) -> list[str]:
    """Return `first` with what only `second` has put behind what it stands behind there."""
    woven = list(first)
    before = ""
    for id_ in second:
        if id_ not in woven:
            woven.insert(woven.index(before) + 1 if before else 0, id_)
        before = id_
    return woven
