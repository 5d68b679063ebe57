"""The names of the checks: as files and commands say them, as people read them, and how bad."""

from collections.abc import Mapping
from typing import Final

from booth_app.terminology.findings import Rule
from booth_app.terminology.problem import Severity

_NAMES: Final[Mapping[Severity, Mapping[str, str]]] = {
    "error": {
        "control": "control character",
        "dangling_relation": "relation that leads nowhere",
        "schema": "file that is no concept",
    },
    "warning": {
        "missing_language": "missing language",
        "no_preferred": "no preferred term",
        "several_preferred": "several preferred terms",
        "repeated_term": "term that stands twice",
        "acronym_alone": "acronym without a full form",
        "own_definition": "definition that is the term",
        "unproven": "read, but no source says where",
        "same_preferred": "same preferred term",
        "twin": "twin",
        "forbidden_elsewhere": "forbidden here, preferred there",
        "invisible": "character that is not seen",
        "presentation_form": "shapes for letters",
        "look_alike": "look-alike letter",
        "mixed_digits": "two systems of digits",
        "tatweel": "stretched word",
        "latin_comma": "Latin comma in Arabic",
        "stray_space": "stray space",
        "unbalanced": "bracket or quote alone",
        "house_digits": "house style: digits",
        "house_spelling": "house style: Africa",
        "house_tanwin": "house style: tanwin",
        "house_capitals": "house style: posts",
    },
    "info": {
        "no_source": "no source",
        "mixed_apostrophes": "the rarer apostrophe",
    },
}

RULES: Final[Mapping[str, Rule]] = {
    name: Rule(name, title, severity)
    for severity, titles in _NAMES.items()
    for name, title in titles.items()
}
"""Every check by its name."""
