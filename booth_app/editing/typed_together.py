"""The changes of a concept as a person made them: what was typed in one go is one change.

Typing is stored at every rest of the hands, and a history of half-typed words would tell nobody
anything. Nothing is taken out of the store: only what is shown is put together.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from booth_app.store.history import Change
from booth_app.terminology.differences import differences
from booth_app.terminology.fields import Field

_TYPED: Final = "typed"
_TOGETHER: Final = timedelta(seconds=10)
"""How long hands may rest in one field and still go on with the same change."""


def typed_together(changes: Sequence[Change]) -> list[Change]:
    """Return `changes`, oldest first, with those that go on typing in one field put together."""
    told: list[Change] = []
    for change in changes:
        if told and _goes_on(told[-1], change):
            told[-1] = change._replace(before=told[-1].before, parent_rev=told[-1].parent_rev)
        else:
            told.append(change)
    return told


def _goes_on(last: Change, change: Change) -> bool:
    if (last.person, last.origin) != (change.person, change.origin) or change.origin != _TYPED:
        return False
    field = _only_field(change)
    return field is not None and field == _only_field(last) and _is_soon(last.at, change.at)


def _only_field(change: Change) -> Field | None:
    """Return the one field that a change changed; None where it changed more than one."""
    if change.before is None or change.after is None:
        return None
    fields = [one.field for one in differences(change.before, change.after)]
    return fields[0] if len(fields) == 1 else None


def _is_soon(earlier: str, later: str) -> bool:
    try:
        return datetime.fromisoformat(later) - datetime.fromisoformat(earlier) <= _TOGETHER
    except (ValueError, TypeError):  # a time that is none, or only one of them with its zone
        return False
