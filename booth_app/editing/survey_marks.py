"""What the history says of concepts: which came from the booth, which are not as released."""

from collections.abc import Collection
from typing import Final, NamedTuple

from booth_app.store.reading import HIDDEN, SHOWN, Reader

_AT_ONCE: Final = 400

_FROM_BOOTH: Final = (
    "SELECT DISTINCT concept FROM change WHERE glossary = ? AND origin = 'booth'"
    f" AND batch NOT IN ({HIDDEN})"
)
_CHANGED: Final = (
    "SELECT concept.id FROM (SELECT concept, min(seq) AS first FROM change"
    f" WHERE glossary = ? AND seq > ? AND batch NOT IN ({HIDDEN}) {{among}} GROUP BY concept) AS c"
    " JOIN change AS since ON since.seq = c.first"
    " JOIN concept ON concept.glossary = since.glossary AND concept.id = since.concept"
    f" WHERE since.before IS NOT ({SHOWN})"
)
"""The concepts that are not as they were at a change: one undone since then is."""


class Marks(NamedTuple):
    """Ids of concepts that came from the booth, and of those not as they were released."""

    from_booth: frozenset[str]
    changed: frozenset[str]


def marks(reader: Reader, glossary: str, among: Collection[str] | None = None) -> Marks:
    """Return the marks of a glossary, of the concepts `among` alone where they are given."""
    released = last_release(reader, glossary)
    if among is None:
        return _marks(reader, glossary, released, ())
    ids, found = sorted(among), Marks(frozenset(), frozenset())
    for at in range(0, len(ids), _AT_ONCE):
        some = _marks(reader, glossary, released, ids[at : at + _AT_ONCE])
        found = Marks(found.from_booth | some.from_booth, found.changed | some.changed)
    return found


def last_release(reader: Reader, glossary: str) -> int:
    """Return the number of the last change that a release has of a glossary; 0: never released."""
    [(seq,)] = reader.rows(
        "SELECT coalesce(max(seq), 0) FROM release WHERE glossary = ?", (glossary,)
    )
    return int(seq)


def last_version(reader: Reader, glossary: str) -> str:
    """Return the version of the last release of a glossary; empty where there is none."""
    rows = reader.rows(
        "SELECT version FROM release WHERE glossary = ? ORDER BY seq DESC, at DESC LIMIT 1",
        (glossary,),
    )
    return str(rows[0][0]) if rows else ""


def _marks(reader: Reader, glossary: str, released: int, ids: Collection[str]) -> Marks:
    among = f"AND concept IN ({','.join('?' * len(ids))})" if ids else ""
    booth = reader.rows(f"{_FROM_BOOTH} {among}", (glossary, *ids))
    changed = reader.rows(_CHANGED.format(among=among), (glossary, released, *ids))
    return Marks(frozenset(id_ for (id_,) in booth), frozenset(id_ for (id_,) in changed))
