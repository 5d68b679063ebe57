"""The columns of Booth's own workbook, which is written and read without loss.

Sheet Terms has a row a term, sheet Concepts a row a concept; a CSV is Terms alone. Every row names
its glossary and the states it was written from. Lists stand in a cell as JSON where their parts
are more than a word (traps, extra), else one to a line (forms, related, external references).
"""

import re
from typing import Final

from booth_app.languages import LANGUAGES

TERMS: Final = "Terms"
CONCEPTS: Final = "Concepts"

GLOSSARY: Final = "glossary"
CONCEPT_ID: Final = "concept_id"
TERM_ID: Final = "term_id"
LANG: Final = "lang"
BASE_REV: Final = "base_rev"
STATES: Final = "states"
"""Marks of the states that the concept had been in, newest first: what comes back is merged by."""
EXTRA: Final = "extra"
"""JSON: an object of texts, what Booth does not know and keeps."""

TERM_FIELDS: Final = (
    "term",
    "status",
    "pos",
    "gender",
    "number",
    "term_type",
    "region",
    "register",
    "usage_note",
    "context",
    "context_source",
    "source",
    "source_url",
    "forms",
    "attested",
    "approval",
    "approved_by",
    "approved_at",
    EXTRA,
)
"""Keys of a term's document, but `term_type`, which is its `type`. `forms`: one to a line."""

TERM_COLUMNS: Final = (CONCEPT_ID, TERM_ID, LANG, *TERM_FIELDS, BASE_REV, STATES, GLOSSARY)

CONCEPT_COLUMNS: Final = (
    CONCEPT_ID,
    "subject",
    *(f"definition_{lang}" for lang in LANGUAGES),
    *(f"definition_source_{lang}" for lang in LANGUAGES),
    "note",
    "since",
    "related",
    "external_refs",
    "traps",
    EXTRA,
    *(f"extra_{lang}" for lang in LANGUAGES),
    BASE_REV,
    STATES,
    GLOSSARY,
)
"""`related`: a line each, `type: id`. `external_refs`: a line each, `system: id`; where a system or
a type itself has a colon or a line end, that colon or line end is doubled or written as in JSON:
see `line_of`. `traps`: JSON, a list of objects as in a concept's document. `extra_LANG`: the extra
of a language section."""

_RUNNING: Final = re.compile(r"'*[=+\-@\t\r]")


def guarded(text: str) -> str:
    """Return `text` as a CSV cell no spreadsheet takes for a formula: with a `'` before it."""
    return f"'{text}" if _RUNNING.match(text) else text


def unguarded(cell: str) -> str:
    """Return the text that `guarded` made `cell` of."""
    return cell[1:] if cell.startswith("'") and _RUNNING.match(cell) else cell


def lines_of(parts: "list[str]") -> str:
    r"""Return `parts` one to a line; backslashes and line ends in them become `\\` and `\n`."""
    return "\n".join(_escaped(part) for part in parts)


def parts_of(cell: str) -> list[str]:
    """Return the parts that `lines_of` made `cell` of."""
    return [_unescaped(line) for line in cell.split("\n") if line]


def pair(name: str, value: str) -> str:
    r"""Return `name: value`; backslashes and colons in the name are escaped with a backslash."""
    return f"{name.replace(_BACKSLASH, _BACKSLASH * 2).replace(':', _BACKSLASH + ':')}: {value}"


def split_pair(text: str) -> tuple[str, str]:
    """Return the name and value that `pair` made `text` of; no name where there is none."""
    found = _PAIR.match(text)
    if found is None:
        return "", text.strip()
    return re.sub(r"\\(.)", r"\1", found[1]), text[found.end() :]


_BACKSLASH: Final = "\\"
_PAIR: Final = re.compile(r"((?:[^\\:]|\\.)+): ?", re.S)
_ESCAPES: Final = {"\\": "\\\\", "\n": "\\n", "\r": "\\r"}
_BACK: Final = {escape: character for character, escape in _ESCAPES.items()}


def _escaped(part: str) -> str:
    return re.sub(r"[\\\n\r]", lambda found: _ESCAPES[found[0]], part)


def _unescaped(line: str) -> str:
    return re.sub(r"\\[\\nr]", lambda found: _BACK[found[0]], line)
