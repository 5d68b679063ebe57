"""The YAML of one concept file: text to document, with lines, and document to canonical text.

Every scalar is read as text (`no` stays "no", `010` stays "010"). Aliases, tags that construct
things and several documents in one file are refused: a concept needs none of them.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

import yaml

from booth_app.terminology.document import Document, InvalidDocumentError, Where

SCHEMA_LINE: Final = "# yaml-language-server: $schema=concept.schema.json"
"""The first line of every concept file: editors that know it complete and check the keys."""

_LOADER: Final = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
"""libyaml's, where PyYAML was built with it: about ten times faster."""

_PROSE: Final = frozenset({"definition", "note", "usage_note", "context", "trap", "advice"})
"""Keys whose text is prose: each in a block of its own, one line a paragraph."""

_PLAIN: Final = re.compile(r"[^\W\d_](?:[^\s:#]|:(?=[^\s:])|(?<=[^\s])#| (?=[^\s#]))*")
"""Text that every YAML reader takes as it stands, but for the words below."""

_WORDS: Final = frozenset(
    {"y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan", "inf"}
)
"""Words that some YAML readers take for something else than text."""

_UNPRINTABLE: Final = re.compile(
    "[^\t\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010fffe]"
)
_ESCAPED: Final = re.compile(f'["\\\\\t\n]|{_UNPRINTABLE.pattern}')
_ESCAPES: Final[Mapping[str, str]] = {
    '"': '\\"',
    "\\": "\\\\",
    "\0": "\\0",
    "\a": "\\a",
    "\b": "\\b",
    "\t": "\\t",
    "\n": "\\n",
    "\v": "\\v",
    "\f": "\\f",
    "\r": "\\r",
    "\x1b": "\\e",
    "\x85": "\\N",
    "\u2028": "\\L",
    "\u2029": "\\P",
}


class YamlDocument:
    """A parsed concept file: its document, and the line each value stands on.

    Raises BadYamlError where the text is no YAML of ours.
    """

    def __init__(self, text: str) -> None:
        try:
            self._root: yaml.Node | None = yaml.compose(text, _LOADER)
            if self._root is None:
                raise BadYamlError("the file is empty", 1)
            self.document: Any = _value(self._root, set())
        except yaml.MarkedYAMLError as fault:
            mark = fault.problem_mark or fault.context_mark
            raise BadYamlError(_sentence(fault), mark.line + 1 if mark else 1) from None
        except yaml.reader.ReaderError as fault:
            line = text.count("\n", 0, fault.position) + 1
            raise BadYamlError("a character that YAML does not allow", line) from None
        except (yaml.YAMLError, RecursionError):
            raise BadYamlError("nested too deeply", 1) from None

    def line(self, where: Where) -> int:
        """Return the line (from 1) of the value at `where`, of what holds it where it is absent."""
        node = self._root
        line = 1
        for step in where:
            key, node = _inside(node, step)
            if node is None:
                break
            line = (key or node).start_mark.line + 1
        return line


class BadYamlError(InvalidDocumentError):
    """Text that is no YAML, or none of ours, with the line (from 1) where that shows."""

    def __init__(self, message: str, line: int) -> None:
        super().__init__(message)
        self.at_line = line


def emit(document: Document) -> str:
    """Return `document` as the canonical text of a concept file, its last line ended."""
    return "\n".join((SCHEMA_LINE, *_mapping_lines(document, ""), ""))


def emit_value(key: str, value: object) -> str:
    """Return `key` with `value` as canonical text, as it stands in a mapping of its own."""
    return "\n".join((*_mapping_lines({key: value}, ""), ""))


def _value(node: yaml.Node, seen: set[int]) -> Any:  # noqa: ANN401 - text, lists, mappings of such
    if id(node) in seen:
        raise BadYamlError("an alias (*name) repeats this; write it out", node.start_mark.line + 1)
    seen.add(id(node))
    if isinstance(node, yaml.ScalarNode):
        return node.value
    if isinstance(node, yaml.SequenceNode):
        return [_value(item, seen) for item in node.value]
    found: Document = {}
    for key, value in node.value:
        line = key.start_mark.line + 1
        if not isinstance(key, yaml.ScalarNode):
            raise BadYamlError("a key that is not text", line)
        if key.value in found:
            raise BadYamlError(f"the key {key.value!r} stands twice", line)
        found[key.value] = _value(value, seen)
    return found


def _inside(node: yaml.Node | None, step: str | int) -> tuple[yaml.Node | None, yaml.Node | None]:
    """Return the key and the value that `step` leads to inside `node`."""
    if isinstance(node, yaml.MappingNode):
        return next(((k, v) for k, v in node.value if k.value == step), (None, None))
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return None, node.value[step]
    return None, None


def _sentence(fault: yaml.MarkedYAMLError) -> str:
    said = ", ".join(part for part in (fault.context, fault.problem) if part)
    return f"not YAML: {' '.join(said.split())}"


def _mapping_lines(mapping: Mapping[str, object], indent: str) -> Iterator[str]:
    for key, value in mapping.items():
        head = f"{indent}{_scalar(key)}:"
        if isinstance(value, str):
            yield from _text_lines(head, value, f"{indent}  ", prose=key in _PROSE)
        elif isinstance(value, Mapping):
            yield f"{head}" if value else f"{head} {{}}"
            yield from _mapping_lines(value, f"{indent}  ")
        elif isinstance(value, Sequence):
            yield f"{head}" if value else f"{head} []"
            yield from _list_lines(value, f"{indent}  ")


def _list_lines(items: Sequence[object], indent: str) -> Iterator[str]:
    for item in items:
        if isinstance(item, Mapping):
            first, *rest = _mapping_lines(item, f"{indent}  ")
            yield f"{indent}- {first.lstrip()}"
            yield from rest
        else:
            yield f"{indent}- {_scalar(str(item))}"


def _text_lines(head: str, text: str, indent: str, *, prose: bool) -> Iterator[str]:
    lines = text.split("\n")
    if prose and _stands_in_block(text, lines):
        yield f"{head} >-" if len(lines) == 1 else f"{head} |-"
        yield from (f"{indent}{line}" if line else "" for line in lines)
    else:
        yield f"{head} {_scalar(text)}"


def _stands_in_block(text: str, lines: Sequence[str]) -> bool:
    ragged = any(line != line.rstrip() for line in lines) or text != text.strip()
    return bool(text) and not ragged and not _UNPRINTABLE.search(text)


def _scalar(text: str) -> str:
    plain = _PLAIN.fullmatch(text) and text.lower() not in _WORDS and not _UNPRINTABLE.search(text)
    return text if plain else f'"{_ESCAPED.sub(_escape, text)}"'


def _escape(found: re.Match[str]) -> str:
    character = found.group()
    if character in _ESCAPES:
        return _ESCAPES[character]
    code = ord(character)
    if code <= 0xFF:
        return f"\\x{code:02X}"
    return f"\\u{code:04X}" if code <= 0xFFFF else f"\\U{code:08X}"
