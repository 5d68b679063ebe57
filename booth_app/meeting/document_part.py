"""Reads values out of a meeting's document (mappings, lists, text), each with its place."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Final, TypeVar
from zoneinfo import ZoneInfo

from booth_app.languages import LANGUAGES
from booth_app.meeting.meeting import Text, Wording

Where = tuple[str | int, ...]
"""The place of a value in a document: its keys and list positions, from the outermost in."""

_T = TypeVar("_T")
_TRUTHS: Final = {True: True, False: False, "true": True, "false": False}


@dataclass
class MeetingInvalid(Exception):
    """A document that describes no meeting. `where` leads to the value at fault."""

    message: str
    where: Where = ()

    def __str__(self) -> str:
        """Return the sentence, with the place before it."""
        place = ".".join(str(step) for step in self.where)
        return f"{place}: {self.message}" if place else self.message


class Part:
    """A mapping inside a document, the only keys it may have, and the place it stands at.

    Every question raises MeetingInvalid, with the place, where the value is not of its kind.
    """

    def __init__(self, value: object, where: Where, known: Collection[str]) -> None:
        if not isinstance(value, dict):
            raise MeetingInvalid("keys with values expected", where)
        unknown = [key for key in value if key not in known]
        if unknown:
            names = ", ".join(sorted(known))
            raise MeetingInvalid(f"unknown key {unknown[0]!r}; known: {names}", where)
        self.values = value
        self.where = where

    def text(self, key: str) -> str:
        """Return the text of `key`, empty where it is absent."""
        value = self.values.get(key, "")
        if not isinstance(value, str):
            raise MeetingInvalid("text expected", (*self.where, key))
        return value

    def required(self, key: str) -> str:
        """Return the text of `key`, which must be there and not blank."""
        if not self.text(key).strip():
            raise MeetingInvalid(f"the key {key!r} is missing or empty", self.where)
        return self.text(key)

    def truth(self, key: str) -> bool:
        """Return whether `key` is true, as a truth value or as the word; absent is false."""
        value = self.values.get(key, False)
        if not isinstance(value, str | bool) or value not in _TRUTHS:
            raise MeetingInvalid("true or false expected", (*self.where, key))
        return _TRUTHS[value]

    def one_of(self, key: str, allowed: Collection[_T]) -> _T:
        """Return the value of `key`, which must be one of `allowed`."""
        value = self.text(key)
        for candidate in allowed:
            if candidate == value:
                return candidate
        names = ", ".join(str(name) for name in allowed)
        raise MeetingInvalid(f"{value!r} is none of: {names}", (*self.where, key))

    def each(self, key: str, read: Callable[[object, Where], _T]) -> tuple[_T, ...]:
        """Return the list of `key`, each value as `read` makes it; empty where it is absent."""
        value = self.values.get(key, [])
        place = (*self.where, key)
        if not isinstance(value, list):
            raise MeetingInvalid("a list expected", place)
        return tuple(read(entry, (*place, at)) for at, entry in enumerate(value))

    def texts(self, key: str) -> tuple[str, ...]:
        """Return the list of texts of `key`."""
        return self.each(key, _line)

    def text_in_languages(self, key: str) -> Text:
        """Return the text of `key` in the languages it has there."""
        part = Part(self.values.get(key, {}), (*self.where, key), LANGUAGES)
        present = (lang for lang in LANGUAGES if lang in part.values)
        return {lang: _wording(part.values[lang], (*part.where, lang)) for lang in present}

    def moment(self, key: str, zone: ZoneInfo) -> datetime:
        """Return the time of `key`, which has its offset, in `zone`."""
        value = self.required(key)
        try:
            moment = datetime.fromisoformat(value)
            if moment.tzinfo is not None:
                return moment.astimezone(zone)
        except (ValueError, OverflowError):
            pass
        wanted = "a time with its offset from UTC, like 2021-01-22T16:00:00+01:00"
        raise MeetingInvalid(f"{value!r} is not {wanted}", (*self.where, key))


def _line(value: object, where: Where) -> str:
    if not isinstance(value, str):
        raise MeetingInvalid("text expected", where)
    return value


def _wording(value: object, where: Where) -> Wording:
    part = Part(value, where, Wording._fields)
    return Wording(part.required("text"), part.truth("verified"))
