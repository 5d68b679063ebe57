"""The survey of a whole stored glossary: every concept is read and checked once."""

import contextlib
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import Final

from booth_app.editing.survey import Columns
from booth_app.editing.survey_facts import BITS, MOST_PROBLEMS, TWINS, Facts, facts
from booth_app.editing.survey_file import Standing, keep
from booth_app.editing.survey_marks import Marks, marks
from booth_app.jobs import Progress
from booth_app.languages import Lang
from booth_app.store.documents import concept_of
from booth_app.store.faults import damage
from booth_app.store.reading import Reader, all_documents
from booth_app.terminology.checks import GlossaryChecks
from booth_app.terminology.concept import Concept
from booth_app.terminology.house_style import HouseStyle
from booth_app.terminology.problem import Problem

_AT_ONCE: Final = 500
"""Concepts between two words to who waits."""


def surveyed(
    path: Path, file: Path, standing: Standing, languages: Sequence[Lang], style: HouseStyle
) -> Columns:
    """Return the columns of a stored glossary, kept in `file` where that can be written.

    `languages` are the editor's, the own first.
    """
    making = _Making(path, standing.glossary, languages, style)
    for _ in making.pieces():
        pass
    with contextlib.suppress(OSError):
        keep(file, making.columns, standing)
    return making.columns


def surveyed_away(
    path: Path, file: Path, standing: Standing, languages: Sequence[Lang], style: HouseStyle
) -> Iterator[Progress]:
    """Leave the survey in `file` and yield how far it is; runs in the child.

    Raises OSError where the file cannot be written.
    """
    making = _Making(path, standing.glossary, languages, style)
    yield from making.pieces()
    keep(file, making.columns, standing)


class _Making:
    """A survey under way; `columns` are there once `pieces` has come to its end."""

    columns: Columns

    def __init__(
        self, path: Path, glossary: str, languages: Sequence[Lang], style: HouseStyle
    ) -> None:
        self._path = path
        self._glossary = glossary
        self._languages = languages
        self._checks = GlossaryChecks(style=style, infos=False)
        with contextlib.closing(Reader(path)) as reader:
            self._total = _count(reader, glossary)
            self._marks: Marks = marks(reader, glossary)

    def pieces(self) -> Iterator[Progress]:
        """Read, check and sort; yield how far it is."""
        found: list[Facts] = []
        for concept in self._concepts():
            found.append(self._facts(concept))
            if len(found) % _AT_ONCE == 0:
                yield Progress(len(found), self._total)
        self.columns = Columns.of(self._with_shared(found))
        yield Progress(max(self._total, len(found)), self._total)

    def _facts(self, concept: Concept) -> Facts:
        return facts(
            concept,
            self._checks.first(concept),
            self._languages,
            from_booth=concept.id in self._marks.from_booth,
            is_changed=concept.id in self._marks.changed,
        )

    def _with_shared(self, found: list[Facts]) -> list[Facts]:
        """Return the facts with the problems that concepts have together."""
        at_odds = self._checks.at_odds()
        shared: defaultdict[str, list[Problem]] = defaultdict(list)
        for problem in self._checks.last(self._concepts(at_odds)):
            shared[problem.concept].append(problem)
        none: list[Problem] = []
        return [_with(each, shared.get(each.id, none)) for each in found]

    def _concepts(self, among: Collection[str] | None = None) -> Iterator[Concept]:
        for row in all_documents(self._path):
            if row.glossary == self._glossary and (among is None or row.id in among):
                try:
                    yield concept_of(row.glossary, row.document)
                except ValueError as error:
                    raise damage(self._path) from error


def _with(found: Facts, problems: Sequence[Problem]) -> Facts:
    """Return the facts with more problems, found beside the others."""
    if not problems:
        return found
    twins = BITS["twins"] if any(p.check in TWINS for p in problems) else 0
    return found._replace(
        bits=found.bits | BITS["problems"] | twins,
        problems=min(found.problems + len(problems), MOST_PROBLEMS),
    )


def _count(reader: Reader, glossary: str) -> int:
    """Return about how many concepts there are: deleted and hidden ones count."""
    rows = reader.rows("SELECT count(*) FROM concept WHERE glossary = ?", (glossary,))
    return int(rows[0][0])
