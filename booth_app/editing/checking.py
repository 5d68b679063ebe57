"""The checks over what is stored: a whole glossary in a child process, one concept at once."""

import contextlib
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Final

from booth_app.editing.remembered import house_style
from booth_app.editing.similar import sharing_terms
from booth_app.jobs import Job, Limits, Progress
from booth_app.store.documents import concept_of
from booth_app.store.faults import damage
from booth_app.store.reading import Reader, all_documents
from booth_app.terminology.checks import GlossaryChecks, concept_problems, problems_beside
from booth_app.terminology.concept import Concept, ConceptKey
from booth_app.terminology.house_style import HouseStyle
from booth_app.terminology.problem import Problem

if TYPE_CHECKING:
    from booth_app.termbase import Termbase

_AT_ONCE: Final = 500
"""Concepts between two pieces of the answer; a third of a second's work on a slow machine."""

_LIMITS: Final = Limits(memory=2 << 30, cpu=900)
"""250,000 concepts take 50 s of processor time and 250 MB."""

Pieces = Sequence[Problem]


class Checking:
    """Checks the concepts of a term base. One thread (the window's) asks `of`.

    `style_of` tells how the house of a glossary writes; as it is stored where nobody says.
    """

    def __init__(
        self, termbase: "Termbase", style_of: Callable[[str], HouseStyle] | None = None
    ) -> None:
        self._termbase = termbase
        self._style_of = style_of or partial(house_style, termbase)

    def of(self, concept: Concept, *, infos: bool = True) -> list[Problem]:
        """Return what is wrong with `concept`, as it is being typed, in its glossary."""
        shared = (other for other, _, _ in sharing_terms(self._termbase, concept))
        others = [other for other in shared if other.glossary == concept.glossary]
        exists = _Known(self._termbase, concept.glossary)
        own = concept_problems(concept, self._style_of(concept.glossary), infos=infos)
        return [*own, *problems_beside(concept, others, exists)]

    def job(self, glossary: str, *, infos: bool = True) -> Job[Pieces]:
        """Return the work of checking a whole stored glossary, to be run in a thread.

        Its pieces are lists of problems, its progress is in concepts. Without `infos` only errors
        and warnings are told: of a glossary without sources each term would be one.
        """
        path, style = self._termbase.store.reader.path, self._style_of(glossary)
        return Job(_checked, path, glossary, style, infos, limits=_LIMITS)


class _Known:
    """Tells whether a glossary has a concept of an id."""

    def __init__(self, termbase: "Termbase", glossary: str) -> None:
        self._termbase = termbase
        self._glossary = glossary

    def __call__(self, id_: str) -> bool:
        return self._termbase.concept(ConceptKey(self._glossary, id_)) is not None


def _checked(
    path: Path, glossary: str, style: HouseStyle, infos: bool
) -> Iterator[Pieces | Progress]:
    """Yield the problems of a stored glossary; runs in the child."""
    checks = GlossaryChecks(style=style, infos=infos)
    total = _count(path, glossary)
    found: list[Problem] = []
    done = 0
    for done, concept in enumerate(_concepts(path, glossary), 1):
        found += checks.first(concept)
        if done % _AT_ONCE == 0:
            yield found
            yield Progress(done, total)
            found = []
    again = checks.at_odds()
    yield Progress(max(total, done), total)
    shared = checks.last(_concepts(path, glossary, again))
    while found := [*found, *islice(shared, _AT_ONCE)]:
        yield found
        found = []


def _count(path: Path, glossary: str) -> int:
    """Return about how many concepts there are: deleted and hidden ones count."""
    with contextlib.closing(Reader(path)) as reader:
        rows = reader.rows("SELECT count(*) FROM concept WHERE glossary = ?", (glossary,))
    return int(rows[0][0])


def _concepts(path: Path, glossary: str, among: set[str] | None = None) -> Iterator[Concept]:
    """Yield the visible concepts of a glossary, those `among` alone where that is given."""
    for row in all_documents(path):
        if row.glossary == glossary and (among is None or row.id in among):
            try:
                yield concept_of(row.glossary, row.document)
            except ValueError as error:
                raise damage(path) from error
