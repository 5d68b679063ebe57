"""The rules a glossary is held to, each with a name of its own, and what breaks them."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Final

from booth_app.terminology import concept_checks, glossary_checks, text_checks
from booth_app.terminology.concept import Concept
from booth_app.terminology.concept_checks import anywhere, in_terms
from booth_app.terminology.findings import Check
from booth_app.terminology.problem import Problem

CONCEPT_CHECKS: Final = (
    Check("control", "error", anywhere(text_checks.control)),
    Check("invisible", "warning", in_terms(text_checks.invisible)),
    Check("presentation_form", "warning", in_terms(text_checks.presentation_form)),
    Check("tatweel", "warning", in_terms(text_checks.tatweel)),
    Check("latin_comma", "warning", in_terms(text_checks.latin_comma)),
    Check("stray_space", "warning", in_terms(text_checks.stray_space)),
    Check("unbalanced", "warning", in_terms(text_checks.unbalanced)),
    Check("missing_language", "warning", concept_checks.missing_language),
    Check("no_preferred", "warning", concept_checks.no_preferred),
    Check("several_preferred", "warning", concept_checks.several_preferred),
    Check("repeated_term", "warning", concept_checks.repeated_term),
)
"""Rules for a concept whatever the others are: an editor can ask them while typing."""

GLOSSARY_CHECKS: Final = (
    Check("twin", "warning", glossary_checks.twin),
    Check("same_preferred", "warning", glossary_checks.same_preferred),
    Check("mixed_apostrophes", "info", glossary_checks.mixed_apostrophes),
)
"""Rules for the concepts of a glossary together; the relations between them are one more."""


def problems(concepts: Sequence[Concept], known: Collection[str] = ()) -> Iterator[Problem]:
    """Yield what is wrong with the concepts of one glossary, check by check.

    `known` are ids that exist although their concepts could not be read.
    """
    related = Check("dangling_relation", "error", glossary_checks.dangling_relation(known))
    return _reported((related, *CONCEPT_CHECKS, *GLOSSARY_CHECKS), concepts)


def concept_problems(concept: Concept) -> Iterator[Problem]:
    """Yield what is wrong with one concept whatever the others are."""
    return _reported(CONCEPT_CHECKS, (concept,))


def _reported(checks: Iterable[Check], concepts: Sequence[Concept]) -> Iterator[Problem]:
    for check in checks:
        for finding in check.findings(concepts):
            yield Problem(
                check=check.name,
                severity=check.severity,
                message=finding.message,
                concept=finding.concept,
                lang=finding.lang,
                where=finding.where,
            )
