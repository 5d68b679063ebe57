"""Writes concepts into a glossary folder, one YAML file each.

Only a changed concept's file is touched, and in it only the changed lines: comments, quotes and
the order of keys stay as the person who wrote them had them. A new file is canonical. Every file
is written beside its place and renamed, so a full disk leaves the old one whole.
"""

import contextlib
import json
import os
from collections.abc import Callable, Iterable
from pathlib import Path

from booth_app.terminology.concept import Concept
from booth_app.terminology.concept_document import from_document, to_document
from booth_app.terminology.concept_yaml import BadYamlError, YamlDocument, emit
from booth_app.terminology.document import Document, InvalidDocumentError
from booth_app.terminology.glossary_folder import (
    CONCEPT_ID,
    UnreadableFileError,
    concepts_in,
    read_concept,
    unheard,
)
from booth_app.terminology.schema import FILE_NAME, concept_schema


class UnwritableGlossaryError(Exception):
    """A folder or file that cannot be written, in one sentence. What was there is as it was."""


def write_glossary(
    folder: Path, concepts: Iterable[Concept], looked: Callable[[], object] = unheard
) -> tuple[Path, ...]:
    """Write `concepts` into `folder`, made where it is missing; return the concept files written.

    Files of other concepts are left alone. `looked` is called as each file that is there was looked
    at, before any is written. Raises UnwritableGlossaryError, and what `concepts` and `looked`
    raise; files written before that stay.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise UnwritableGlossaryError(f"{folder} cannot be made: {fault.strerror}") from None
    schema = json.dumps(concept_schema(), indent=2, ensure_ascii=False) + "\n"
    if not (folder / FILE_NAME).exists():
        _replace(folder / FILE_NAME, schema)
    files: dict[str, Path] = {}
    for path, concept in concepts_in(folder, unheard):
        files[concept.id] = path
        looked()
    written = (write_concept(files.get(c.id, folder / f"{c.id}.yaml"), c) for c in concepts)
    return tuple(path for path in written if path is not None)


def write_concept(path: Path, concept: Concept) -> Path | None:
    """Write `concept` to `path`; return None where the file says the same already.

    Raises UnwritableGlossaryError, also where the file that is there cannot be read: it may hold
    somebody's work.
    """
    if not CONCEPT_ID.fullmatch(concept.id):
        raise UnwritableGlossaryError(f"{concept.id!r} cannot name a file; letters, digits and _")
    document = to_document(concept)
    if not path.exists():
        return _replace(path, emit(document))
    try:
        there = to_document(read_concept(path, concept.glossary))
    except UnreadableFileError as fault:
        raise UnwritableGlossaryError(f"{path}, line {fault.line}: {fault}; it was left") from None
    return None if there == document else _replace(path, _rewritten(path, there, document))


def _rewritten(path: Path, old: Document, new: Document) -> str:
    """Return the file's text with what differs changed; canonical text where that fails."""
    from booth_app.terminology.concept_patch import patched

    data = path.read_bytes().decode("utf-8-sig")
    text = patched(data, old, new)
    if text is None or not _says(text, new):
        text = emit(new)
    return text.replace("\n", "\r\n") if "\r\n" in data else text


def _says(text: str, document: Document) -> bool:
    try:
        return to_document(from_document("", YamlDocument(text).document)) == document
    except (BadYamlError, InvalidDocumentError):
        return False


def _replace(path: Path, text: str) -> Path:
    beside = path.with_name(f".{path.name}.new")
    try:
        with beside.open("wb") as file:
            file.write(text.encode("utf-8"))
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except OSError as fault:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)
        why = fault.strerror or type(fault).__name__
        raise UnwritableGlossaryError(f"{path} was not written: {why}") from None
    return path
