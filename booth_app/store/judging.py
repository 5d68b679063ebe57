"""What becomes of a concept that a file brings: judged by the three-way merge, stored by others.

Pure: states go in as documents, None where a concept does not exist, and a verdict comes out.
"""

from collections.abc import Sequence
from typing import Final, Literal, NamedTuple

from booth_app.store.documents import concept_of
from booth_app.terminology.concept import Concept
from booth_app.terminology.concept_document import to_json
from booth_app.terminology.differences import (
    Difference,
    Kind,
    differences,
    kind,
    with_field,
)
from booth_app.terminology.fields import EVERYTHING, Holds
from booth_app.terminology.merging import Merged, merged

Verdict = Literal["new", "changed", "same", "probable", "emptied", "conflict"]

WAITING: Final[frozenset[Verdict]] = frozenset({"probable", "emptied", "conflict"})
"""Verdicts of rows that wait for a person's decision."""


class Brought(NamedTuple):
    """A concept as a file brings it, under the id it has in the glossary.

    `line` and `tells` are for whoever decides about it. `base_rev`: the revision that the file was
    written from, 0 where that is unknown. `known_as`: the id of the concept that it was in this
    glossary before that was made part of `id`, empty where it always was `id`. `probable`: it may
    be `id`, which a person is to say; then `document` has no id of its own. `marks`: those of the
    states that it came from, newest first. `speaks`: what it leaves out it does so on purpose.
    """

    id: str
    document: str
    line: int = 0
    base_rev: int = 0
    known_as: str = ""
    tells: tuple[str, ...] = ()
    probable: bool = False
    marks: tuple[str, ...] = ()
    speaks: bool = False


class Wanted(NamedTuple):
    """A state that was decided on, in sight of the state `base`; None: the concept is not there.

    Where it is in another state by then, what was changed since stays. `said`: what the file says
    that was decided about, which is known from then on.
    """

    id: str
    base: str | None
    document: str | None
    said: str | None = None


class Judged(NamedTuple):
    """What becomes of it. `stores`: `document` is the concept's new state, None deletes it.

    `base` is the state the verdict was found with. `said` is what it says, under the ids that its
    terms have here, where all of that is in the concept's new state, or was decided about.
    `parked`: it waits in a review already.
    """

    verdict: Verdict
    kind: Kind | Literal[""] = ""
    stores: bool = False
    document: str | None = None
    base: str | None = None
    said: str | None = None
    parked: bool = False

    @property
    def waits(self) -> bool:
        """Whether a person is to decide about it."""
        return self.verdict in WAITING


class FileChange(NamedTuple):
    """A change of a concept: its state before, and whether it came from a file."""

    before: str | None
    from_file: bool


_SAME: Final = Judged("same")


def judged(
    glossary: str, brought: Brought, mine: str | None, base: str | None, holds: Holds = EVERYTHING
) -> Judged:
    """Return what becomes of a concept that is in the state `mine`.

    `base` is the last state that both sides had. Where sides changed different fields the two are
    merged; what is emptied or changed on both sides stays as mine and waits.
    """
    theirs = brought.document
    if mine == theirs:
        return _SAME
    if mine is None:
        return _of_absent(glossary, brought, base, holds)
    own, other = concept_of(glossary, mine), concept_of(glossary, theirs)
    if brought.probable:
        return _of_probable(own, other, holds)
    known = own if base == mine else _concept(glossary, base)
    merge = merged(known, own, other, holds=holds)
    concept = merge.without_emptied() if brought.speaks else merge.concept
    stores = bool(merge.taken or (merge.emptied and brought.speaks))
    document = to_json(concept) if stores else None
    if merge.conflicts:
        return Judged("conflict", "text", stores, document, base)
    if merge.emptied and not brought.speaks:
        return Judged("emptied", "emptied", stores, document, base)
    said = to_json(merge.theirs)
    if stores:
        found = kind(merge.taken) if not merge.emptied else "emptied"
        return Judged("changed", found, stores, document, base, said)
    return Judged("same", base=base, said=said)


def decided(glossary: str, wanted: Wanted, mine: str | None) -> Judged:
    """Return what becomes of a decision: a conflict where it clashes with a later change.

    What clashes stays as it is by then; everything else is as it was decided.
    """
    if mine == wanted.document:
        return _SAME
    if mine == wanted.base:
        verdict: Verdict = "new" if mine is None else "changed"
        return Judged(verdict, "", stores=True, document=wanted.document, base=wanted.base)
    if mine is None or wanted.document is None:
        return Judged("conflict", "text", base=wanted.base)  # deleted here, changed there
    base = _concept(glossary, wanted.base)
    own, other = concept_of(glossary, mine), concept_of(glossary, wanted.document)
    merge = merged(base, own, other)
    concept = merge.without_emptied()
    verdict = "conflict" if merge.conflicts else "changed"
    if concept == own:
        return Judged(verdict, "text", base=wanted.base) if merge.conflicts else _SAME
    return Judged(verdict, "text", stores=True, document=to_json(concept), base=wanted.base)


def base_from_files(
    glossary: str, changes: Sequence[FileChange], state: str | None, known: str | None = None
) -> str | None:
    """Return what the files said of a concept, whose changes these are, oldest first.

    `state` is the one after the last change, `known` what they said before the first. What people
    changed is left out of it, field by field: a file that does not know of such a change must not
    seem to take it back.
    """
    base = known
    after = [change.before for change in changes[1:]]
    for change, now in zip(changes, [*after, state], strict=False):  # of none there is no after
        if not change.from_file:
            continue
        base = now if now is None or change.before == base else _on(glossary, base, change, now)
    return base


def _on(glossary: str, base: str | None, change: FileChange, now: str) -> str:
    """Return `base` with what `change` did to other fields than people's."""
    after = concept_of(glossary, now)
    concept = _concept(glossary, base) or Concept(glossary=glossary, id=after.id)
    for difference in differences(_concept(glossary, change.before), after):
        concept = with_field(concept, difference.field, difference.after)
    return to_json(concept)


def _of_absent(glossary: str, brought: Brought, base: str | None, holds: Holds) -> Judged:
    """Judge what is not there: never was, or was deleted, against which an edit is a conflict."""
    if base is None:
        return Judged("new", "", stores=True, document=brought.document)
    known, other = concept_of(glossary, base), concept_of(glossary, brought.document)
    if _says_nothing(merged(known, known, other, holds=holds)):
        return _SAME
    return Judged("conflict", "text", base=base)


def _of_probable(own: Concept, other: Concept, holds: Holds) -> Judged:
    merge = merged(None, own, other, holds=holds)
    if _says_nothing(merge):
        return _SAME
    return Judged("probable", kind(_all(merge)))


def _says_nothing(merge: Merged) -> bool:
    return not (merge.taken or merge.conflicts or merge.emptied)


def _all(merge: Merged) -> list[Difference]:
    clashing = (Difference(each.field, each.mine, each.theirs) for each in merge.conflicts)
    return [*merge.taken, *clashing]


def _concept(glossary: str, document: str | None) -> Concept | None:
    return None if document is None else concept_of(glossary, document)
