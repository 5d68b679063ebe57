"""Fields and what they say, in words for a person."""

from collections.abc import Mapping
from typing import Final

from booth_app.languages import Lang
from booth_app.terminology.concept import Concept
from booth_app.terminology.field_names import APPROVAL, EXTRA, TEXT, Field, Value

LANGUAGE_WORDS: Final[Mapping[Lang, str]] = {
    "en": "English",
    "fr": "French",
    "es": "Spanish",
    "ar": "Arabic",
}

_WORDS: Final[Mapping[str, str]] = {
    "subject": "subject field",
    "note": "note for the booth",
    "since": "in use since",
    "definition": "definition",
    "definition_source": "source of the definition",
    "order": "order of the terms",
    "status": "status",
    "type": "type",
    "forms": "forms",
    "pos": "part of speech",
    "gender": "gender",
    "number": "number",
    "region": "region",
    "register": "register",
    "usage_note": "usage note",
    "context": "context",
    "context_source": "source of the context",
    "source": "source",
    "source_url": "address of the source",
    "attested": "attested",
    APPROVAL: "approval",
}


def described(field: Field, concept: Concept) -> str:
    """Return `field` in words, as "French term FEMI: region"; terms are called as in `concept`."""
    name = field_name(field)
    if field.part == "term" and field.lang:
        term = f"{LANGUAGE_WORDS[field.lang]} term {_called(field, concept)}"
        return term if field.name == TEXT else f"{term}: {name}"
    if field.part == "section" and field.lang:
        return f"{LANGUAGE_WORDS[field.lang]} {name}"
    if field.part == "concept":
        return name
    if field.part == "trap":
        return f"trap {_trap(field, concept)}"
    first, _, second = field.id.partition("\0")
    return (
        f"reference {first}: {second}"
        if field.part == "reference"
        else f"relation {first}: {second}"
    )


def field_name(field: Field) -> str:
    """Return what a field is called, whatever it is a field of."""
    if field.name.startswith(EXTRA):
        return f"“{field.name.removeprefix(EXTRA)}”"
    return _WORDS.get(field.name, field.name)


def in_words(field: Field, value: Value | None) -> str:
    """Return what `field` says as one text; empty where it says nothing."""
    if value is None or isinstance(value, str):
        return (
            (value or "").replace("_", " ") if field.name in ("type", "attested") else value or ""
        )
    if field.name == APPROVAL:
        standing, person, at = value
        by = f"by {person}" if person else ""
        return " ".join(part for part in (standing.replace("_", " "), by, at) if part)
    if field.part == "trap":
        wrong, trap, advice, *_ = value
        return " ".join(part for part in (f"{wrong}:" if wrong else "", trap, advice) if part)
    return (": " if field.part in ("reference", "relation") else "; ").join(value)


def _called(field: Field, concept: Concept) -> str:
    terms = concept.section(field.lang).terms if field.lang else ()
    return next((term.text for term in terms if term.id == field.id), field.id)


def _trap(field: Field, concept: Concept) -> str:
    named = (trap.term for trap in concept.traps if trap.id == field.id and trap.term)
    return next(named, field.id)
