"""What a release brings into its glossary, and what it takes out of it.

A release speaks for the glossary: what it emptied or deleted goes here too, unless somebody
changed it here. What was added here stays, and what both sides changed waits as a review.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Final

from booth_app.editing.bringing import Bringing
from booth_app.exchange.read_file import ReadConcept
from booth_app.exchange.release_writing import Release
from booth_app.store.file_bases import base
from booth_app.store.judging import Brought, Wanted
from booth_app.store.opened_releases import is_older, opened_version
from booth_app.store.reading import Reader
from booth_app.store.released_states import RELEASED
from booth_app.store.verdicts import Item
from booth_app.terminology.concept import ConceptKey
from booth_app.terminology.state_marks import mark

_AT_ONCE: Final = 200  # concepts
_TAKEN_OUT: Final = (
    "SELECT concept.id, before FROM concept JOIN batch ON batch.id = concept.batch JOIN change ON"
    " change.glossary = concept.glossary AND change.concept = concept.id"
    f" WHERE concept.glossary = ? AND deleted AND visible AND batch.origin = '{RELEASED.origin}'"
    " AND before NOT NULL AND concept.id IN ({})"
)


def release_items(
    reader: Reader, bringing: Bringing, release: Release, pieces: Iterable[Sequence[ReadConcept]]
) -> Iterator[Sequence[Item]]:
    """Yield the concepts of a release, some at a time, then those that are to go.

    One that is older than one that was opened brings nothing back that releases took out.
    """
    older = is_older(release.version, opened_version(reader, bringing.glossary))
    for piece in pieces:
        brought = [*bringing.brought(piece)]
        out = _taken_out(reader, bringing.glossary, brought) if older else frozenset()
        yield [each for each in brought if each.id not in out]
    gone = iter(release.gone)
    while ids := [*islice(gone, _AT_ONCE)]:
        yield [*_deleted(reader, bringing.glossary, release.were, ids)]


def states(reader: Reader, glossary: str, ids: Iterable[str]) -> dict[str, str]:
    """Return the documents, as JSON and by id, of those of the concepts that are there."""
    keys = (ConceptKey(glossary, id_) for id_ in ids)
    return {row.id: row.document for row in reader.documents(keys)}


def _taken_out(reader: Reader, glossary: str, brought: Sequence[Brought]) -> frozenset[str]:
    """Return which of these concepts a release took out, where they say nothing that is new."""
    marks = ",".join("?" * len(brought))
    found = reader.rows(_TAKEN_OUT.format(marks), (glossary, *(each.id for each in brought)))
    known = set(found)
    return frozenset(each.id for each in brought if (each.id, each.document) in known)


def _deleted(
    reader: Reader, glossary: str, were: Mapping[str, str], ids: Iterable[str]
) -> Iterator[Wanted]:
    """Yield which of the concepts that are gone there are to go here.

    That is those in a state that was known where they were deleted. Of a release that does not
    say which, those that are as the last release left them.
    """
    for id_, mine in states(reader, glossary, ids).items():
        if id_ in were:
            is_known = mark(mine) in were[id_].split()
        else:
            is_known = base(reader.rows, glossary, id_, mine, RELEASED) == mine
        if is_known:
            yield Wanted(id_, mine, None)
