from dataclasses import replace

import pytest

from booth_app.languages import LANGUAGES, Lang
from booth_app.paths import bundled
from booth_app.terminology.checks import CONCEPT_CHECKS, GLOSSARY_CHECKS, concept_problems, problems
from booth_app.terminology.concept import Concept, LanguageSection, Relation, Status, Term
from booth_app.terminology.glossary_folder import read_glossary
from booth_app.terminology.problem import Problem


def section(*texts: str, status: Status = "preferred") -> LanguageSection:
    terms = [Term(id=f"t_{at}", text=text) for at, text in enumerate(texts)]
    return LanguageSection(terms=(replace(terms[0], status=status), *terms[1:]))


def concept(name: str = "a", **languages: LanguageSection) -> Concept:
    """A concept without fault but for the sections given."""
    good: dict[Lang, LanguageSection] = {
        lang: languages.get(lang, section(f"{name} {lang}")) for lang in LANGUAGES
    }
    return Concept(glossary="g", id=name, subject="s", languages=good)


def found(*concepts: Concept) -> list[tuple[str, str, Lang | None]]:
    return [(p.check, p.concept, p.lang) for p in problems(concepts)]


def test_a_concept_without_fault_has_none() -> None:
    assert found(concept()) == []


def test_the_shipped_glossary_has_no_errors() -> None:
    reading = read_glossary(bundled("glossaries") / "migration-governance")
    assert [p for p in problems(reading.concepts) if p.severity == "error"] == []


@pytest.mark.parametrize(
    ("lang", "text", "check"),
    [
        ("en", "wo\u202erd", "control"),
        ("en", "wo\u2066rd", "control"),
        ("ar", "\u200fهجرة", "invisible"),
        ("en", "wo\u200brd", "invisible"),
        ("en", "wo\x07rd", "control"),
        ("en", "caf\ufffd", "control"),
        ("ar", "ﻫﺠﺮﺓ", "presentation_form"),
        ("ar", "هجـرة", "tatweel"),
        ("ar", "هجرة, لجوء", "latin_comma"),
        ("en", "two  words", "stray_space"),
        ("en", "word ", "stray_space"),
        ("en", "\u00a0word", "stray_space"),
        ("en", "a (word", "unbalanced"),
        ("en", "a word)", "unbalanced"),
        ("fr", "« mot", "unbalanced"),
        ("en", "a (wo]rd", "unbalanced"),
    ],
)
def test_faults_of_a_text(lang: Lang, text: str, check: str) -> None:
    assert found(concept(**{lang: section(text)})) == [(check, "a", lang)]
    form = replace(section("x").terms[0], forms=(text,))
    assert found(concept(**{lang: LanguageSection(terms=(form,))})) == [(check, "a", lang)]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("ar", "أعطي الكلمة لـ"),
        ("ar", "الهجرة، اللجوء"),
        ("fr", "« mot »"),
        ("fr", "qui\u00a0? (mot)"),
        ("en", "1,000 [words]"),
        ("en", "word, word"),
    ],
)
def test_texts_without_fault(lang: Lang, text: str) -> None:
    assert found(concept(**{lang: section(text)})) == []


def test_faults_are_found_in_notes_and_definitions_too() -> None:
    noted = replace(concept(), note="a \u202e b")
    defined = concept("b", fr=replace(section("mot"), definition="a \x00 b"))
    assert found(noted, defined) == [("control", "a", None), ("control", "b", "fr")]
    assert [p.where for p in problems([defined])] == [("languages", "fr", "definition")]


def test_a_missing_language() -> None:
    assert found(concept(es=LanguageSection())) == [("missing_language", "a", "es")]


def test_no_preferred_term_and_several() -> None:
    none = concept(en=section("word", status="admitted"))
    two = concept(
        en=LanguageSection(
            terms=tuple(replace(t, status="preferred") for t in section("x", "y").terms)
        )
    )
    assert found(none) == [("no_preferred", "a", "en")]
    assert found(two) == [("several_preferred", "a", "en")]


def test_a_term_that_stands_twice() -> None:
    assert found(concept(en=section("word", "word"))) == [("repeated_term", "a", "en")]
    assert found(concept(en=section("word", "Word"))) == []


def test_twins_of_one_subject() -> None:
    first, second = concept("a", fr=section("réfugié")), concept("b", fr=section("x", "Refugie"))
    assert found(first, second) == [("twin", "b", "fr")]
    assert found(first, replace(second, subject="other")) == []


def test_the_same_preferred_term_on_two_concepts() -> None:
    first = concept("a", en=section("word"))
    second = replace(concept("b", en=section("word")), subject="other")
    assert found(first, second) == [("same_preferred", "b", "en")]


def test_relations_lead_to_concepts_that_exist() -> None:
    related = replace(concept(), related=(Relation("b"), Relation("c")))
    (problem,) = problems([related], known={"c"})
    assert (problem.check, problem.severity) == ("dangling_relation", "error")
    assert problem.where == ("related", 0, "to")
    assert found(replace(related, related=(Relation("b"),)), concept("b")) == []


def test_the_rarer_apostrophe_is_told() -> None:
    straight, typographic = "d'un", "d’un"
    concepts = [concept(n, fr=section(f"{n} {straight}")) for n in "ab"]
    mixed = found(*concepts, concept("c", fr=section(f"c {typographic}")))
    assert mixed == [("mixed_apostrophes", "c", "fr")]
    assert found(*concepts) == []


def test_one_concept_is_checked_by_itself() -> None:
    dangling = replace(concept(en=section("word ")), related=(Relation("b"),))
    assert [p.check for p in concept_problems(dangling)] == ["stray_space"]


def test_names_of_checks_are_their_own() -> None:
    names = [check.name for check in (*CONCEPT_CHECKS, *GLOSSARY_CHECKS)]
    assert len(names) == len(set(names))


def test_a_problem_says_what_and_where() -> None:
    (problem,) = problems([concept(en=section("word "))])
    assert problem == Problem(
        check="stray_space",
        severity="warning",
        message="“word ” begins or ends with a space, or holds two in a row",
        concept="a",
        lang="en",
        where=("languages", "en", "terms", 0, "term"),
    )
