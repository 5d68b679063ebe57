"""What a format cannot hold of these concepts: told before a file is written, not after."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, Literal

from booth_app.exchange.term_rows import LONGEST_CELL
from booth_app.languages import LANGUAGES
from booth_app.terminology.concept import Concept
from booth_app.terminology.counted import counted
from booth_app.terminology.fields import (
    EVERYTHING,
    EXTRA,
    TEXT,
    Field,
    Holds,
    Value,
    held,
    values,
)

Format = Literal["tbx", "xlsx", "csv", "sheet"]

CSV_HOLDS: Final[Holds] = frozenset(
    {*LANGUAGES, *(name for name in EVERYTHING if name.startswith("term."))}
)
"""A CSV has a row a term, and nothing beside."""

_SHEET_HOLDS: Final[Holds] = frozenset(
    {"concept.subject", "concept.note", "section.definition", "term.term"}
)
_HOLDS: Final[Mapping[Format, Holds]] = {
    "tbx": EVERYTHING,
    "xlsx": EVERYTHING,
    "csv": CSV_HOLDS,
    "sheet": _SHEET_HOLDS,
}
_NAMES: Final[Mapping[Format, str]] = {
    "tbx": "TBX",
    "xlsx": "A workbook",
    "csv": "A CSV, where each row is a term,",
    "sheet": "A booth sheet",
}
_WORDS: Final[Mapping[str, tuple[str, str]]] = {
    "reference": ("reference", "references"),
    "relation": ("relation", "relations"),
    "trap": ("trap", "traps"),
    "subject": ("subject field", "subject fields"),
    "note": ("note for the booth", "notes for the booth"),
    "since": ("date of first use", "dates of first use"),
    "definition": ("definition", "definitions"),
    "definition_source": ("source of a definition", "sources of definitions"),
    "status": ("status", "statuses"),
    "type": ("type of a term", "types of terms"),
    "forms": ("list of forms", "lists of forms"),
    "pos": ("part of speech", "parts of speech"),
    "gender": ("gender", "genders"),
    "number": ("number", "numbers"),
    "region": ("region", "regions"),
    "register": ("register", "registers"),
    "usage_note": ("usage note", "usage notes"),
    "context": ("context", "contexts"),
    "context_source": ("source of a context", "sources of contexts"),
    "source": ("source of a term", "sources of terms"),
    "source_url": ("address of a source", "addresses of sources"),
    "attested": ("mark of where a term was read", "marks of where terms were read"),
    "approval": ("approval", "approvals"),
    EXTRA: ("field that Booth does not know", "fields that Booth does not know"),
}
"""What a field of each name is, one and many."""

_WORDLESS: Final = "wordless"
_UNSAID: Final = "unsaid"
_LONG: Final = "long"
_WHOLE: Final[Mapping[str, tuple[str, str]]] = {
    _WORDLESS: (
        "concept without terms would be left out",
        "concepts without terms would be left out",
    ),
    _UNSAID: (
        "term that is not to be said would be left out",
        "terms that are not to be said would be left out",
    ),
    _LONG: (
        "text is longer than a cell can hold: its end would be left out",
        "texts are longer than a cell can hold: their ends would be left out",
    ),
}


def losses(format_: Format, concepts: Iterable[Concept]) -> tuple[str, ...]:
    """Return what would be missing from these concepts in a file of this format, in sentences.

    TBX has room for everything: for that they are not even read, which would take as long again.
    """
    if format_ == "tbx":
        return ()
    lost: Counter[str] = Counter()
    for concept in concepts:
        lost.update(_lost(format_, concept))
    fields = [counted(lost[name], *_WORDS[name]) for name in _WORDS if lost[name]]
    whole = [f"{counted(lost[kind], *words)}." for kind, words in _WHOLE.items() if lost[kind]]
    return (*([f"{_NAMES[format_]} has no place for {_listed(fields)}."] if fields else ()), *whole)


def _lost(format_: Format, concept: Concept) -> Iterator[str]:
    """Yield the kind of each thing of `concept` that would be lost."""
    terms = [term for _, term in concept.terms()]
    if format_ == "csv" and not terms:
        yield _WORDLESS
    if format_ == "sheet":
        said = ("preferred", "admitted")
        yield from (_UNSAID for t in terms if t.status not in said or t.is_heard_only)
    met_definition = False
    for field, value in values(concept).items():
        if not held(field, _HOLDS[format_]):
            yield _kind(field)
        elif format_ == "sheet" and field.name == "definition":
            if met_definition:
                yield _kind(field)
            met_definition = True
        if format_ in ("xlsx", "sheet") and _length(value) > LONGEST_CELL:
            yield _LONG


def _kind(field: Field) -> str:
    if field.name.startswith(EXTRA):
        return EXTRA
    return field.part if field.name in ("", TEXT) or field.part == "trap" else field.name


def _length(value: Value) -> int:
    return len(value) if isinstance(value, str) else sum(map(len, value))


def _listed(parts: list[str]) -> str:
    return " and ".join(filter(None, (", ".join(parts[:-1]), parts[-1])))
