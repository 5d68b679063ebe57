"""The JSON schema of a concept file, for editors that complete and check YAML as it is typed.

Booth itself reads with `concept_document`; a test holds the two together.
"""

from typing import Any, Final

from booth_app.languages import LANGUAGES
from booth_app.terminology.concept import APPROVALS, ATTESTED, STATUSES, TERM_TYPES
from booth_app.terminology.concept_keys import (
    CONCEPT_KEYS,
    REFERENCE_KEYS,
    RELATION_KEYS,
    SECTION_KEYS,
    TERM_KEYS,
    TRAP_KEYS,
)

FILE_NAME: Final = "concept.schema.json"

_TEXT: Final = {"type": "string"}
_EXTRA: Final = {"type": "object", "additionalProperties": _TEXT}


def concept_schema() -> dict[str, Any]:
    """Return the schema as JSON Schema 2020-12."""
    relation = _object(RELATION_KEYS, {}, ("to",))
    trap_languages = _list({"enum": list(LANGUAGES)})
    concept = _object(
        CONCEPT_KEYS,
        {
            "external": _list(_object(REFERENCE_KEYS, {}, REFERENCE_KEYS)),
            "related": _list(relation),
            "traps": _list(_object(TRAP_KEYS, {"languages": trap_languages}, ("id", "trap"))),
            "languages": _object(LANGUAGES, dict.fromkeys(LANGUAGES, _section()), ()),
            "extra": _EXTRA,
        },
        ("id",),
    )
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Concept"} | concept


def _section() -> dict[str, Any]:
    term = _object(
        TERM_KEYS,
        {
            "status": {"enum": list(STATUSES)},
            "type": {"enum": list(TERM_TYPES)},
            "forms": _list(_TEXT),
            "attested": {"enum": list(ATTESTED)},
            "approval": {"enum": list(APPROVALS)},
            "extra": _EXTRA,
        },
        ("id", "term"),
    )
    return _object(SECTION_KEYS, {"terms": _list(term), "extra": _EXTRA}, ())


def _object(
    keys: tuple[str, ...], kinds: dict[Any, Any], required: tuple[str, ...]
) -> dict[str, Any]:
    """Return an object of `keys`, text but for those that `kinds` knows."""
    properties = {key: kinds.get(key, _TEXT) for key in keys}
    return {"type": "object", "properties": properties, "required": list(required)}


def _list(kind: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": kind}
