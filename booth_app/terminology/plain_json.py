"""The stored JSON of a plain document without making the concept: six times as fast.

For readers of a hundred thousand concepts. It knows the plain cases alone; whatever else a
document has, `concept_document` tells what it is, or what is wrong with it.
"""

import json
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any, Final, Literal

from booth_app.languages import LANGUAGES
from booth_app.terminology.concept import APPROVALS, ATTESTED, STATUSES, TERM_TYPES
from booth_app.terminology.concept_document import from_document, to_json
from booth_app.terminology.concept_keys import SECTION_KEYS, TERM_KEYS
from booth_app.terminology.document import Document, clean

_CONCEPT: Final = frozenset({"id", "subject", "external", "note", "languages", "extra"})
_LANGUAGES: Final = frozenset(LANGUAGES)
_LISTED: Final[Mapping[str, Mapping[str, str]]] = {
    "status": {**{name: name for name in STATUSES}, "": "admitted"},
    "type": {**{name: name for name in TERM_TYPES}, "": ""},
    "attested": {**{name: name for name in ATTESTED}, "none": "", "": ""},
    "approval": {**{name: name for name in APPROVALS}, "draft": "", "": ""},
}
"""The values a term may have and how each is written; what is empty is left out."""

_quoted: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


class _Unusual(Exception):
    """A document that is no plain case."""


def json_of(glossary: str, document: Document) -> str:
    """Return what `to_json` makes of the concept that `document` describes.

    Raises InvalidDocumentError where it describes none.
    """
    try:
        plain = _concept(document)
    except (_Unusual, TypeError, AttributeError):  # of another kind than it should be
        return to_json(from_document(glossary, document))
    return _quoted(plain)


def _concept(document: Document) -> Document:
    if not document.keys() <= _CONCEPT:
        raise _Unusual
    ids: set[str] = set()
    plain = {
        "id": _filled(document.get("id")),
        "subject": _text(document.get("subject", "")),
        "external": _list(document.get("external", []), _reference),
        "note": _text(document.get("note", "")),
        "languages": _sections(document.get("languages", {}), ids),
        "extra": _extra(document.get("extra", {})),
    }
    return {key: value for key, value in plain.items() if value}


def _sections(sections: Any, ids: set[str]) -> Document:  # noqa: ANN401 - a document's value
    if not isinstance(sections, dict) or not sections.keys() <= _LANGUAGES:
        raise _Unusual
    return {lang: _section(sections[lang], ids) for lang in LANGUAGES if lang in sections}


def _section(section: Document, ids: set[str]) -> Document:
    if not isinstance(section, dict):
        raise _Unusual
    plain: Document = {}
    for key in _in_order("section", *section):
        value = section[key]
        if key == "terms":
            written: Any = _list(value, _term)
            before = len(ids)
            ids.update(term["id"] for term in written)
            if len(ids) - before != len(written):
                raise _Unusual
        else:
            written = _extra(value) if key == "extra" else _text(value)
        if written:
            plain[key] = written
    return plain


def _term(term: Document) -> Document:
    """Return a term as it is written. There are six to a concept: this is where the time goes."""
    plain: Document = {"id": "", "term": "", "status": "admitted"}
    for key in _in_order("term", *term):
        value: Any = term[key]
        if key in _LISTED:
            value = _LISTED[key].get(value)
        elif key == "forms":
            value = _list(value, _filled)
        elif key == "extra":
            value = _extra(value)
        elif not value.isascii():
            value = clean(value)
        if value:
            plain[key] = value
        elif value is None:
            raise _Unusual
    if not (plain["id"].strip() and plain["term"].strip()):
        raise _Unusual
    return plain


@lru_cache(maxsize=1_000)
def _in_order(part: Literal["section", "term"], *keys: str) -> tuple[str, ...]:
    """Return the keys in the order they are written: the parts of a file have the same few."""
    known = SECTION_KEYS if part == "section" else TERM_KEYS
    if not set(keys) <= set(known):
        raise _Unusual
    return tuple(sorted(keys, key=known.index))


def _reference(each: Any) -> Document:  # noqa: ANN401 - a document's value
    if not isinstance(each, dict) or each.keys() != {"system", "id"}:
        raise _Unusual
    return {"system": _filled(each["system"]), "id": _filled(each["id"])}


def _list(values: Any, read: Callable[[Any], Any]) -> list[Any]:  # noqa: ANN401
    if not isinstance(values, list):
        raise _Unusual
    return [read(value) for value in values]


def _extra(extra: Any) -> Document:  # noqa: ANN401 - a document's value
    if not isinstance(extra, dict):
        raise _Unusual
    return {_text(key): _text(value) for key, value in extra.items()}


def _filled(value: Any) -> str:  # noqa: ANN401 - a document's value
    if not isinstance(value, str) or not value.strip():
        raise _Unusual
    return clean(value)


def _text(value: Any) -> str:  # noqa: ANN401 - a document's value
    if not isinstance(value, str):
        raise _Unusual
    return value if value.isascii() else clean(value)
