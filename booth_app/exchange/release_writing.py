"""A release of a glossary: one file with a checksum over every byte of it.

A first line names the format, zlib-packed JSON lines follow (what the release is, then a concept
a line), and a last line has the SHA-256 of all before it. So a file that was cut or changed on
its way is refused before anything of it is unpacked, and a packed one is unpacked in bounds.
"""

import hashlib
import json
import re
import zlib
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from pathlib import Path
from typing import Final

from booth_app.exchange.file_writing import beside
from booth_app.terminology.concept import Concept
from booth_app.terminology.concept_document import to_document
from booth_app.terminology.document import clean
from booth_app.terminology.state_marks import Revision

SUFFIX: Final = ".boothglossary"
MAGIC: Final = b"Booth glossary release "
FORMAT: Final = 1
HEADER: Final = MAGIC + b"%d\n" % FORMAT
CHECKSUM: Final = b"\nSHA-256 "
TRAILER: Final = len(CHECKSUM) + 2 * hashlib.sha256().digest_size + 1
"""Bytes of the last line, with the line ends around it."""

STATES: Final = "states"
"""Beside the keys of a concept: the marks of the states that it came from."""

_NO_NAME: Final = re.compile(r"[^\w.\-]+")


@dataclass(frozen=True, slots=True)
class Release:
    """What a release is.

    `version`: its date, as 2026.11.24, and behind a dot its number where it is not the day's
    first. `at`: when, in ISO 8601. `concepts` and `terms` (by language) count what is in it.
    `gone`: ids that the glossary had and has no more, each with the id of the concept it was made
    part of, else with nothing; `were`: the marks of the states that these had been in
    (`state_marks`), with spaces between.
    """

    glossary: str
    version: str
    person: str = ""
    at: str = ""
    concepts: int = 0
    terms: Mapping[str, int] = field(default_factory=dict)
    gone: Mapping[str, str] = field(default_factory=dict)
    were: Mapping[str, str] = field(default_factory=dict)

    @property
    def file_name(self) -> str:
        """The name of its file, as NAME-2026.11.24.boothglossary."""
        return f"{folder_name(self.glossary)}-{self.version}{SUFFIX}"


def folder_name(glossary: str) -> str:
    """Return the name of a glossary as it can name a file or a folder on every system."""
    return _NO_NAME.sub("_", clean(glossary)).strip("._") or "glossary"


def version_of(day: date, taken: Collection[str]) -> str:
    """Return the version of a release of that day, none of those that are `taken`."""
    version = first = f"{day:%Y.%m.%d}"
    number = 1
    while version in taken:
        number += 1
        version = f"{first}.{number}"
    return version


def write_release(
    path: Path, release: Release, concepts: Iterable[tuple[Concept, Revision]]
) -> str:
    """Write `concepts`, each with the states it came from, to `path` as `release`.

    Returns the checksum. Raises FileUnwritable.
    """
    with beside(path) as new, new.open("wb") as file:
        digest = hashlib.sha256()
        for piece in _pieces(release, concepts):
            digest.update(piece)
            file.write(piece)
        file.write(CHECKSUM + digest.hexdigest().encode("ascii") + b"\n")
    return digest.hexdigest()


def _pieces(release: Release, concepts: Iterable[tuple[Concept, Revision]]) -> Iterator[bytes]:
    yield HEADER
    packer = zlib.compressobj(9)
    head = {key: _cleaned(value) for key, value in asdict(release).items()}
    yield packer.compress(json.dumps(head, ensure_ascii=False).encode("utf-8") + b"\n")
    for concept, revision in concepts:
        document = {**to_document(concept), STATES: revision.marks}
        yield packer.compress(json.dumps(document, ensure_ascii=False).encode("utf-8") + b"\n")
    yield packer.flush()


def _cleaned(value: object) -> object:
    return clean(value) if isinstance(value, str) else value
