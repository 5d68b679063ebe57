"""Cross-references of another program's TBX: relations, where they lead to an entry of the file."""

import re
from functools import cached_property
from pathlib import Path
from typing import Final

_ENTRY: Final = re.compile(
    rb"<(?:[\w.\-]+:)?(?:conceptEntry|termEntry)\s[^>]{0,300}?\bid\s*=\s*[\"']([^\"'<>]{1,200})[\"']"
)
_CHUNK: Final = 1 << 20  # bytes
_LONGEST: Final = 600
"""Bytes in which an entry's id stands from its beginning on."""
_TYPES: Final = frozenset({"related", "broader", "narrower", "see", "supersedes"})


class EntryIds:
    """The ids of all entries of a file, looked for when the first is asked after.

    In encodings of two bytes a letter none is found: references are kept as they are.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    def __contains__(self, id_: object) -> bool:
        """Tell whether an entry has this id."""
        return id_ in self._ids

    @cached_property
    def _ids(self) -> frozenset[str]:
        ids: set[bytes] = set()
        rest = b""
        with self._path.open("rb") as file:
            while chunk := file.read(_CHUNK):
                data = rest + chunk
                ids.update(_ENTRY.findall(data))
                rest = data[-_LONGEST:]
        return frozenset(id_.decode("utf-8", "replace") for id_ in ids)


def relation(target: str, text: str) -> tuple[dict[str, str], str]:
    """Return the relation to `target`, and of the reference's text what the relation leaves out."""
    word = text.strip().casefold()
    if word in _TYPES:
        return {"to": target, "type": word}, ""
    return {"to": target, "type": "related"}, "" if text == target else text
