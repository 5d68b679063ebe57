"""Rows of a review that wait again: what a person could not see yet was stored meanwhile."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from sqlalchemy import Connection

_CHANGED: Final = "It was changed here after it was decided about: it waits for a decision again."
_CAME: Final = "This concept came in since the file was read: is it the same?"


class Met(NamedTuple):
    """A row that was new and may be the concept `concept`, which came in since it was judged.

    `says_more`: it says what that concept does not.
    """

    position: int
    concept: str
    kind: str
    says_more: bool


def clash(connection: "Connection", review: str, positions: Sequence[int]) -> None:
    """Make rows conflicts, which wait again: what they are about was changed here meanwhile."""
    _wait_again(connection, review, positions, _CHANGED, verdict="conflict", kind="text")


def meet(connection: "Connection", review: str, met: Sequence[Met]) -> None:
    """Make rows wait that were new, and may be concepts which came in meanwhile."""
    for one in met:
        about = {"verdict": "probable", "kind": one.kind, "concept": one.concept}
        _wait_again(connection, review, (one.position,), _CAME, **about)


def _wait_again(
    connection: "Connection", review: str, positions: Sequence[int], why: str, **columns: str
) -> None:
    from sqlalchemy import case, update

    from booth_app.store import tables

    row = tables.review_row.c
    meant = (row.review == review) & row.position.in_(positions)
    told = case(
        (row.tells == "", why),
        (row.tells.contains(why), row.tells),
        else_=row.tells + f"\n{why}",
    )
    waits = {**columns, "decision": "", "done": False, "tells": told}
    connection.execute(update(tables.review_row).where(meant).values(waits))
