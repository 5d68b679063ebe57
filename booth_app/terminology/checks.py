"""The rules a glossary is held to, each with a name of its own, and what breaks them."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache, partial
from typing import Final, NamedTuple

from booth_app.terminology import (
    concept_checks,
    glossary_checks,
    house_checks,
    letter_checks,
    pair_checks,
    text_checks,
)
from booth_app.terminology.check_names import RULES
from booth_app.terminology.concept import Concept
from booth_app.terminology.concept_checks import ConceptCheck, anywhere
from booth_app.terminology.findings import Finding, TextCheck, places
from booth_app.terminology.glossary_checks import Use, Uses, keys
from booth_app.terminology.house_style import NO_STYLE, HouseStyle
from booth_app.terminology.in_common import Common
from booth_app.terminology.problem import Problem

_SHARED: Final[Mapping[str, Callable[[Sequence[Use]], Iterator[Finding]]]] = {
    "same_preferred": glossary_checks.same_preferred,
    "twin": glossary_checks.twin,
    "forbidden_elsewhere": glossary_checks.forbidden_elsewhere,
}
_ORDINARY: Final = re.compile(
    "(?:{0})(?:[ '’-]{0})*".format("[A-Za-z0-9À-ÖØ-öø-ÿœŒ\u0621-\u063a\u0641-\u064a]+")
)
"""Words of letters and digits with single spaces: most terms. No check of letters and signs finds a
fault there."""


class _Checks(NamedTuple):
    """The checks by name: of a concept; of its terms and forms; of terms as the house writes."""

    concept: Mapping[str, ConceptCheck]
    text: Mapping[str, TextCheck]
    house: Mapping[str, TextCheck]


@lru_cache(maxsize=8)
def _checks(style: HouseStyle) -> _Checks:
    return _Checks(
        concept={
            "control": anywhere(text_checks.control),
            "missing_language": partial(concept_checks.missing_language, wanted=style.languages),
            "no_preferred": concept_checks.no_preferred,
            "several_preferred": concept_checks.several_preferred,
            "repeated_term": concept_checks.repeated_term,
            "acronym_alone": concept_checks.acronym_alone,
            "own_definition": concept_checks.own_definition,
            "unproven": concept_checks.unproven,
            "no_source": concept_checks.no_source,
        },
        text={
            "invisible": text_checks.invisible,
            "presentation_form": text_checks.presentation_form,
            "look_alike": letter_checks.look_alike,
            "mixed_digits": partial(letter_checks.mixed_digits, arabic=style.digits),
            "tatweel": text_checks.tatweel,
            "latin_comma": text_checks.latin_comma,
            "stray_space": text_checks.stray_space,
            "unbalanced": pair_checks.unbalanced,
        },
        house=house_checks.of(style),
    )


class GlossaryChecks:
    """The checks over a glossary of any size: every concept passes once, a few twice.

    `known` are ids that exist although their concepts could not be read; without `infos` only
    errors and warnings are told.
    """

    def __init__(
        self, known: Collection[str] = (), style: HouseStyle = NO_STYLE, *, infos: bool = True
    ) -> None:
        self._common = Common(known)
        self._style = style
        self._infos = infos

    def first(self, concept: Concept) -> Iterator[Problem]:
        """Yield what is wrong with one concept by itself; take it in."""
        self._common.take(concept)
        return concept_problems(concept, self._style, infos=self._infos)

    def at_odds(self) -> set[str]:
        """Return the ids of the concepts that `last` wants once more, when all have passed."""
        return self._common.at_odds()

    def last(self, concepts: Iterable[Concept]) -> Iterator[Problem]:
        """Yield what is wrong with all of them together; `concepts` are those at odds."""
        for finding in self._common.dangling_relations():
            yield RULES["dangling_relation"].problem(finding)
        uses = Uses(self._common.is_shared)
        rare = self._common.rare_apostrophes() if self._infos else ()
        for concept in concepts:
            uses.take(concept)
            for finding in glossary_checks.mixed_apostrophes(concept, rare):
                yield RULES["mixed_apostrophes"].problem(finding)
        yield from _shared_problems(uses)


def problems(
    concepts: Collection[Concept], known: Collection[str] = (), style: HouseStyle = NO_STYLE
) -> Iterator[Problem]:
    """Yield what is wrong with the concepts of one glossary.

    `known` are ids that exist although their concepts could not be read.
    """
    checks = GlossaryChecks(known, style)
    for concept in concepts:
        yield from checks.first(concept)
    again = checks.at_odds()
    yield from checks.last(concept for concept in concepts if concept.id in again)


def concept_problems(
    concept: Concept, style: HouseStyle = NO_STYLE, *, infos: bool = True
) -> Iterator[Problem]:
    """Yield what is wrong with one concept whatever the others are."""
    checks = _checks(style)
    for name, check in checks.concept.items():
        rule = RULES[name]
        if infos or rule.severity != "info":
            for finding in check(concept):
                yield rule.problem(finding)
    yield from _text_problems(concept, checks)


def _text_problems(concept: Concept, checks: _Checks) -> Iterator[Problem]:
    for place in places((concept,), forms=True):
        asked = {} if _ORDINARY.fullmatch(place.text) else checks.text
        if checks.house and house_checks.is_the_house_s(place):
            asked = {**asked, **checks.house}
        for name, check in asked.items():
            if slip := check(place.text, place.lang):
                yield RULES[name].problem(place.slip(slip))


def problems_beside(
    concept: Concept, others: Iterable[Concept], exists: Callable[[str], bool]
) -> Iterator[Problem]:
    """Yield what is wrong with `concept` because of `others` of its glossary.

    `others` are those that share a term with it; `exists` tells whether there is a concept of an
    id, for its relations.
    """
    uses = Uses(keys(concept).__contains__)
    for each in (concept, *others):
        uses.take(each)
    for problem in _shared_problems(uses):
        if problem.concept == concept.id:
            yield problem
    for at, relation in enumerate(concept.related):
        if not exists(relation.to):
            finding = glossary_checks.dangling_relation(concept.id, at, relation.to)
            yield RULES["dangling_relation"].problem(finding)


def _shared_problems(uses: Uses) -> Iterator[Problem]:
    for group in uses.groups():
        for name, check in _SHARED.items():
            for finding in check(group):
                yield RULES[name].problem(finding)
