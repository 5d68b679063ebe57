"""The keys of a concept's document and of its parts, in the order they are written."""

from typing import Final

CONCEPT_KEYS: Final = (
    "id",
    "subject",
    "external",
    "related",
    "note",
    "traps",
    "since",
    "languages",
    "extra",
)
SECTION_KEYS: Final = ("definition", "definition_source", "terms", "extra")
TERM_KEYS: Final = (
    "id",
    "term",
    "status",
    "type",
    "forms",
    "pos",
    "gender",
    "number",
    "region",
    "register",
    "usage_note",
    "context",
    "context_source",
    "source",
    "source_url",
    "attested",
    "approval",
    "approved_by",
    "approved_at",
    "extra",
)
TRAP_KEYS: Final = ("id", "term", "languages", "trap", "advice", "status")
RELATION_KEYS: Final = ("to", "type")
REFERENCE_KEYS: Final = ("system", "id")
