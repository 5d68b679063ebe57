"""The history of a concept in words: what each change did, when, by whom, and from where."""

from collections.abc import Mapping
from datetime import datetime
from typing import Final, NamedTuple

from booth_app.languages import Lang
from booth_app.termbase import Change
from booth_app.terminology.differences import differences
from booth_app.terminology.field_words import described, in_words
from booth_app.terminology.fields import ORDER
from booth_app.ui.editor.field_rows import wholes

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


_MONTHS: Final = (
    *("Jan", "Feb", "Mar", "Apr", "May", "Jun"),
    *("Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
)


class ChangeLine(NamedTuple):
    """One value that a change set: its name, what it says now and what it said before."""

    name: str
    after: str
    before: str
    lang: Lang | None


def lines(change: Change) -> list[ChangeLine]:
    """Return the first values that `change` set, then how many more there are."""
    named = change.after or change.before
    if named is None:
        return []
    if change.before is None:
        count = sum(1 for _ in named.terms())
        return [ChangeLine("New concept", f"{count} terms" if count != 1 else "1 term", "", None)]
    if change.after is None:
        return [ChangeLine("Deleted", "", "", None)]
    found = wholes(differences(change.before, change.after))
    told = [
        ChangeLine(
            described(one.field, change.after if one.after is not None else change.before),
            "" if one.field.name == ORDER else in_words(one.field, one.after),
            "" if one.field.name == ORDER else in_words(one.field, one.before),
            one.field.lang,
        )
        for one in found[:MOST_LINES]
    ]
    more = len(found) - len(told)
    return [*told, *([ChangeLine(f"and {more} more", "", "", None)] if more > 0 else [])]


def signed(change: Change) -> str:
    """Return when, by whom and from where: "22 Nov 2026, 14:02 · Ana · typed"."""
    by = (change.person,) if change.person else ()
    origin = _ORIGINS.get(change.origin, change.origin)
    return " · ".join((moment(change.at), *by, origin))


def moment(at: str) -> str:
    """Return a stored time as people here read it; as it stands where it is none."""
    try:
        when = datetime.fromisoformat(at)
    except ValueError:
        return at
    local = when.astimezone() if when.tzinfo else when
    return f"{local.day} {_MONTHS[local.month - 1]} {local.year}, {local:%H:%M}"
