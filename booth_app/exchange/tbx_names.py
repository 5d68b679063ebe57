"""The data categories of TBX: where each may stand, what it may say, and older names for it.

From ISO 30042:2019 with its public Min, Basic and Linguist modules, and from TBX of 2008.
"""

from collections.abc import Mapping
from typing import Final, Literal, NamedTuple

from booth_app.terminology.concept import Status, TermType

CORE: Final = "urn:iso:std:iso:30042:ed-2"

Level = Literal["concept", "section", "term"]
_ALL: Final[frozenset[Level]] = frozenset({"concept", "section", "term"})
_TERM: Final[frozenset[Level]] = frozenset({"term"})
_CONCEPT: Final[frozenset[Level]] = frozenset({"concept"})
_BOTH: Final[frozenset[Level]] = frozenset({"concept", "term"})


class Category(NamedTuple):
    """A data category: its element in the DCA style, its levels, its values if they are listed."""

    element: str
    levels: frozenset[Level]
    values: frozenset[str] = frozenset()


POS: Final = frozenset({"adjective", "noun", "verb", "adverb", "other"})
GENDERS: Final = frozenset({"masculine", "feminine", "neuter", "other"})

MIN: Final[Mapping[str, Category]] = {
    "subjectField": Category("descrip", _CONCEPT),
    "customerSubset": Category("admin", _BOTH),
    "externalCrossReference": Category("xref", _ALL),
    "partOfSpeech": Category("termNote", _TERM, POS | {"properNoun"}),
    "administrativeStatus": Category("termNote", _TERM),
}
BASIC: Final[Mapping[str, Category]] = {
    **MIN,
    "projectSubset": Category("admin", _BOTH),
    "source": Category("admin", _ALL),
    "definition": Category("descrip", frozenset({"concept", "section"})),
    "context": Category("descrip", _TERM),
    "crossReference": Category("ref", _BOTH),
    "geographicalUsage": Category("termNote", _TERM),
    "grammaticalGender": Category("termNote", _TERM, GENDERS),
    "termType": Category("termNote", _TERM),
    "transactionType": Category("transac", _ALL, frozenset({"origination", "modification"})),
    "responsibility": Category("transacNote", _ALL),
    "xGraphic": Category("xref", frozenset({"concept", "section"})),
}
DIALECTS: Final[Mapping[str, Mapping[str, Category]]] = {"TBX-Min": MIN, "TBX-Basic": BASIC}
"""The dialects whose files are held to their categories; others say what they like."""

ALIASES: Final[Mapping[str, str]] = {
    "usageStatus": "administrativeStatus",
    "normativeAuthorization": "administrativeStatus",
    "usageNote": "note",
}
"""Names of other versions for what has another one here; what they say is taken as it is."""

TYPES: Final[Mapping[str, TermType]] = {
    "fullForm": "full_form",
    "shortForm": "short_form",
    "acronym": "acronym",
    "abbreviation": "abbreviation",
    "variant": "variant",
    "phrase": "phrase",
    "initialism": "acronym",
    "entryTerm": "full_form",
    "mainEntryTerm": "full_form",
    "synonym": "variant",
    "phraseologicalUnit": "phrase",
    "setPhrase": "phrase",
}
STATUSES: Final[Mapping[str, Status]] = {
    "preferredTerm": "preferred",
    "standardizedTerm": "preferred",
    "legalTerm": "preferred",
    "regulatedTerm": "preferred",
    "admittedTerm": "admitted",
    "deprecatedTerm": "deprecated",
    "supersededTerm": "deprecated",
}
"""What `administrativeStatus` says, without the ending of its pick list."""

STATUS_ENDING: Final = "-admn-sts"

ENTRIES: Final = frozenset({"conceptEntry", "termEntry"})
PARTS: Final[Mapping[str, Literal["section", "term", "text", "terms", "transaction", "group"]]] = {
    **dict.fromkeys(("langSec", "langSet"), "section"),
    **dict.fromkeys(("termSec", "tig", "ntig"), "term"),
    "term": "text",
    "termGrp": "terms",
    "transacGrp": "transaction",
    **dict.fromkeys(("descripGrp", "adminGrp", "termNoteGrp"), "group"),
}
"""Elements that are made of others, or are the term itself; all others hold a value."""
ELEMENTS: Final = frozenset(
    {"admin", "descrip", "termNote", "ref", "xref", "transac", "transacNote", "adminNote"}
)
"""Elements that name their category in an attribute `type`."""
