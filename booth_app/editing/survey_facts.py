"""What the editor's list has to know of a concept: its place in the order, and its filters."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Final, Literal, NamedTuple

from booth_app.languages import LANGUAGES, Lang
from booth_app.terminology.concept import Approval, Concept
from booth_app.terminology.folding import fold
from booth_app.terminology.problem import Problem

Filter = Literal[
    "all", "draft", "in_review", "missing", "twins", "problems", "booth", "changed", "official"
]

FILTERS: Final[tuple[Filter, ...]] = (
    "all",
    "draft",
    "in_review",
    "missing",
    "twins",
    "problems",
    "booth",
    "changed",
)
"""The filters a list offers, in their order. `official` is counted beside them."""

BITS: Final[Mapping[Filter, int]] = {
    "draft": 1,
    "in_review": 2,
    "missing": 4,
    "twins": 8,
    "problems": 16,
    "booth": 32,
    "changed": 64,
    "official": 128,
}
"""The bit of each filter but `all`, which has none."""

MOST_PROBLEMS: Final = 255
"""A concept with more is said to have so many."""

TWINS: Final = ("twin", "same_preferred")
"""The checks that find two concepts a look-up cannot tell apart."""


class Facts(NamedTuple):
    """What is known of a concept: its id, the key it is sorted by, the bits of its filters."""

    id: str
    key: str
    bits: int
    problems: int


def facts(
    concept: Concept,
    problems: Iterable[Problem],
    languages: Sequence[Lang] = LANGUAGES,
    *,
    from_booth: bool = False,
    is_changed: bool = False,
) -> Facts:
    """Return what is known of `concept`, with what the checks found wrong with it.

    `languages` are the editor's, the own first: the first that has a term gives the order.
    `problems` that a person should only know of do not count.
    """
    found = [each for each in problems if each.severity != "info"]
    checks = {each.check for each in found}
    approvals = {term.approval for _, term in concept.terms()}
    holds: dict[Filter, bool] = {
        "draft": _some("draft", approvals),
        "in_review": _some("in_review", approvals),
        "missing": "missing_language" in checks,
        "twins": not checks.isdisjoint(TWINS),
        "problems": bool(found),
        "booth": from_booth,
        "changed": is_changed,
        "official": is_official(concept),
    }
    bits = sum(BITS[name] for name, is_so in holds.items() if is_so)
    return Facts(concept.id, sorting_key(concept, languages), bits, min(len(found), MOST_PROBLEMS))


def sorting_key(concept: Concept, languages: Sequence[Lang] = LANGUAGES) -> str:
    """Return the folded term that a list shows first, by which it is sorted."""
    lang = shown_in(concept, languages)
    term = concept.section(lang).preferred if lang else None
    return fold(term.text) if term else ""


def shown_in(concept: Concept, languages: Sequence[Lang] = LANGUAGES) -> Lang | None:
    """Return the first of `languages` in which the concept has a term to say."""
    return next((lang for lang in languages if concept.section(lang).preferred), None)


def is_official(concept: Concept) -> bool:
    """Tell whether the term to say was read in an official text in all four languages."""
    said = (concept.section(lang).preferred for lang in LANGUAGES)
    return all(term is not None and term.attested == "official" for term in said)


def _some(approval: Approval, approvals: Collection[Approval]) -> bool:
    return approval in approvals
