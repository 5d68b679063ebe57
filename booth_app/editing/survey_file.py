"""The survey of a glossary in the cache: a file that can be made again at any time."""

import hashlib
import json
import tempfile
import zipfile
from pathlib import Path
from typing import Final, NamedTuple

import numpy as np

from booth_app.editing.survey import Columns, Survey
from booth_app.lookup.strings import Strings
from booth_app.terminology.folding import FOLDING_VERSION

_FORMAT: Final = 1
_UNREADABLE: Final = (OSError, ValueError, KeyError, TypeError, EOFError, zipfile.BadZipFile)
"""What a file that is cut short or damaged makes its reading raise."""


class Standing(NamedTuple):
    """What a survey is true of: a database at a change, seen with an editor's eyes.

    `operation` is that of change number `seq`; `seen` are the editor's languages, the house style
    and the last release.
    """

    database: str
    glossary: str
    seq: int
    operation: str
    seen: str


def file_of(cache: Path, glossary: str) -> Path:
    """Return where the survey of a glossary is kept."""
    name = hashlib.sha256(glossary.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return cache / f"survey-{name}.npz"


def keep(file: Path, columns: Columns, standing: Standing) -> None:
    """Write the columns in place of what `file` held; raises OSError where that cannot be."""
    head = json.dumps({"format": _FORMAT, "folding": FOLDING_VERSION, **standing._asdict()})
    file.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=file.parent, prefix=file.name, delete=False) as beside:
        np.savez(
            beside,
            allow_pickle=False,
            head=np.frombuffer(head.encode(), dtype=np.uint8),
            ids=columns.ids.block,
            id_ends=columns.ids.ends,
            keys=columns.keys.block,
            key_ends=columns.keys.ends,
            bits=columns.bits,
            problems=columns.problems,
            by_id=columns.by_id,
        )
    Path(beside.name).replace(file)


def kept(file: Path) -> tuple[Standing, Survey] | None:
    """Return the survey that is kept, and what it is true of; None where there is none whole."""
    try:
        with file.open("rb") as opened, np.load(opened, allow_pickle=False) as archive:
            head = json.loads(archive["head"].tobytes())
            if (head.pop("format"), head.pop("folding")) != (_FORMAT, FOLDING_VERSION):
                return None
            standing = Standing(**head)
            columns = Columns(
                Strings(archive["ids"], archive["id_ends"]),
                Strings(archive["keys"], archive["key_ends"]),
                archive["bits"],
                archive["problems"],
                archive["by_id"],
            )
        return standing, Survey(columns, standing.seq)
    except _UNREADABLE:
        return None
