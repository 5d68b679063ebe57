from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings

from booth_app.editing.similar import similar
from booth_app.languages import Lang
from booth_app.paths import DataFolder
from booth_app.termbase import Termbase
from booth_app.terminology.concept import Concept, ConceptKey, LanguageSection, Reference, Term
from tests.generated_concepts import TEXTS

SHIPPED = "migration-governance"
NEW = Concept(glossary=SHIPPED, id="new")


@pytest.fixture(scope="module")
def termbase(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Termbase]:
    """The shipped glossary, and a concept of another one."""
    data = DataFolder(tmp_path_factory.mktemp("similar"))
    termbase = Termbase.open(data, "Ana", write=True)
    section = LanguageSection(terms=(Term(id="t", text="migration forum", status="preferred"),))
    iate = (Reference("IATE", "123"),)
    termbase.save(
        Concept(glossary="mine", id="own", external=iate, languages={"en": section}), "typed"
    )
    yield termbase
    termbase.close()


class Case(NamedTuple):
    """What is typed, and what comes first of it."""

    text: str
    lang: Lang
    concept: str
    why: str
    differs: str = ""


@pytest.mark.parametrize(
    "case",
    [
        Case("International Migration Review Forum", "en", "imrf", "same term in English"),
        Case("IMRF", "en", "imrf", "same acronym in English"),
        Case("trata de personas", "es", "trafficking", "same term in Spanish"),
        Case(
            "Imternational Migration Reviev Forum",
            "en",
            "imrf",
            "spelt alike",
            "“International Review” for “Imternational Reviev”",
        ),
    ],
)
def test_the_likest_comes_first_with_why(termbase: Termbase, case: Case) -> None:
    first = similar(termbase, NEW, case.text, case.lang)[0]
    said = (first.concept.id, first.why, first.differs)
    assert said == (case.concept, case.why, case.differs)


def test_shared_words_are_counted_and_the_others_named(termbase: Termbase) -> None:
    found = similar(termbase, NEW, "Regional Migration Forum Review", "en")
    why = {one.concept.id: (one.why, one.differs) for one in found}
    assert why["imrf"] == ("shares 3 of 4 words", "“International” for “Regional”")
    assert found[0].concept.id == "rmrf"


def test_another_number_of_a_word_is_not_another_concept(termbase: Termbase) -> None:
    [*_, first] = reversed(similar(termbase, NEW, "remittance", "en"))
    assert first.why == "the same but for number, gender or article"


def test_the_article_makes_no_difference_in_arabic(termbase: Termbase) -> None:
    found = similar(termbase, NEW, "هجرة دولية", "ar")
    assert found[0].concept.id in ("iom", "imrf")
    assert found[0].why == "has all 2 words"


def test_another_language_is_named(termbase: Termbase) -> None:
    found = similar(termbase, NEW, "migrants", "en")
    assert "has the same word, in French" in {one.why for one in found}


def test_the_concept_itself_is_left_out(termbase: Termbase) -> None:
    imrf = termbase.concept(ConceptKey(SHIPPED, "imrf"))
    assert imrf is not None
    found = similar(termbase, imrf, "International Migration Review Forum", "en")
    assert "imrf" not in {one.concept.id for one in found}


def test_a_term_of_another_language_gives_a_twin_away(termbase: Termbase) -> None:
    section = LanguageSection(terms=(Term(id="t", text="traite des personnes"),))
    typed = replace(NEW, languages={"fr": section})
    first = similar(termbase, typed, "human traf", "en")[0]
    assert (first.concept.id, first.why) == ("trafficking", "same term in French")


def test_a_shared_reference_says_more_than_words(termbase: Termbase) -> None:
    typed = replace(NEW, external=(Reference("IATE", "123"),))
    first = similar(termbase, typed, "forum on migration", "en")[0]
    assert (first.concept.glossary, first.why) == ("mine", "same reference: IATE 123")


def test_no_more_than_asked_for(termbase: Termbase) -> None:
    assert len(similar(termbase, NEW, "migration", "en", 3)) == 3


@pytest.mark.parametrize("text", ["", " ", "?!", "\x00", "\u202e", "qqqqzzzz"])
def test_nothing_is_like_nothing(termbase: Termbase, text: str) -> None:
    assert similar(termbase, NEW, text, "en") == []


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=TEXTS)
def test_any_text_may_be_typed(termbase: Termbase, text: str) -> None:
    for lang in ("en", "ar"):
        for one in similar(termbase, NEW, text, lang):
            assert one.why
            assert 0 <= one.degree <= 1


def test_a_pasted_page_is_not_read_to_its_end(termbase: Termbase) -> None:
    assert similar(termbase, NEW, "migration forum " * 20_000, "en")[0].concept.id
