"""A concept as the rows of Booth's own tables: what a workbook and a CSV have in their cells."""

import json
from collections.abc import Iterator, Mapping
from typing import Any, Final

from booth_app.exchange.workbook_columns import (
    BASE_REV,
    CONCEPT_ID,
    EXTRA,
    GLOSSARY,
    LANG,
    STATES,
    TERM_ID,
    lines_of,
    pair,
)
from booth_app.languages import LANGUAGES
from booth_app.terminology.concept import Concept
from booth_app.terminology.concept_document import to_document
from booth_app.terminology.document import Document
from booth_app.terminology.state_marks import Revision

LONGEST_CELL: Final = 32_767
"""Characters a cell of a workbook holds."""

Cells = Mapping[str, str | int]
"""What stands under each column that is not empty."""


def term_rows(concept: Concept, revision: Revision, marks: str) -> Iterator[Cells]:
    """Yield a row for each term of `concept`, which is of this revision; `marks` go with it."""
    document = to_document(concept)
    for lang, section in document.get("languages", {}).items():
        for term in section.get("terms", ()):
            yield {
                CONCEPT_ID: document["id"],
                TERM_ID: term["id"],
                LANG: lang,
                "attested": "none",
                "approval": "draft",
                **_texts(term),
                "term_type": term.get("type", ""),
                "forms": lines_of(term.get("forms", [])),
                EXTRA: _json(term.get("extra")),
                BASE_REV: revision.rev,
                STATES: marks,
                GLOSSARY: concept.glossary,
            }


def concept_row(concept: Concept, revision: Revision) -> Cells:
    """Return the row of what `concept` says beside its terms."""
    document = to_document(concept)
    row: dict[str, str | int] = {
        CONCEPT_ID: document["id"],
        **_texts(document),
        "related": lines_of([pair(r["type"], r["to"]) for r in document.get("related", ())]),
        "external_refs": lines_of(
            [pair(r["system"], r["id"]) for r in document.get("external", ())]
        ),
        "traps": _json(document.get("traps")),
        EXTRA: _json(document.get("extra")),
        BASE_REV: revision.rev,
        STATES: revision.marks,
        GLOSSARY: concept.glossary,
    }
    sections: Document = document.get("languages", {})
    for lang in LANGUAGES:
        section = sections.get(lang, {})
        row[f"definition_{lang}"] = section.get("definition", "")
        row[f"definition_source_{lang}"] = section.get("definition_source", "")
        row[f"extra_{lang}"] = _json(section.get("extra"))
    return row


def _texts(document: Document) -> dict[str, str]:
    return {key: value for key, value in document.items() if isinstance(value, str)}


def _json(value: Any) -> str:  # noqa: ANN401 - any part of a document
    return json.dumps(value, ensure_ascii=False) if value else ""
