"""The folder that holds the released state of a glossary, a YAML file a concept."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from booth_app.terminology.concept import Concept
from booth_app.terminology.concept_document import to_document
from booth_app.terminology.glossary_folder import (
    CONCEPT_ID,
    UnreadableFileError,
    concept_files,
    read_concept,
    unheard,
)
from booth_app.terminology.glossary_writing import UnwritableGlossaryError, write_glossary


class ReleasedFolder:
    """One such folder, and what became of it.

    `changed` are the files that say something else than before, `removed` those of concepts that
    are not released any more, `left` those that were to go and say what Booth never knew.
    `unnamed` are released concepts whose ids cannot name a file.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.changed: tuple[Path, ...] = ()
        self.removed: list[Path] = []
        self.left: list[Path] = []
        self.unnamed: list[str] = []
        self._released: set[str] = set()

    def write(self, concepts: Iterable[Concept], looked: Callable[[], object] = unheard) -> None:
        """Write `concepts`, each beside its file and then in its place.

        `looked` is called as each file that is there was looked at. Raises
        UnwritableGlossaryError, and what `concepts` and `looked` raise: every file is whole then.
        """
        self.changed = write_glossary(self.path, self._nameable(concepts), looked)

    def remove_others(self, states: Callable[[str], Iterable[Concept]]) -> None:
        """Remove the files of concepts that were not written, where they hold nobody's work.

        `states` are all that a concept (by id) has been in the store, none for a strange one: its
        file is somebody's own and stays. Raises UnwritableGlossaryError.
        """
        for file in sorted(concept_files(self.path)):
            known = [] if file.stem in self._released else [*states(file.stem)]
            if known and self._says_one_of(file, known):
                self._remove(file)
            elif known:
                self.left.append(file)

    def _nameable(self, concepts: Iterable[Concept]) -> Iterator[Concept]:
        for concept in concepts:
            if CONCEPT_ID.fullmatch(concept.id):
                self._released.add(concept.id)
                yield concept
            else:
                self.unnamed.append(concept.id)

    def _says_one_of(self, file: Path, known: Iterable[Concept]) -> bool:
        try:
            there = to_document(read_concept(file, self.path.name))
        except UnreadableFileError:
            return False
        return any(to_document(state) == there for state in known)

    def _remove(self, file: Path) -> None:
        try:
            file.unlink()
        except OSError as fault:
            raise UnwritableGlossaryError(f"{file} was not removed: {fault.strerror}") from None
        self.removed.append(file)
