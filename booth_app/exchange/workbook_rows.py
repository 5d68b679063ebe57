"""The rows of Booth's own tables as parts of a concept's document, exactly as they were written."""

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

from booth_app.exchange.language_names import spoken
from booth_app.exchange.read_file import NO_ID
from booth_app.exchange.report import shown
from booth_app.exchange.workbook_columns import (
    EXTRA,
    LANG,
    TERM_FIELDS,
    TERM_ID,
    parts_of,
    split_pair,
)
from booth_app.languages import LANGUAGES, is_language
from booth_app.terminology.concept import APPROVALS, ATTESTED, STATUSES, TERM_TYPES
from booth_app.terminology.concept_document import from_document
from booth_app.terminology.document import Document, InvalidDocumentError

Cells = Mapping[str, str]
"""A row: its texts by the names of their columns; empty where a row is shorter."""

Tell = Callable[[str], None]

_CHOICES: Final[Mapping[str, tuple[str, ...]]] = {
    "status": STATUSES,
    "type": TERM_TYPES,
    "attested": ATTESTED,
    "approval": APPROVALS,
}


def term_in(cells: Cells, tell: Tell) -> tuple[str, Document] | None:
    """Return the term of a row and the code of its language; None where that was told to be none.

    Its id is empty where the row has none.
    """
    lang = spoken(cells.get(LANG, ""))
    if lang is None:
        tell(f"{shown(cells.get(LANG, ''))} is no language: the row is left out.")
        return None
    if not cells.get("term", "").strip():
        tell("Its term is empty: it is left out.")
        return None
    term: Document = {"id": cells.get(TERM_ID, "").strip()}
    for column in TERM_FIELDS:
        if text := cells.get(column, ""):
            key = "type" if column == "term_type" else column
            value = _value(key, text, tell)
            if value:
                term[key] = value
    if lang.region and not term.get("region"):
        term["region"] = lang.region
    return lang.lang, term


def concept_in(cells: Cells, tell: Tell) -> Document:
    """Return what a row of the sheet Concepts says, without terms."""
    document: Document = {
        "subject": cells.get("subject", ""),
        "external": _pairs(cells, "external_refs", "system", "id"),
        "related": _pairs(cells, "related", "type", "to"),
        "note": cells.get("note", ""),
        "traps": _json(cells, "traps", list, tell),
        "since": cells.get("since", "").strip(),
        "languages": {lang: _section_in(cells, lang, tell) for lang in LANGUAGES},
        EXTRA: _json(cells, EXTRA, dict, tell),
    }
    return document


def with_terms(
    document: Document, id_: str, terms: Iterable[tuple[str, Document]], tell: Tell
) -> Document:
    """Return `document` as that of `id_`, with `terms`; terms in other languages are in its extra.

    A term without an id, or with one that another has, gets one like `-.fr.2`.
    """
    sections: Document = {
        lang: dict(document.get("languages", {}).get(lang, {})) for lang in LANGUAGES
    }
    others: dict[str, list[str]] = {}
    met: set[str] = set()
    for lang, term in terms:
        if not is_language(lang):
            others.setdefault(lang, []).append(term["term"])
            continue
        listed = sections[lang].setdefault("terms", [])
        if term["id"] in met:
            tell(f"The term id {shown(term['id'])} stands there twice: the second gets a new one.")
        if not term["id"] or term["id"] in met:
            term["id"] = f"{NO_ID}.{lang}.{len(listed) + 1}"
        met.add(term["id"])
        listed.append(term)
    extra = {
        **document.get(EXTRA, {}),
        **{lang: "\n".join(texts) for lang, texts in others.items()},
    }
    filled = {lang: section for lang, section in sections.items() if section}
    return {**document, "id": id_, "languages": filled, EXTRA: extra}


def _value(key: str, text: str, tell: Tell) -> Any:  # noqa: ANN401 - text, texts or a mapping
    """Return the value of a term's field; None where `text` is none and that was told."""
    if key == "forms":
        return [form for form in parts_of(text) if form.strip()]
    if key == EXTRA:
        return _json({EXTRA: text}, EXTRA, dict, tell)
    if key in _CHOICES and text not in _CHOICES[key]:
        known = ", ".join(_CHOICES[key])
        tell(f"{shown(text)} is none of {known}: {key} is left empty.")
        return None
    return text


def _section_in(cells: Cells, lang: str, tell: Tell) -> Document:
    section: Document = {
        "definition": cells.get(f"definition_{lang}", ""),
        "definition_source": cells.get(f"definition_source_{lang}", ""),
        EXTRA: _json(cells, f"{EXTRA}_{lang}", dict, tell),
    }
    return {key: value for key, value in section.items() if value}


def _pairs(cells: Cells, column: str, name: str, value: str) -> list[Document]:
    pairs = [split_pair(part) for part in parts_of(cells.get(column, ""))]
    return [
        {name: first or ("related" if name == "type" else "?"), value: second}
        for first, second in pairs
        if second.strip()
    ]


def _json(cells: Cells, column: str, kind: type, tell: Tell) -> Any:  # noqa: ANN401 - of `kind`
    """Return the JSON of a cell; empty of its kind where it is none, which is told."""
    text = cells.get(column, "")
    if not text.strip():
        return kind()
    try:
        value = json.loads(text)
        probe = {"id": "x", ("traps" if kind is list else EXTRA): value}
        if not isinstance(value, kind):
            raise ValueError
        from_document("", probe)
    except (ValueError, RecursionError, InvalidDocumentError):
        tell(f"{column} is not as Booth writes it (JSON): it is left out.")
        return kind()
    return value
