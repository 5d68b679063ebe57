"""Which glossary a file goes into, and what is known there of the concepts it brings."""

from collections.abc import Iterable
from typing import Final

from booth_app.exchange.read_file import FileFacts
from booth_app.paths import bundled
from booth_app.store.additions import BOOTH
from booth_app.store.documents import concept_of
from booth_app.store.reading import HIDDEN, Reader, glossary_documents
from booth_app.terminology.concept import ConceptKey
from booth_app.terminology.glossary_folder import glossary_folders
from booth_app.terminology.joining import BOOTH as REDIRECTED
from booth_app.terminology.joining import ids_before
from booth_app.terminology.matching import Known

_THERE: Final = "SELECT 1 FROM concept WHERE glossary = ? LIMIT 1"
_FROM_FILE: Final = (
    "SELECT {} FROM batch CROSS JOIN change ON change.batch = batch.id"
    " WHERE batch.note = ? AND batch.visible AND change.glossary = ?"
)

_TAKEN_OUT: Final = (
    f"SELECT id, document FROM concept WHERE deleted AND batch NOT IN ({HIDDEN}) AND glossary = ?"
    f" AND id IN ({_FROM_FILE.format('change.concept')}) ORDER BY id"
)


def target(reader: Reader, facts: FileFacts, file: str, name: str, into: str) -> str:
    """Return the glossary a file goes into: `into`, else the one it names, else one of its own.

    `file` is the name of the file, `name` what a glossary of its own is called. Another file's
    glossary of that name is left alone, as are Booth's own: then a number follows.
    """
    if into or facts.glossary:
        return into or facts.glossary
    own = {BOOTH, *(path.name for path in glossary_folders(bundled("glossaries")))}
    number, free = 1, name
    while free in own or (is_there(reader, free) and not _came_from(reader, free, file)):
        number += 1
        free = f"{name}-{number}"
    return free


def is_there(reader: Reader, glossary: str) -> bool:
    """Tell whether a glossary has, or had, any concept."""
    return bool(reader.rows(_THERE, (glossary,)))


def ids(reader: Reader, glossary: str) -> frozenset[str]:
    """Return the ids that are, or were, used in a glossary."""
    found = reader.rows("SELECT id FROM concept WHERE glossary = ?", (glossary,))
    return frozenset(str(id_) for (id_,) in found)


def visible_ids(reader: Reader, glossary: str, among: Iterable[str]) -> frozenset[str]:
    """Return those of the ids that a concept has which is there."""
    found = reader.documents(ConceptKey(glossary, id_) for id_ in among)
    return frozenset(row.id for row in found)


def ids_from(reader: Reader, glossary: str, file: str) -> frozenset[str]:
    """Return the ids of the concepts of a glossary that came from a file of this name."""
    found = reader.rows(_FROM_FILE.format("DISTINCT change.concept"), (file, glossary))
    return frozenset(str(id_) for (id_,) in found)


def redirects(reader: Reader, glossary: str) -> dict[str, str]:
    """Return the ids of concepts that were made part of others, each with the one it is part of."""
    holding = f'"system":"{REDIRECTED}"'
    found = glossary_documents(reader.path, glossary, holding)
    concepts = (concept_of(glossary, row.document) for row in found)
    return {old: concept.id for concept in concepts for old in ids_before(concept)}


def known(reader: Reader, glossary: str) -> Known:
    """Return the concepts of a glossary as a file's are matched with them."""
    found = glossary_documents(reader.path, glossary)
    return Known((row.id, concept_of(glossary, row.document)) for row in found)


def taken_out(reader: Reader, glossary: str, file: str) -> Known:
    """Return the concepts that came from a file of this name and were deleted since."""
    found = reader.rows(_TAKEN_OUT, (glossary, file, glossary))
    return Known((id_, concept_of(glossary, document)) for id_, document in found)


def _came_from(reader: Reader, glossary: str, file: str) -> bool:
    return bool(reader.rows(_FROM_FILE.format("1") + " LIMIT 1", (file, glossary)))
