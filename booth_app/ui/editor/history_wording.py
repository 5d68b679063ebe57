"""The history of a concept in words: what each change did, when, by whom, and from where."""

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from booth_app.languages import Lang
from booth_app.termbase import Change
from booth_app.terminology.concept import Concept
from booth_app.terminology.counted import counted
from booth_app.terminology.differences import Difference, differences
from booth_app.terminology.fields import APPROVAL, ORDER
from booth_app.ui.editor.field_rows import wholes
from booth_app.ui.editor.value_words import Called, by_id, moment, value_name, value_words

MOST_LINES: Final = 5
"""Values of one change that are told one by one."""

_ORIGINS: Final[Mapping[str, str]] = {
    "typed": "typed",
    "booth": "added in the booth",
    "import": "imported",
    "merge": "merged",
    "release": "from a release",
    "bundled": "came with Booth",
    "undo": "taken back",
    "files": "from the glossary’s files",
}


class ChangeLine(NamedTuple):
    """One value that a change set: its name, what it says now and what it said before."""

    name: str
    after: str
    before: str
    lang: Lang | None


def lines(change: Change, called: Called = by_id) -> list[ChangeLine]:
    """Return the first values that `change` set, then how many more there are.

    `called` names related concepts.
    """
    named = change.after or change.before
    if named is None:
        return []
    if change.before is None:
        count = sum(1 for _ in named.terms())
        return [ChangeLine(f"New concept of {counted(count, 'term')}", "", "", None)]
    if change.after is None:
        return [ChangeLine("Deleted", "", "", None)]
    found = wholes(differences(change.before, change.after))
    if (count := _approved(found)) > 1:  # the most frequent change: not term by term
        return [ChangeLine(f"{count} terms approved", "", "", None)]
    told = [
        _line(one, change.after if one.after is not None else change.before, called)
        for one in found[:MOST_LINES]
    ]
    if not told:
        return [ChangeLine("As it was before", "", "", None)]
    more = len(found) - len(told)
    return [*told, *([ChangeLine(f"and {more} more", "", "", None)] if more > 0 else [])]


def _approved(found: Sequence[Difference]) -> int:
    """Return how many terms were approved where nothing else was changed, else 0."""
    approved = [
        one
        for one in found
        if one.field.name == APPROVAL and isinstance(one.after, tuple) and "approved" in one.after
    ]
    return len(approved) if len(approved) == len(found) else 0


def _line(one: Difference, naming: Concept, called: Called) -> ChangeLine:
    """Return what a value says now and said before; the ids of an order say nothing to a person."""
    after, before = (
        "" if one.field.name == ORDER else value_words(one.field, value, called)
        for value in (one.after, one.before)
    )
    return ChangeLine(value_name(one.field, naming), after, before, one.field.lang)


def signed(change: Change) -> str:
    """Return when, by whom and from where: "22 Nov 2026, 14:02 · Ana · typed".

    Nobody here did what came with Booth.
    """
    by = (change.person,) if change.person and change.origin != "bundled" else ()
    origin = _ORIGINS.get(change.origin, change.origin)
    return " · ".join((moment(change.at), *by, origin))
