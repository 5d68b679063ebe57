"""The concept, its language sections and their terms, as ISO 30042 sees them.

Absent text is the empty string; nothing here is ever None but a `type` nobody gave.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final, Literal, NamedTuple

from booth_app.languages import Lang

Status = Literal["preferred", "admitted", "deprecated", "forbidden"]
TermType = Literal["full_form", "short_form", "acronym", "abbreviation", "variant", "phrase"]
Attested = Literal["official", "secondary", "none"]
Approval = Literal["draft", "in_review", "approved"]

STATUSES: Final[tuple[Status, ...]] = ("preferred", "admitted", "deprecated", "forbidden")
TERM_TYPES: Final[tuple[TermType, ...]] = (
    "full_form",
    "short_form",
    "acronym",
    "abbreviation",
    "variant",
    "phrase",
)
ATTESTED: Final[tuple[Attested, ...]] = ("official", "secondary", "none")
APPROVALS: Final[tuple[Approval, ...]] = ("draft", "in_review", "approved")

PLACE: Final = "place"
"""The subject of what is the name of a place."""

HEARD: Final = "heard"
"""The register of a term that people say, that Booth finds, and that is not to be said."""


class ConceptKey(NamedTuple):
    """A concept's identity: two glossaries may use the same id for different concepts."""

    glossary: str
    id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One designation of a concept in one language.

    `forms` are inflected or differently spelt forms: found and spotted, never shown as synonyms.
    `attested` says where the form was read; `approval` is an editor's act.
    """

    id: str
    text: str
    status: Status = "admitted"
    type: TermType | None = None
    forms: tuple[str, ...] = ()
    pos: str = ""
    gender: str = ""
    number: str = ""
    region: str = ""
    register: str = ""
    usage_note: str = ""
    context: str = ""
    context_source: str = ""
    source: str = ""
    source_url: str = ""
    attested: Attested = "none"
    approval: Approval = "draft"
    approved_by: str = ""
    approved_at: str = ""
    extra: Mapping[str, str] = field(default_factory=dict, hash=False)

    @property
    def is_short(self) -> bool:
        """Whether it is an acronym or an abbreviation."""
        return self.type in ("acronym", "abbreviation")

    @property
    def is_heard_only(self) -> bool:
        """Whether it is heard and not to be said."""
        return self.register == HEARD


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageSection:
    """What a concept has in one language."""

    terms: tuple[Term, ...] = ()
    definition: str = ""
    definition_source: str = ""
    extra: Mapping[str, str] = field(default_factory=dict, hash=False)

    @property
    def preferred(self) -> Term | None:
        """The term to say: the first preferred one, else the first that may be said."""
        sayable = [t for t in self.terms if not t.is_heard_only and t.status != "forbidden"]
        named = (t for t in sayable if t.status == "preferred")
        return next(named, next(iter(sayable), None))

    @property
    def short(self) -> Term | None:
        """The first acronym or abbreviation that may be said."""
        usable = (t for t in self.terms if t.is_short and not t.is_heard_only)
        return next((t for t in usable if t.status in ("preferred", "admitted")), None)


@dataclass(frozen=True, slots=True)
class Relation:
    """A link to another concept of the same glossary."""

    to: str
    type: str = "related"


@dataclass(frozen=True, slots=True)
class Reference:
    """The concept's id in another system."""

    system: str
    id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Trap:
    """A mistake interpreters make with this concept, and how to avoid it.

    `status` says what the trap rests on and is shown with it.
    """

    id: str
    term: str
    trap: str
    advice: str = ""
    languages: tuple[Lang, ...] = ()
    status: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Concept:
    """One idea in up to four languages. `since` is an ISO date or empty."""

    glossary: str
    id: str
    subject: str = ""
    external: tuple[Reference, ...] = ()
    related: tuple[Relation, ...] = ()
    note: str = ""
    traps: tuple[Trap, ...] = ()
    since: str = ""
    languages: Mapping[Lang, LanguageSection] = field(default_factory=dict, hash=False)
    extra: Mapping[str, str] = field(default_factory=dict, hash=False)

    @property
    def key(self) -> ConceptKey:
        """Its identity."""
        return ConceptKey(self.glossary, self.id)

    def section(self, lang: Lang) -> LanguageSection:
        """Return the section of `lang`, an empty one where there is none."""
        return self.languages.get(lang, _EMPTY)

    def terms(self) -> Iterator[tuple[Lang, Term]]:
        """Yield every term with its language, in the order of the sections."""
        for lang, section in self.languages.items():
            for term in section.terms:
                yield lang, term


_EMPTY: Final = LanguageSection()
