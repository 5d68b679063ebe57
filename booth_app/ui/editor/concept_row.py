"""What a row of the editor's list prints of a concept: plain values, no Qt."""

from collections.abc import Sequence
from typing import Final, Literal, NamedTuple

from booth_app.editing.survey_facts import is_official, shown_in
from booth_app.languages import LANGUAGES, Lang
from booth_app.terminology.concept import Concept
from booth_app.terminology.counted import counted
from booth_app.ui.booth.harmless import harmless, unisolated

Standing = Literal["problem", "in review", "approved", "official", "elsewhere", "not read"]

_LONGEST: Final = 300
"""Characters of a term that a row prints: more never fit."""
_NO_TERM: Final = "concept without a term"


class Row(NamedTuple):
    """One concept as it is printed: its term and acronym, the same in another language, a badge.

    `lang` and `other_lang` are the languages of the two lines, None where there is none.
    """

    id: str
    lang: Lang | None
    title: str
    acronym: str
    other_lang: Lang | None
    other: str
    standing: Standing
    badge: str

    @property
    def line(self) -> str:
        """All of it in one line: for a screen reader or a Braille display."""
        parts = (self.title, self.acronym, self.other, self.badge)
        return unisolated(". ".join(part for part in parts if part))


def row_of(concept: Concept, languages: Sequence[Lang] = LANGUAGES, problems: int = 0) -> Row:
    """Return the row of `concept`; `languages` are the editor's, the own first."""
    lang = shown_in(concept, languages)
    others = [each for each in languages if each != lang]
    other_lang = shown_in(concept, others) if lang else None
    standing = _standing(concept, problems)
    return Row(
        id=concept.id,
        lang=lang,
        title=_term(concept, lang) or _NO_TERM,
        acronym=_acronym(concept, lang),
        other_lang=other_lang,
        other=_term(concept, other_lang),
        standing=standing,
        badge=_badge(standing, problems),
    )


def _standing(concept: Concept, problems: int) -> Standing:
    if problems:
        return "problem"
    terms = [term for _, term in concept.terms()]
    approvals = {term.approval for term in terms}
    if "in_review" in approvals:
        return "in review"
    if approvals == {"approved"}:
        return "approved"
    if is_official(concept):
        return "official"
    is_read = any(term.attested != "none" for term in terms)
    return "elsewhere" if is_read else "not read"


def _badge(standing: Standing, problems: int) -> str:
    if standing == "problem":
        return counted(problems, "problem")
    return "read in part" if standing == "elsewhere" else standing


def _term(concept: Concept, lang: Lang | None) -> str:
    term = concept.section(lang).preferred if lang else None
    return harmless(term.text[:_LONGEST]) if term else ""


def _acronym(concept: Concept, lang: Lang | None) -> str:
    short = concept.section(lang).short if lang else None
    said = concept.section(lang).preferred if lang else None
    return harmless(short.text[:_LONGEST]) if short and short != said else ""
