"""Glossary files of Booth's own: a folder of concept files, or one of them (YAML)."""

from collections.abc import Iterator
from pathlib import Path

from booth_app.exchange.read_file import FileFacts, ReadConcept
from booth_app.exchange.report import FileReport, FileUnreadable
from booth_app.terminology.concept import Concept
from booth_app.terminology.concept_document import to_json
from booth_app.terminology.glossary_folder import UnreadableFileError, concept_files, read_concept


class GlossaryFiles:
    """A glossary folder, which names its glossary, or a single concept file, which does not.

    `done` and `size` count files. A concept file of a folder that cannot be read is a problem; a
    single one raises FileUnreadable, as does a folder without any.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.done = 0
        self.report = FileReport()
        folder = path.is_dir()
        self.facts = FileFacts("yaml", glossary=path.resolve().name if folder else "")
        self._files = sorted(concept_files(path)) if folder else [path]
        if not self._files:
            raise FileUnreadable(path, "is a folder without concept files (ID.yaml)")

    @property
    def size(self) -> int:
        """How many files there are."""
        return len(self._files)

    def concepts(self) -> Iterator[ReadConcept]:
        """Yield the concepts by file name; of two with one id the first counts."""
        met: dict[str, str] = {}
        for file in self._files:
            self.done += 1
            concept = self._read(file)
            if concept is None:
                continue
            if concept.id in met:
                said = f"{file.name}: {met[concept.id]} has the same id, {concept.id}: left out."
                self.report.tell(1, said)
                continue
            met[concept.id] = file.name
            self.report.count(concept)
            yield ReadConcept(1, concept.id, to_json(concept))

    def close(self) -> None:
        """Each file was closed when it had been read."""

    def _read(self, file: Path) -> Concept | None:
        try:
            return read_concept(file, self.facts.glossary)
        except UnreadableFileError as fault:
            if file == self.path:
                reason = f"cannot be read as a concept, line {fault.line}: {fault}"
                raise FileUnreadable(self.path, reason) from None
            self.report.tell(fault.line, f"{file.name}: {fault}")
            return None
