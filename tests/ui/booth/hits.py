"""Hits made of the bundled glossary's concepts, for the tests of what is printed."""

from dataclasses import replace
from functools import cache

from booth_app.languages import Lang
from booth_app.lookup.terms import Tier
from booth_app.meeting.meeting import Meeting
from booth_app.meeting.meeting_folder import read_meeting
from booth_app.paths import bundled
from booth_app.termbase import Hit, Matched
from booth_app.terminology.concept import Concept, LanguageSection, Term
from booth_app.terminology.glossary_folder import read_concept

GLOSSARY = "migration-governance"


@cache
def concept(name: str) -> Concept:
    return read_concept(bundled("glossaries") / GLOSSARY / f"{name}.yaml", GLOSSARY)


@cache
def meeting() -> Meeting:
    return read_meeting(bundled("resources") / "meetings" / "gfmd-mayors-2021")


def hit(found: Concept | str, lang: Lang, term: str, tier: Tier = "meeting") -> Hit:
    of = concept(found) if isinstance(found, str) else found
    return Hit(of.glossary, of, None, Matched(lang, term), "exact", tier)


def person_hit(name: str) -> Hit:
    person = meeting().person(name)
    assert person is not None
    return Hit(None, None, person, Matched("en", name), "exact", "meeting")


def pair(glossary: str = "booth", **terms: str) -> Concept:
    """Return a concept with one preferred term in each of the languages named."""
    sections = {
        lang: LanguageSection(terms=(Term(id=f"n.{lang}.1", text=text, status="preferred"),))
        for lang, text in terms.items()
    }
    return Concept(glossary=glossary, id="n", languages=sections)  # type: ignore[arg-type]


def with_term(of: Concept, lang: Lang, **changes: str) -> Concept:
    """Return the concept with its preferred term of `lang` changed."""
    section = of.section(lang)
    said = section.preferred
    assert said is not None
    changed = replace(said, **changes)  # type: ignore[arg-type]
    terms = tuple(changed if term is said else term for term in section.terms)
    return replace(of, languages={**of.languages, lang: replace(section, terms=terms)})
