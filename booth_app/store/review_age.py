"""Whether a review is of what its source said last: what was said before is no base any more."""

import json
from typing import TYPE_CHECKING, Any, Final

from booth_app.store.documents import storable
from booth_app.store.history import BUNDLED
from booth_app.store.reading import Reader
from booth_app.store.reviews import Review
from booth_app.store.said import Source, source_of

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Connection

_ORIGINS: Final = {"release": "release", BUNDLED: BUNDLED}
"""The origins of what comes in these formats; all others are imports."""

_APPLIED: Final = "applied"
_OLDER: Final = "older"
"""Keys of a review's document: the batches that carried it out; it is of an older word."""

_LATER: Final = (
    "SELECT EXISTS (SELECT 1 FROM review WHERE glossary = ? AND format = ? AND id > ?"
    " AND (? = '' OR file = ?)) OR EXISTS (SELECT 1 FROM batch WHERE visible AND origin = ?"
    " AND (? = '' OR note = ?) AND id > ? AND id NOT IN"
    " (SELECT value FROM json_each(?)))"
)


def said_by(reader: Reader, review: Review) -> Source:
    """Return whose word a review is; of an older word of a source that it was, once."""
    source = source_of(_ORIGINS.get(review.format, "import"), review.file)
    if not _is_older(reader, review, source):
        return source
    return Source("import", f"{review.file}, {review.at[:16].replace('T', ' ')}")


def keep_applied(connection: "Connection", review: str, batch: str) -> None:
    """Keep that a batch carried out what was decided in a review."""
    from booth_app.store.tables import review as kept

    for id_, document in _documents(connection, kept.c.id == review):
        applied = [*document.get(_APPLIED, ()), batch]
        _keep(connection, id_, {**document, _APPLIED: applied})


def outdate(connection: "Connection", glossary: str, folder: str) -> None:
    """Keep that the open reviews of a folder are of what it said before it was written again."""
    from booth_app.store.tables import review as kept

    its = (kept.c.glossary == glossary) & (kept.c.file == folder) & (kept.c.state == "open")
    for id_, document in _documents(connection, its):
        _keep(connection, id_, {**document, _OLDER: True})


def _documents(
    connection: "Connection", which: "ColumnElement[bool]"
) -> list[tuple[str, dict[str, Any]]]:
    from sqlalchemy import select

    from booth_app.store.tables import review as kept

    found = connection.execute(select(kept.c.id, kept.c.document).where(which))
    return [(id_, json.loads(document or "{}")) for id_, document in found]


def _keep(connection: "Connection", review: str, document: dict[str, Any]) -> None:
    from sqlalchemy import update

    from booth_app.store.tables import review as kept

    told = update(kept).where(kept.c.id == review)
    connection.execute(told.values(document=storable(json.dumps(document, ensure_ascii=False))))


def _is_older(reader: Reader, review: Review, source: Source) -> bool:
    """Tell whether the source said something else since, or a release was written over it."""
    [(text,)] = reader.rows("SELECT document FROM review WHERE id = ?", (review.id,))
    document = json.loads(text or "{}")
    if document.get(_OLDER):
        return True
    applied = json.dumps(document.get(_APPLIED, []))
    own = (source.note, source.note)
    [(later,)] = reader.rows(
        _LATER,
        (
            *(review.glossary, review.format, review.id, *own),
            *(source.origin, *own, review.id, applied),
        ),
    )
    return bool(later)
