"""Reads a meeting folder: `meeting.yaml` and, beside it, the documents it names."""

from collections.abc import Hashable
from dataclasses import replace
from pathlib import Path
from typing import Final

import yaml

from booth_app.meeting.meeting import Document, Meeting
from booth_app.meeting.meeting_document import MeetingInvalid, Where, from_document, to_document

__all__ = ["MeetingUnreadable", "from_document", "read_meeting", "to_document"]

FILE: Final = "meeting.yaml"
LARGEST: Final = 4 * 1024 * 1024
"""The most bytes a meeting file or a document may have; the longest seen is under 100,000."""
DEEPEST: Final = 12
"""The most levels a meeting file may nest; a meeting needs six."""


class MeetingUnreadable(Exception):
    """A meeting folder that cannot be read; `str()` of it is the one sentence to show."""

    def __init__(self, file: Path, message: str, line: int | None = None) -> None:
        place = f"{file}, line {line}" if line else f"{file}"
        super().__init__(f"{place}: {message}.")


def read_meeting(folder: Path) -> Meeting:
    """Return the meeting of `folder` with the text of its documents, as received.

    Raises MeetingUnreadable, naming the file and the line, at the first fault.
    """
    file = folder / FILE
    plain, lines = _read_yaml(file)
    try:
        meeting = from_document(plain)
    except MeetingInvalid as fault:
        raise MeetingUnreadable(file, str(fault), _line(lines, fault.where)) from None
    documents = (_with_text(folder, document) for document in meeting.documents)
    return replace(meeting, documents=tuple(documents))


def _read_yaml(file: Path) -> tuple[object, dict[Where, int]]:
    """Return what `file` holds, every scalar as text, and the line of every place in it."""
    try:
        root = yaml.compose(_text(file), Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else None
        raise MeetingUnreadable(file, f"no YAML: {error.problem}", line) from None
    except (yaml.YAMLError, RecursionError) as error:
        reason = getattr(error, "reason", None) or "it nests too deep"
        raise MeetingUnreadable(file, f"no YAML: {reason}") from None
    if root is None:
        raise MeetingUnreadable(file, "it is empty")
    lines: dict[Where, int] = {}
    return _Plain(file, lines).value(root, ()), lines


class _Plain:
    """Turns the nodes of a YAML file into plain values and notes the line of each."""

    def __init__(self, file: Path, lines: dict[Where, int]) -> None:
        self._file = file
        self._lines = lines
        self._seen: set[int] = set()

    def value(self, node: yaml.Node, where: Where) -> object:
        line = self._lines.setdefault(where, node.start_mark.line + 1)
        if id(node) in self._seen:
            raise MeetingUnreadable(self._file, "YAML aliases are not read here", line)
        if len(where) > DEEPEST:
            raise MeetingUnreadable(self._file, "it nests too deep", line)
        self._seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, where)
        if isinstance(node, yaml.SequenceNode):
            return [self.value(part, (*where, at)) for at, part in enumerate(node.value)]
        return node.value

    def _mapping(self, node: yaml.MappingNode, where: Where) -> dict[Hashable, object]:
        mapping: dict[Hashable, object] = {}
        for key, value in node.value:
            line = key.start_mark.line + 1
            if not isinstance(key, yaml.ScalarNode):
                raise MeetingUnreadable(self._file, "a key must be text", line)
            if key.value in mapping:
                raise MeetingUnreadable(self._file, f"the key {key.value!r} is here twice", line)
            self._lines[*where, key.value] = line
            mapping[key.value] = self.value(value, (*where, key.value))
        return mapping


def _line(lines: dict[Where, int], where: Where) -> int | None:
    """Return the line of `where`, or of the nearest place around it that stands in the file."""
    return next((lines[w] for n in range(len(where), -1, -1) if (w := where[:n]) in lines), None)


def _with_text(folder: Path, document: Document) -> Document:
    if Path(document.file).name != document.file or document.file in (".", ".."):
        message = f"{document.file!r} must be the name of a file beside it"
        raise MeetingUnreadable(folder / FILE, message)
    return replace(document, text=_text(folder / document.file))


def _text(file: Path) -> str:
    """Return the text of `file` as it is: nothing is done to its line ends or its marks."""
    try:
        with file.open("rb") as opened:
            content = opened.read(LARGEST + 1)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise MeetingUnreadable(file, f"it cannot be read ({reason})") from None
    if len(content) > LARGEST:
        raise MeetingUnreadable(file, f"it is larger than {LARGEST // 1024 // 1024} MB")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise MeetingUnreadable(file, "it is not UTF-8", line) from None
