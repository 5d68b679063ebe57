"""Changes the values that differ in a concept file's text, and nothing else (ruamel.yaml).

Imported only when a file is rewritten: ruamel.yaml takes long to import.
"""

import io
from collections.abc import Iterator, Sequence
from typing import Any, Final

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import ScalarNode
from ruamel.yaml.resolver import VersionedResolver

from booth_app.languages import LANGUAGES
from booth_app.terminology.concept_keys import (
    CONCEPT_KEYS,
    SECTION_KEYS,
    TERM_KEYS,
    TRAP_KEYS,
)
from booth_app.terminology.concept_yaml import emit_value
from booth_app.terminology.document import Document

_WIDE: Final = 2**30
"""Characters a line may have: none is ever broken."""

_ORDERS: Final[dict[str, Sequence[str]]] = {
    "languages": LANGUAGES,
    "terms": TERM_KEYS,
    "traps": TRAP_KEYS,
    **dict.fromkeys(LANGUAGES, SECTION_KEYS),
}
"""The order of the keys in the mappings that stand under a key."""


class _TextResolver(VersionedResolver):
    """Takes every plain scalar for text, so that none is written in another way than it was."""

    def resolve(self, kind: Any, value: Any, implicit: Any) -> Any:  # noqa: ANN401 - ruamel's
        """Override VersionedResolver.resolve."""
        if kind is ScalarNode:
            return self.DEFAULT_SCALAR_TAG
        return super().resolve(kind, value, implicit)


def patched(text: str, old: Document, new: Document) -> str | None:
    """Return `text`, which says `old`, changed so that it says `new`.

    None where ruamel.yaml does not understand the text; whether the result does say `new` is
    for the caller to see.
    """
    yaml = _round_trip()
    out = io.StringIO()
    try:
        root = yaml.load(text)
        _patch_mapping(root, old, new, CONCEPT_KEYS)
        yaml.dump(root, out)
    except (YAMLError, TypeError, ValueError, LookupError, AttributeError):
        return None
    return out.getvalue()


def _round_trip() -> YAML:
    yaml = YAML()
    yaml.Resolver = _TextResolver
    yaml.preserve_quotes = True
    yaml.width = _WIDE
    yaml.indent(mapping=2, sequence=4, offset=2)
    return yaml


def _patch_mapping(node: CommentedMap, old: Document, new: Document, order: Sequence[str]) -> None:
    old, new = _as_it_stands(node, old, order), _as_it_stands(node, new, order)
    for key in [key for key in old if key not in new]:
        del node[key]
    for key, value in new.items():
        before = old.get(key)
        if value == before:
            continue
        if isinstance(before, dict) and isinstance(node.get(key), CommentedMap):
            _patch_mapping(node[key], before, value, _ORDERS.get(key, ()))
        elif isinstance(before, list) and isinstance(node.get(key), CommentedSeq):
            _patch_list(node[key], before, value, key)
        elif key in node:
            node[key] = _fresh(key, value)
        else:
            node.insert(_place(node, key, order), key, _fresh(key, value))


def _as_it_stands(node: CommentedMap, document: Document, known: Sequence[str]) -> Document:
    """Return `document` with the extras that stand beside the known keys in the file there too."""
    extra = document.get("extra", {})
    beside = {key: value for key, value in extra.items() if key in node and key not in known}
    rest = {key: value for key, value in extra.items() if key not in beside}
    found = {key: value for key, value in document.items() if key != "extra"} | beside
    return found | {"extra": rest} if rest else found


def _patch_list(node: CommentedSeq, old: list[Any], new: list[Any], key: str) -> None:
    """Make `node`, which holds `old`, hold `new`: items are the same where their names are."""
    names = [_name(item) for item in old]
    wanted = [_name(item) for item in new]
    for at in reversed(range(len(names))):
        if names[at] not in wanted:
            del node[at], names[at]
    before = dict(zip((_name(item) for item in old), old, strict=True))
    for at, (name, item) in enumerate(zip(wanted, new, strict=True)):
        if name not in names[at:]:
            node.insert(at, _fresh(key, [item])[0])
            names.insert(at, name)
            continue
        held = names.index(name, at)
        if held != at:
            node.insert(at, node.pop(held))
            names.insert(at, names.pop(held))
        if isinstance(item, dict) and item != before[name]:
            _patch_mapping(node[at], before[name], item, _ORDERS.get(key, ()))
    while len(node) > len(new):
        del node[-1]


def _name(item: object) -> tuple[str, ...]:
    """Return what makes a list's item the same one before and after a change."""
    if not isinstance(item, dict):
        return (str(item),)
    if "term" in item or "trap" in item:
        return (item["id"],)
    return tuple(_flat(item))


def _flat(item: Document) -> Iterator[str]:
    for key, value in item.items():
        yield from (key, str(value))


def _place(node: CommentedMap, key: str, order: Sequence[str]) -> int:
    """Return where `key` belongs in `node`: behind the last key that comes before it."""
    before = order[: order.index(key)] if key in order else order
    return max((at + 1 for at, there in enumerate(node) if there in before), default=0)


def _fresh(key: str, value: object) -> Any:  # noqa: ANN401 - ruamel's
    """Return `value` of `key` as ruamel.yaml reads it from canonical text."""
    return _round_trip().load(emit_value(key, value))[key]
