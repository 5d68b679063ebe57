"""Reads values out of plain documents (mappings, lists, text), each with its place.

Nothing in here knows what a concept is; `concept_document` does.
"""

import json
import re
import unicodedata
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from typing import Any, Final, TypeVar, cast

Document = dict[str, Any]
Where = tuple[str | int, ...]
"""The place of a value in a document: its keys and list positions, from the outermost in."""

_LONE_SURROGATE: Final = re.compile("[\ud800-\udfff]")

_T = TypeVar("_T")


@dataclass
class InvalidDocumentError(Exception):
    """A document that does not describe what it should. `where` leads to the value at fault."""

    message: str
    where: Where = ()

    def __str__(self) -> str:
        """Return the sentence, with the place before it."""
        place = ".".join(str(step) for step in self.where)
        return f"{place}: {self.message}" if place else self.message


def clean(text: str) -> str:
    """Return `text` in NFC; lone surrogates, which no file can hold, become U+FFFD."""
    if text.isascii():
        return text
    return unicodedata.normalize("NFC", _LONE_SURROGATE.sub("\ufffd", text))


def texts(value: object, where: Where = ()) -> Iterator[tuple[Where, str]]:
    """Yield every text inside `value` with its place."""
    if isinstance(value, str):
        yield where, value
    elif isinstance(value, dict):
        for key, held in value.items():
            yield from texts(held, (*where, key))
    elif isinstance(value, list):
        for at, held in enumerate(value):
            yield from texts(held, (*where, at))


class Part:
    """A mapping inside a document. Every question raises InvalidDocumentError with the place.

    `known`, where given, are the only keys it may have.
    """

    def __init__(
        self, value: object, where: Where = (), known: Collection[str] | None = None
    ) -> None:
        if not isinstance(value, dict) or not all(isinstance(key, str) for key in value):
            raise InvalidDocumentError(f"keys with values expected, found {_kind(value)}", where)
        self.values = cast("Document", value)
        self.where = where
        unknown = [key for key in self.values if known is not None and key not in known]
        if unknown:
            names = ", ".join(sorted(known or ()))
            raise InvalidDocumentError(f"unknown key {unknown[0]!r}; known: {names}", where)

    def text(self, key: str) -> str:
        """Return the text of `key`, empty where it is absent."""
        value = self.values.get(key, "")
        if not isinstance(value, str):
            raise InvalidDocumentError(f"text expected, found {_kind(value)}", (*self.where, key))
        return clean(value)

    def required(self, key: str) -> str:
        """Return the text of `key`, which must be there and not blank."""
        if key not in self.values:
            raise InvalidDocumentError(f"the key {key!r} is missing", self.where)
        return filled(self.values[key], (*self.where, key))

    def part(self, key: str) -> "Part":
        """Return the mapping of `key`, an empty one where it is absent."""
        return Part(self.values.get(key) or {}, (*self.where, key))

    def each(self, key: str, read: Callable[[object, Where], _T]) -> tuple[_T, ...]:
        """Return the list of `key`, each value as `read` makes it; empty where it is absent."""
        value = self.values.get(key) or []
        place = (*self.where, key)
        if not isinstance(value, list):
            raise InvalidDocumentError(f"a list expected, found {_kind(value)}", place)
        return tuple(read(item, (*place, at)) for at, item in enumerate(value))

    def one_of(self, key: str, allowed: Collection[_T], absent: _T) -> _T:
        """Return the value of `key`, one of `allowed`; `absent` where it is absent or empty."""
        value = self.text(key)
        if not value:
            return absent
        for candidate in allowed:
            if candidate == value:
                return candidate
        names = ", ".join(str(name) for name in allowed)
        raise InvalidDocumentError(f"{value!r} is none of: {names}", (*self.where, key))

    def extra(self, known: Collection[str]) -> dict[str, str]:
        """Return what stands under `extra` and under keys that are not `known`.

        What is not text there becomes JSON, so that nothing is lost.
        """
        unknown = {key: value for key, value in self.values.items() if key not in known}
        both = {**unknown, **self.part("extra").values}
        return {clean(key): _as_text(value) for key, value in both.items()}


def filled(value: object, where: Where) -> str:
    """Return `value`, which must be text that is not blank; raises InvalidDocumentError."""
    if not isinstance(value, str):
        raise InvalidDocumentError(f"text expected, found {_kind(value)}", where)
    if not value.strip():
        raise InvalidDocumentError("it is empty", where)
    return clean(value)


def _as_text(value: object) -> str:
    return clean(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False))


def _kind(value: object) -> str:
    if isinstance(value, str):
        return "text"
    if isinstance(value, dict):
        return "keys with values"
    return "a list" if isinstance(value, list) else type(value).__name__
