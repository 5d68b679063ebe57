"""What the fields of a concept are called, and which of them a file can hold."""

from collections.abc import Mapping
from typing import Final, Literal, NamedTuple

from booth_app.languages import LANGUAGES, Lang
from booth_app.terminology.concept_keys import TERM_KEYS

Part = Literal["concept", "section", "term", "trap", "reference", "relation"]

Value = str | tuple[str, ...]
"""What a field says; a field that says nothing has None."""


class Field(NamedTuple):
    r"""One field of a concept. `name` is its key in a glossary file, `extra:KEY` for an extra one.

    `id` is the term's or the trap's, "system\0id" of a reference, "type\0to" of a relation, else
    empty. Of two traps with one id the second has the name "2".
    """

    part: Part
    lang: Lang | None = None
    id: str = ""
    name: str = ""

    @property
    def whole(self) -> "Field":
        """The field without which it is not there: the text of its term, else itself."""
        return self._replace(name=TEXT) if self.part == "term" else self


TEXT: Final = "term"
"""The name of the field that holds a term's text."""

APPROVAL: Final = "approval"
"""The name of the field that holds a term's approval, who gave it and when."""

ORDER: Final = "order"
"""The name of a section's field that holds the ids of its terms, in their order."""

EXTRA: Final = "extra:"

CONCEPT_FIELDS: Final = ("subject", "note", "since")
SECTION_FIELDS: Final = ("definition", "definition_source")
TERM_FIELDS: Final = tuple(
    key for key in TERM_KEYS if key not in ("id", "approved_by", "approved_at", "extra")
)
DEFAULTS: Final[Mapping[str, Value]] = {
    "status": "admitted",
    "attested": "none",
    APPROVAL: ("draft", "", ""),
}
"""What a term says in these fields where nothing is written: they are never empty."""

SOURCES: Final = frozenset({"definition_source", "context_source", "source", "source_url"})
"""Fields that say where something was read."""

Holds = frozenset[str]
"""What a file can hold: "concept.NAME", "section.NAME", "term.NAME" (NAME `extra` for all extras,
`extra:KEY` for one), "trap", "reference", "relation"; "term.id" where the ids of its terms are
theirs. With codes of languages in it only those languages are held, without any all are."""

EVERYTHING: Final[Holds] = frozenset(
    {
        *LANGUAGES,
        "trap",
        "reference",
        "relation",
        *(f"concept.{name}" for name in (*CONCEPT_FIELDS, "extra")),
        *(f"section.{name}" for name in (*SECTION_FIELDS, "extra")),
        *(f"term.{name}" for name in ("id", *TERM_FIELDS, "extra")),
    }
)
"""All that a concept can say."""


def held(field: Field, holds: Holds) -> bool:
    """Tell whether a file that holds `holds` can say anything in `field`."""
    if field.lang and field.lang not in holds and not holds.isdisjoint(LANGUAGES):
        return False
    if field.part in ("trap", "reference", "relation"):
        return field.part in holds
    name = f"{field.part}.{field.name}"
    return name in holds or name.partition(":")[0] in holds
