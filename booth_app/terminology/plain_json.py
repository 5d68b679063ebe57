"""The stored JSON of a plain document without making the concept: six times as fast.

For readers of a hundred thousand concepts. It knows the plain cases alone; whatever else a
document has, `concept_document` tells what it is, or what is wrong with it.
"""

import json
from collections.abc import Mapping
from typing import Any, Final

from booth_app.languages import LANGUAGES
from booth_app.terminology.concept import APPROVALS, ATTESTED, STATUSES, TERM_TYPES
from booth_app.terminology.concept_document import from_document, to_json
from booth_app.terminology.concept_keys import SECTION_KEYS, TERM_KEYS
from booth_app.terminology.document import Document, clean

_CONCEPT: Final = frozenset({"id", "subject", "external", "note", "languages", "extra"})
_SECTION: Final = frozenset(SECTION_KEYS)
_TERM: Final = frozenset(TERM_KEYS)
_LANGUAGES: Final = frozenset(LANGUAGES)
_LISTED: Final = {
    "status": frozenset(STATUSES),
    "type": frozenset(TERM_TYPES),
    "attested": frozenset(ATTESTED),
    "approval": frozenset(APPROVALS),
}
_SILENT: Final = {"attested": "none", "approval": "draft"}
"""Values that a document leaves out."""


_EMPTY: Final[Mapping[str, object]] = {
    **{key: [] for key in ("external", "terms", "forms")},
    **{key: {} for key in ("languages", "extra")},
}
"""What is empty besides texts, and how."""


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
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":"))


def _concept(document: Document) -> Document:
    _hold(document, _CONCEPT)
    plain: Document = {"id": _filled(document.get("id"))}
    if subject := _text(document.get("subject", "")):
        plain["subject"] = subject
    if external := document.get("external"):
        plain["external"] = [_reference(each) for each in external]
    if note := _text(document.get("note", "")):
        plain["note"] = note
    sections = document.get("languages") or {}
    if not sections.keys() <= _LANGUAGES:
        raise _Unusual
    ids: set[str] = set()
    languages = {lang: _section(sections[lang], ids) for lang in LANGUAGES if lang in sections}
    if languages:
        plain["languages"] = languages
    if extra := document.get("extra"):
        plain["extra"] = _extra(extra)
    return plain


def _hold(part: Any, known: frozenset[str]) -> None:  # noqa: ANN401 - a document's value
    """Raise where `part` has other keys than the known, or what is empty in another way."""
    if not isinstance(part, dict) or not part.keys() <= known:
        raise _Unusual
    for key, value in part.items():
        if not value and value != "" and value != _EMPTY.get(key, ""):
            raise _Unusual


def _section(section: Document, ids: set[str]) -> Document:
    _hold(section, _SECTION)
    plain: Document = {}
    for key in ("definition", "definition_source"):
        if text := _text(section.get(key, "")):
            plain[key] = text
    terms = [_term(term) for term in section.get("terms") or ()]
    if terms:
        plain["terms"] = terms
        before = len(ids)
        ids.update(term["id"] for term in terms)
        if len(ids) - before != len(terms):
            raise _Unusual
    if extra := section.get("extra"):
        plain["extra"] = _extra(extra)
    return plain


def _term(term: Document) -> Document:
    _hold(term, _TERM)
    plain: Document = {"id": _filled(term.get("id")), "term": _filled(term.get("term"))}
    for key in TERM_KEYS[2:]:
        value = term.get(key) or ("admitted" if key == "status" else "")
        if not value or _SILENT.get(key) == value:
            continue
        if key == "forms":
            plain[key] = [_filled(form) for form in value]
        elif key == "extra":
            plain[key] = _extra(value)
        elif key in _LISTED and value not in _LISTED[key]:
            raise _Unusual
        else:
            plain[key] = _text(value)
    return plain


def _reference(each: Any) -> Document:  # noqa: ANN401 - a document's value
    if not isinstance(each, dict) or each.keys() != {"system", "id"}:
        raise _Unusual
    return {"system": _filled(each["system"]), "id": _filled(each["id"])}


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
    return clean(value)
