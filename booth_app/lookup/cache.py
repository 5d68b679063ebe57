"""The index in a file of its own, so that a start reads it and builds nothing.

One file: a line of JSON (versions, the columns with their types and lengths, their check sum), then
the columns one after another. It can be rebuilt at any time, so whatever is wrong with it is no
fault to report: it is read as absent.
"""

import json
import os
import sys
import tempfile
import zlib
from pathlib import Path
from typing import Any, BinaryIO, Final

import numpy as np
import numpy.typing as npt

from booth_app.lookup.inflection import INFLECTION_VERSION
from booth_app.lookup.phrase_table import PhraseTable
from booth_app.lookup.segment import Segment
from booth_app.lookup.strings import Strings
from booth_app.lookup.vocabulary import Vocabulary
from booth_app.terminology.folding import FOLDING_VERSION

FORMAT: Final = (
    f"booth look-up 8, folding {FOLDING_VERSION}, inflection {INFLECTION_VERSION}, "
    f"{sys.byteorder}-endian"
)
FILE: Final = "lookup.index"

_VOCABULARY: Final = (
    *("bare", "kin_sums", "kin_words", "sound_sums", "sound_words", "lengths", "letters"),
)
_SEGMENT: Final = (
    *("postings", "first", "spelt", "spelt_from", "concept", "lang", "status", "marks", "glossary"),
)
_PHRASES: Final = ("numbers", "first", "terms", "reach", "buckets")

_MAPPED: Final = (
    *("texts.block", "ids.block", "marks", *(f"phrases.{name}" for name in _PHRASES)),
)
"""Columns that stay in the file: of the first two a look-up reads ten short pieces, the others
are for spotting alone."""
_ALIGNED: Final = 8
"""Each column begins at a multiple of so many bytes: numpy copies what does not, to search it."""
_PIECE: Final = 1 << 20

_UNREADABLE: Final = (OSError, ValueError, KeyError, TypeError, MemoryError, RecursionError)
"""What a damaged file makes its reading raise."""

_SPLIT: Final = 1 << 18
"""Bytes of words that are split at once."""

_Column = npt.NDArray[Any]


def write(segment: Segment, folder: Path) -> None:
    """Write `segment` into `folder`, made where it is missing; a file there is replaced whole."""
    columns = _columns(segment)
    head = {
        "format": FORMAT,
        "columns": [[name, str(c.dtype), len(c)] for name, c in columns.items()],
        "sum": _sum(columns),
    }
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=folder, prefix=FILE, delete=False) as file:
        line = json.dumps(head).encode()
        file.write(line + b" " * _to_align(len(line) + 1) + b"\n")
        for column in columns.values():
            file.write(_padded(column))
    os.replace(file.name, folder / FILE)


def read(folder: Path) -> Segment | None:
    """Return the segment written in `folder`; None: none, cut short, damaged, another version."""
    try:
        with (folder / FILE).open("rb") as file:
            head = json.loads(file.readline(100_000))
            if head["format"] != FORMAT:
                return None
            if _sum_of(file) != head["sum"]:
                return None
            columns = {name: _column(file, name, kind, n) for name, kind, n in head["columns"]}
            return None if file.read(1) else _segment(columns)
    except _UNREADABLE:
        return None


def _column(file: BinaryIO, name: str, kind: str, length: int) -> _Column:
    dtype = np.dtype(kind)
    start, size = file.tell(), length * dtype.itemsize
    if name in _MAPPED and length:
        mapped = np.memmap(file, dtype, "r", offset=start, shape=(length,))
        column: _Column = mapped.view(np.ndarray)  # each piece of a memmap is a memmap, made slowly
    else:
        column = np.fromfile(file, dtype=dtype, count=length)
    if len(column) != length:
        raise ValueError("cut short")
    file.seek(start + size + _to_align(size))
    return column


def _sum_of(file: BinaryIO) -> int:
    """Return the check sum of the rest of the file, which is read from here again."""
    start, total = file.tell(), 0
    while piece := file.read(_PIECE):
        total = zlib.crc32(piece, total)
    file.seek(start)
    return total


def _sum(columns: dict[str, _Column]) -> int:
    total = 0
    for column in columns.values():
        total = zlib.crc32(_padded(column), total)
    return total


def _padded(column: _Column) -> bytes:
    return column.tobytes() + bytes(_to_align(column.nbytes))


def _to_align(size: int) -> int:
    return -size % _ALIGNED


def _columns(segment: Segment) -> dict[str, _Column]:
    vocabulary = segment.vocabulary
    words = "\n".join(vocabulary.words).encode("utf-8", "surrogatepass")
    forms = Strings.packed(segment.forms.values())
    glossaries = Strings.packed(segment.glossaries)
    return {
        "words": np.frombuffer(words, dtype=np.uint8),
        **{name: getattr(vocabulary, name) for name in _VOCABULARY},
        **{name: getattr(segment, name) for name in _SEGMENT},
        **{f"phrases.{name}": getattr(segment.phrases, name) for name in _PHRASES},
        "phrases.width": np.array([segment.phrases.width]),
        **_packed("texts", segment.texts),
        **_packed("ids", segment.ids),
        **_packed("glossaries", glossaries),
        "form_terms": np.array(list(segment.forms), dtype=np.int32),
        **_packed("forms", forms),
    }


def _packed(name: str, strings: Strings) -> dict[str, _Column]:
    return {f"{name}.block": strings.block, f"{name}.ends": strings.ends}


def _words(column: _Column) -> list[str]:
    """Return the words, split some at a time: one call for all would hold the window up 50 ms."""
    block, words, start = column.tobytes(), list[str](), 0
    while start < len(block):
        end = block.find(b"\n", start + _SPLIT)
        end = len(block) if end < 0 else end
        words += str(block[start:end], "utf-8", "surrogatepass").split("\n")
        start = end + 1
    return words


def _segment(columns: dict[str, _Column]) -> Segment:
    def strings(name: str) -> Strings:
        return Strings(columns[f"{name}.block"], columns[f"{name}.ends"])

    vocabulary = Vocabulary(
        words=_words(columns["words"]),
        **{name: columns[name] for name in _VOCABULARY},
    )
    return Segment(
        vocabulary=vocabulary,
        phrases=PhraseTable(
            **{name: columns[f"phrases.{name}"] for name in _PHRASES},
            width=columns["phrases.width"].item(),
        ),
        **{name: columns[name] for name in _SEGMENT},
        texts=strings("texts"),
        ids=strings("ids"),
        glossaries=list(strings("glossaries")),
        forms=dict(zip(columns["form_terms"].tolist(), strings("forms"), strict=True)),
    )
