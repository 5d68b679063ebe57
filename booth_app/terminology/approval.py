"""Approval: an editor's act on one term, and what it means for a release."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from typing import Final, Literal, NamedTuple

from booth_app.languages import LANGUAGES, Lang
from booth_app.terminology.concept import Concept, LanguageSection, Term

Standing = Literal["approved", "earlier", "unapproved", "held back"]
"""What a release does with a term: it ships approved; its last approved text ships and the change
in review stays behind; it ships as it stands, never approved; or it stays behind whole."""

STANDINGS: Final[tuple[Standing, ...]] = ("approved", "earlier", "unapproved", "held back")

IN_REVIEW: Final = ("in_review", "", "")
"""What the approval of a term says that was approved and has changed since."""


class Standed(NamedTuple):
    """A term of a concept with what a release does with it."""

    lang: Lang
    term: Term
    standing: Standing


@dataclass(frozen=True, slots=True)
class Shipped:
    """What a release ships of a concept; `concept` is None where nothing of it goes out."""

    concept: Concept | None
    terms: tuple[Standed, ...]


def after_change(before: Concept | None, after: Concept) -> Concept:
    """Return `after`, each approved term that it changes taken back to in review.

    A new term, or a change of another one, takes nothing back. A term stays approved where the
    change brings an approval of its own: another person's, or of another time.
    """
    old = {} if before is None else {(lang, term.id): term for lang, term in before.terms()}
    changed = {
        term.id: replace(term, approval="in_review", approved_by="", approved_at="")
        for lang, term in after.terms()
        if _reopens(old.get((lang, term.id)), term)
    }
    return _with_terms(after, changed)


def approved(
    concept: Concept, person: str, at: str, terms: Collection[str] | None = None
) -> Concept:
    """Return `concept` with these terms (by id; None: all) approved by `person` at `at`.

    A term that is approved already keeps who approved it, and when.
    """
    waiting = (term for _, term in concept.terms() if term.approval != "approved")
    chosen = (term for term in waiting if terms is None or term.id in terms)
    return _with_terms(
        concept,
        {
            term.id: replace(term, approval="approved", approved_by=person, approved_at=at)
            for term in chosen
        },
    )


def shipped(states: Iterable[Concept], current: Concept, *, approved_only: bool) -> Shipped:
    """Return what a release ships of `current`, whose earlier states are `states`, oldest first.

    A term that is not approved ships as it was when it last was; one that never was ships as it
    stands (its approval says so), or with `approved_only` not at all.
    """
    waiting = {term.id for _, term in current.terms() if term.approval != "approved"}
    earlier = _last_approved(states, waiting) if waiting else {}
    terms = tuple(
        _standed(lang, term, earlier.get((lang, term.id)), approved_only=approved_only)
        for lang, term in current.terms()
    )
    goes_out: dict[Lang, list[Term]] = {lang: [] for lang in LANGUAGES}
    for lang, term, standing in terms:
        if standing != "held back":
            goes_out[lang].append(term)
    if not any(goes_out.values()) and terms:
        return Shipped(None, terms)
    return Shipped(_of_terms(current, goes_out), terms)


def _reopens(before: Term | None, after: Term) -> bool:
    if before is None or before.approval != "approved" or after.approval != "approved":
        return False
    if (after.approved_by, after.approved_at) != (before.approved_by, before.approved_at):
        return False
    return before != after


def _with_terms(concept: Concept, changed: dict[str, Term]) -> Concept:
    if not changed:
        return concept
    sections = {
        lang: replace(section, terms=tuple(changed.get(term.id, term) for term in section.terms))
        for lang, section in concept.languages.items()
    }
    return replace(concept, languages=sections)


def _last_approved(
    states: Iterable[Concept], waiting: Collection[str]
) -> dict[tuple[Lang, str], Term]:
    return {
        (lang, term.id): term
        for state in states
        for lang, term in state.terms()
        if term.id in waiting and term.approval == "approved"
    }


def _standed(lang: Lang, term: Term, earlier: Term | None, *, approved_only: bool) -> Standed:
    if term.approval == "approved":
        return Standed(lang, term, "approved")
    if earlier is not None:
        return Standed(lang, earlier, "earlier")
    return Standed(lang, term, "held back" if approved_only else "unapproved")


def _of_terms(concept: Concept, terms: dict[Lang, list[Term]]) -> Concept:
    """Return `concept` with these terms in the sections that it has."""
    sections = {
        lang: replace(section, terms=tuple(terms[lang]))
        for lang, section in concept.languages.items()
    }
    says = {lang: section for lang, section in sections.items() if section != LanguageSection()}
    return replace(concept, languages=says)
