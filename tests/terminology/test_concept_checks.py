from dataclasses import replace

import pytest

from booth_app.languages import LANGUAGES
from booth_app.terminology.checks import concept_problems
from booth_app.terminology.concept import Concept, LanguageSection, Term, TermType

PREFERRED = Term(id="t", text="word", status="preferred", source="A/RES/73/195")


def english(*terms: Term, definition: str = "") -> Concept:
    """A concept whose other languages are in order."""
    sections = {lang: LanguageSection(terms=(PREFERRED,)) for lang in LANGUAGES}
    own = LanguageSection(terms=terms, definition=definition, definition_source="s")
    return Concept(glossary="g", id="c", languages={**sections, "en": own})


def found(concept: Concept) -> list[str]:
    return [problem.check for problem in concept_problems(concept)]


@pytest.mark.parametrize(("text", "kind"), [("IMRF", "acronym"), ("IMRF", None), ("G.C.M.", None)])
def test_an_acronym_without_its_full_form(text: str, kind: TermType | None) -> None:
    acronym = replace(PREFERRED, text=text, type=kind)
    assert found(english(acronym)) == ["acronym_alone"]
    full = replace(PREFERRED, id="f", text="the whole name", status="admitted")
    assert found(english(acronym, full)) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [("COVID-19", None), ("Ah", None), ("MIGRATION", None), ("UNHCR", "full_form")],
)
def test_what_is_no_acronym(text: str, kind: TermType | None) -> None:
    assert found(english(replace(PREFERRED, text=text, type=kind))) == []


def test_a_term_that_is_its_own_definition() -> None:
    assert found(english(PREFERRED, definition="Word.")) == ["own_definition"]
    assert found(english(PREFERRED, definition="A unit of language.")) == []


def test_a_term_that_was_read_nobody_says_where() -> None:
    unproven = replace(PREFERRED, source="", attested="official")
    assert found(english(unproven)) == ["unproven"]
    assert found(english(replace(unproven, source_url="https://example.org"))) == []


def test_a_term_without_source_is_an_info_at_its_source() -> None:
    [problem] = concept_problems(english(replace(PREFERRED, source="")))
    assert (problem.check, problem.severity) == ("no_source", "info")
    assert problem.where == ("languages", "en", "terms", 0, "source")
    assert problem.lang == "en"


def test_what_is_heard_or_avoided_needs_no_source() -> None:
    heard = Term(id="h", text="said", register="heard")
    avoided = Term(id="a", text="not said", status="deprecated")
    assert found(english(PREFERRED, heard, avoided)) == []


def test_a_definition_without_source() -> None:
    section = LanguageSection(terms=(PREFERRED,), definition="A unit of language.")
    concept = english(PREFERRED)
    concept = replace(concept, languages={**concept.languages, "en": section})
    [problem] = concept_problems(concept)
    assert problem.where == ("languages", "en", "definition_source")


def test_another_language_s_lack_is_said_of_that_language_alone() -> None:
    concept = english()
    assert {problem.lang for problem in concept_problems(concept)} == {"en"}
