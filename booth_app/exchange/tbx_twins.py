"""Terms that a file says twice, in two sections of one language: one term where they agree."""

from typing import Final

from booth_app.terminology.document import Document

_OWN: Final = ("id", "extra")
"""Keys that do not have to agree: an id is a place in the file, extra is compared key by key."""


def joined(terms: list[Document], more: list[Document]) -> list[Document]:
    """Return `terms` and after them those of `more` that none of them says already.

    Of two that agree in all that both say, the first takes what the other says besides. Those of
    two regions, or of one and of none, are two.
    """
    there = [*terms]
    by_text: dict[str, list[Document]] = {}
    for term in terms:
        by_text.setdefault(term["term"], []).append(term)
    for term in more:
        alike = by_text.setdefault(term["term"], [])
        twin = next((each for each in alike if _agree(each, term)), None)
        if twin is None:
            there.append(term)
            alike.append(term)
            continue
        extra = {**term.get("extra", {}), **twin.get("extra", {})}
        twin.update({key: value for key, value in term.items() if key not in twin})
        twin["extra"] = extra
    return there


def _agree(one: Document, other: Document) -> bool:
    if one.get("region", "") != other.get("region", ""):
        return False
    ones, others = one.get("extra", {}), other.get("extra", {})
    return _same(one, other) and _same(ones, others)


def _same(one: Document, other: Document) -> bool:
    """Tell whether both have the same under each key that both have."""
    return all(one[key] == other[key] for key in one.keys() & other.keys() - set(_OWN))
