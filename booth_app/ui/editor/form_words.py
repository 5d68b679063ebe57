"""What a concept's form says beside the values: names of fields, choices, the line of facts."""

from collections.abc import Mapping
from datetime import datetime
from typing import Final

from booth_app.languages import LANGUAGES, NAMES, Lang
from booth_app.terminology.concept import (
    ATTESTED,
    STATUSES,
    TERM_TYPES,
    Concept,
    LanguageSection,
    Term,
)
from booth_app.terminology.field_words import LANGUAGE_WORDS
from booth_app.ui.booth.harmless import harmless

Choices = tuple[tuple[str, str], ...]
"""Values with their words, in the order in which they are offered."""

STATUS_CHOICES: Final[Choices] = tuple((status, status) for status in STATUSES)
TYPE_CHOICES: Final[Choices] = (
    ("", "no type"),
    *((kind, kind.replace("_", " ")) for kind in TERM_TYPES),
)
_ATTESTED_WORDS: Final = {
    "official": "official text",
    "secondary": "read elsewhere",
    "none": "not read",
}
ATTESTED_CHOICES: Final[Choices] = tuple((one, _ATTESTED_WORDS[one]) for one in ATTESTED)
RELATION_TYPES: Final = ("related", "broader", "narrower", "see also", "replaced by")

HEADINGS: Final[Mapping[Lang, str]] = {
    lang: NAMES[lang][:1].upper() + NAMES[lang][1:] for lang in LANGUAGES
}

TERM_LABELS: Final[Mapping[str, str]] = {
    "forms": "Forms",
    "pos": "Part of speech",
    "gender": "Gender",
    "number": "Number",
    "usage_note": "Usage note",
    "context": "Context",
    "context_source": "Its source",
    "source_url": "Source address",
    "attested": "Attested",
}
"""The fields of a term that its details show, in their order."""

HINTS: Final[Mapping[str, str]] = {
    "forms": "one a line: feminine, plural, other spelling",
    "since": "a date like 2022-05-20",
    "subject": "such as governance or health",
    "definition": "definition",
    "definition_source": "source of the definition",
    "source": "source",
    "region": "region",
    "register": "register",
}
"""What an empty field says."""

TITLE_FIELDS: Final = frozenset({"term", "status", "register"})
"""The fields of terms that decide what a concept is called."""

_LONGEST: Final = 160
"""Characters of a text that is only shown."""
_MINUTE: Final = 60
_STEPS: Final = ((60 * _MINUTE, _MINUTE, "minute"), (86_400, 3_600, "hour"), (0, 86_400, "day"))


def title(concept: Concept, languages: tuple[Lang, ...] = LANGUAGES) -> str:
    """Return what a concept is called: the term to say in the first of `languages` that has one."""
    said = (concept.section(lang).preferred for lang in (*languages, *LANGUAGES))
    term = next((term for term in said if term is not None and term.text.strip()), None)
    return _beginning(harmless(term.text)) if term else "Concept without a term"


def listed(extra: Mapping[str, str]) -> str:
    """Return what a file said that has no field here, one a line; of long values the beginning."""
    return "\n".join(f"{key}: {_beginning(value)}" for key, value in extra.items())


def facts(concept: Concept, revision: int, changed: str) -> str:
    """Return the line under the title; revision 0 is unknown, so is an empty `changed`."""
    parts = (
        harmless(concept.subject),
        harmless(concept.id),
        f"revision {revision}" if revision else "",
        f"changed {changed}" if changed else "",
    )
    return " · ".join(part for part in parts if part)


def ago(at: str, now: datetime) -> str:
    """Return how long ago the moment `at` (ISO 8601 with a zone) was; empty where it is none."""
    try:
        seconds = (now - datetime.fromisoformat(at)).total_seconds()
    except (TypeError, ValueError):
        return ""
    if seconds < _MINUTE:
        return "just now"
    size, word = next((size, word) for end, size, word in _STEPS if seconds < end or not end)
    count = int(seconds // size)
    return f"{count} {word}{'' if count == 1 else 's'} ago"


def standing(section: LanguageSection) -> str:
    """Return where the term to say of a language was read, with a sign; empty without a term."""
    if section.preferred is None:
        return ""
    signs = {"official": "● official", "secondary": "○ read elsewhere", "none": "◇ not read"}
    return signs[section.preferred.attested]


def approval(term: Term) -> str:
    """Return how far the approval of a term is, with a sign."""
    return {"draft": "draft", "in_review": "◐ in review", "approved": "● approved"}[term.approval]


def approved_by(term: Term) -> str:
    """Return who approved a term and when, in one line."""
    if term.approval != "approved":
        return "in review" if term.approval == "in_review" else "draft, never approved"
    by = f" by {harmless(term.approved_by)}" if term.approved_by else ""
    return f"approved{by}" + (
        f", {term.approved_at[:16].replace('T', ' ')}" if term.approved_at else ""
    )


def term_name(lang: Lang, number: int) -> str:
    """Return what a term's row is called aloud; `number` counts from 1."""
    return f"{LANGUAGE_WORDS[lang]} term {number}"


def _beginning(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
