"""Reads a glossary folder: one YAML file a concept, `ID.yaml`, flat.

Names that begin with `_` or `.` are no concepts. A file that cannot be read is named with its
line, and the rest is read.
"""

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from booth_app.terminology.concept import Concept
from booth_app.terminology.concept_document import from_document
from booth_app.terminology.concept_yaml import BadYamlError, YamlDocument
from booth_app.terminology.document import InvalidDocumentError
from booth_app.terminology.problem import Problem, Severity

LARGEST: Final = 1_000_000
"""Bytes of the largest concept file that is read; 500 terms with sources take about 150,000."""

CONCEPT_ID: Final = re.compile(r"[A-Za-z0-9_]{1,80}")
"""What an id may be: it names a file, on every system."""


class UnreadableFileError(Exception):
    """A concept file that cannot be read: one sentence, and the line (from 1) at fault."""

    def __init__(self, message: str, line: int = 1, concept: str = "") -> None:
        super().__init__(message)
        self.line = line
        self.concept = concept

    def problem(self, path: Path) -> Problem:
        """Return it as a problem of the file at `path`."""
        return _problem(path, "schema", str(self), self.line, self.concept)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a folder holds. `files` leads from a concept's id to its file."""

    concepts: tuple[Concept, ...] = ()
    problems: tuple[Problem, ...] = ()
    files: Mapping[str, Path] = field(default_factory=dict)

    def located(self, problems: Iterable[Problem]) -> Iterator[Problem]:
        """Yield each of `problems` with its file and line; those of a concept best together."""
        read: tuple[Path, YamlDocument | None] | None = None
        for problem in problems:
            path = self.files.get(problem.concept)
            if path is None or problem.file:
                yield problem
                continue
            if read is None or read[0] != path:
                read = (path, _yaml(path))
            line = read[1].line(problem.where) if read[1] else 1
            yield replace(problem, file=str(path), line=line)


def glossary_folders(folder: Path) -> tuple[Path, ...]:
    """Return the folders inside `folder` that hold concept files, by name; none where none is."""
    try:
        inside = sorted(path for path in folder.iterdir() if path.is_dir())
    except OSError:
        return ()
    return tuple(path for path in inside if any(concept_files(path)))


def read_glossary(folder: Path) -> Reading:
    """Read every concept file of `folder`, by file name; the folder's name is the glossary's.

    Of two files with one id the first counts. A folder that is not there holds nothing.
    """
    concepts: list[Concept] = []
    files: dict[str, Path] = {}
    problems: list[Problem] = []
    for path, concept in concepts_in(folder, problems.append):
        concepts.append(concept)
        files[concept.id] = path
    return Reading(tuple(concepts), tuple(problems), files)


def concepts_in(folder: Path, tell: Callable[[Problem], object]) -> Iterator[tuple[Path, Concept]]:
    """Yield the concepts of `folder` with their files, one at a time; problems go to `tell`.

    All of a large glossary at once would hold up every other thread when they are let go.
    """
    files: dict[str, Path] = {}
    for path in sorted(concept_files(folder)):
        try:
            concept = read_concept(path, folder.name)
        except UnreadableFileError as fault:
            tell(fault.problem(path))
            continue
        if concept.id in files:
            said = f"{files[concept.id].name} has the same id"
            tell(_problem(path, "duplicate_id", said, 1, concept.id))
            continue
        files[concept.id] = path
        if concept.id != path.stem:
            said = f"the file of {concept.id} should be {concept.id}.yaml"
            tell(_problem(path, "file_name", said, 1, concept.id, "warning"))
        yield path, concept


def unheard(*_told: object) -> None:
    """Take no notice of what is told."""


def _yaml(path: Path) -> YamlDocument | None:
    """Return the file as it is now, None where it can be read no more."""
    try:
        return YamlDocument(_text(path))
    except (UnreadableFileError, BadYamlError):
        return None


def read_concept(path: Path, glossary: str) -> Concept:
    """Read one concept file. Raises UnreadableFileError."""
    text = _text(path)
    try:
        parsed = YamlDocument(text)
    except BadYamlError as fault:
        raise UnreadableFileError(str(fault), fault.at_line, path.stem) from None
    try:
        concept = from_document(glossary, parsed.document)
        if not CONCEPT_ID.fullmatch(concept.id):
            raise InvalidDocumentError(f"{concept.id!r} is no id: letters, digits and _", ("id",))
    except InvalidDocumentError as fault:
        raise UnreadableFileError(str(fault), parsed.line(fault.where), path.stem) from None
    return concept


def concept_files(folder: Path) -> Iterator[Path]:
    """Yield the files of `folder` that are named like concepts, in no order."""
    return (path for path in folder.glob("*.yaml") if not path.name.startswith(("_", ".")))


def content_hash(folder: Path) -> str:
    """Return a digest of the names and bytes of all concept files."""
    digest = hashlib.sha256()
    for path in sorted(concept_files(folder)):
        digest.update(path.name.encode("utf-8", "surrogateescape") + b"\0")
        try:
            digest.update(hashlib.sha256(_bytes(path)).digest())
        except UnreadableFileError as fault:
            digest.update(str(fault).encode("utf-8", "surrogateescape"))
    return digest.hexdigest()


def _text(path: Path) -> str:
    data = _bytes(path)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        line = data.count(b"\n", 0, fault.start) + 1
        raise UnreadableFileError("the file is not UTF-8", line, path.stem) from None


def _bytes(path: Path) -> bytes:
    try:
        if not path.is_file():
            raise UnreadableFileError("this is no file", 1, path.stem)
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as fault:
        why = fault.strerror or type(fault).__name__
        raise UnreadableFileError(f"cannot be read: {why}", 1, path.stem) from None
    if len(data) > LARGEST:
        message = f"larger than a concept can be ({LARGEST:,} bytes)"
        raise UnreadableFileError(message, 1, path.stem)
    return data


def _problem(
    path: Path, check: str, message: str, line: int, concept: str, severity: Severity = "error"
) -> Problem:
    return Problem(
        check=check,
        severity=severity,
        message=message,
        concept=concept,
        file=str(path),
        line=line,
    )
