"""Short marks of the states of a concept: by them two term bases tell the last state both had.

A revision number means something in one database alone, and in its copies no more as soon as one
of them changes. The mark of a state is made of what the state says, so it is the same everywhere.
"""

import hashlib
import json
from base64 import b32hexencode
from collections.abc import Sequence
from typing import Any, Final, NamedTuple

OF_TERMS: Final = "t"
"""What a mark begins with that is of the terms alone, for files that hold nothing else."""

_BYTES: Final = 10  # sixteen letters
_MOST: Final = 20  # states


class Revision(NamedTuple):
    """Which revision of a concept is written, and the states it has been in, newest first.

    `documents` are as `concept_document.to_json` makes them. Files say `rev` for people to see;
    `marks` go into them to be merged by.
    """

    rev: int = 0
    documents: Sequence[str] = ()

    @property
    def marks(self) -> str:
        """The marks of the newest states, with spaces between."""
        return " ".join(mark(each) for each in self.documents[:_MOST])

    @property
    def marks_of_terms(self) -> str:
        """Those of their terms alone."""
        return " ".join(mark_of_terms(each) for each in self.documents[:_MOST])


def mark(document: str) -> str:
    """Return the mark of a state."""
    digest = hashlib.blake2b(document.encode("utf-8", "surrogatepass"), digest_size=_BYTES)
    return "s" + b32hexencode(digest.digest()).decode("ascii").lower()


def mark_of_terms(document: str) -> str:
    """Return the mark of what a state says in its terms."""
    plain: Any = json.loads(document)
    sections = plain.get("languages", {})
    terms = {lang: said["terms"] for lang, said in sections.items() if said.get("terms")}
    return OF_TERMS + mark(json.dumps([plain["id"], terms], ensure_ascii=False))


def marks_like(marks: Sequence[str], documents: Sequence[str]) -> list[str]:
    """Return the marks of `documents`, of the kind that `marks` are."""
    of_terms = bool(marks) and marks[0].startswith(OF_TERMS)
    return [mark_of_terms(each) if of_terms else mark(each) for each in documents]


def last_common(ours: Sequence[str], theirs: Sequence[str]) -> str | None:
    """Return the mark of the last state that two histories, both oldest first, have in common.

    States come back when something is undone; so the histories are laid beside each other, as
    much of them as fits. None: nothing does, or several states could be the last.
    """
    lengths = [0] * (len(theirs) + 1)
    longest, ends = 0, set[str]()
    for one in ours:
        before = lengths
        lengths = [0]
        for at, other in enumerate(theirs):
            fits = before[at] + 1 if one == other else 0
            lengths.append(max(fits, before[at + 1], lengths[at]))
            if fits and fits >= longest:
                ends = {one} if fits > longest else {*ends, one}
                longest = fits
    return ends.pop() if len(ends) == 1 else None
