from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from booth_app.languages import LANGUAGES, Lang
from booth_app.paths import bundled
from booth_app.terminology import checks
from booth_app.terminology.check_names import RULES
from booth_app.terminology.checks import GlossaryChecks, concept_problems, problems, problems_beside
from booth_app.terminology.concept import Concept, LanguageSection, Relation, Status, Term
from booth_app.terminology.glossary_folder import read_glossary
from booth_app.terminology.house_style import NO_STYLE, HouseStyle
from booth_app.terminology.problem import Problem
from tests.generated_concepts import concepts


def section(*texts: str, status: Status = "preferred") -> LanguageSection:
    terms = [Term(id=f"t_{at}", text=text, source="s") for at, text in enumerate(texts)]
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


def test_the_shipped_glossary_has_few_warnings_and_no_errors() -> None:
    reading = read_glossary(bundled("glossaries") / "migration-governance")
    told = [p for p in problems(reading.concepts) if p.severity != "info"]
    assert {p.severity for p in told} == {"warning"}
    assert len(told) < 10  # of 1,958 terms


@given(st.lists(concepts(), max_size=4, unique_by=lambda made: made.id))
def test_any_concepts_are_checked_and_every_problem_is_a_known_rule_s(made: list[Concept]) -> None:
    for problem in problems(made):
        assert problem.severity == RULES[problem.check].severity
        assert problem.message
        if problem.span is not None:
            start, end = problem.span
            assert 0 <= start < end <= len(problem.text)


def test_a_form_is_checked_as_its_term_is() -> None:
    form = replace(section("x").terms[0], forms=("two  words",))
    assert found(concept(en=LanguageSection(terms=(form,)))) == [("stray_space", "a", "en")]


def test_faults_are_found_in_notes_and_definitions_too() -> None:
    noted = replace(concept(), note="a \u202e b")
    defined = concept("b", fr=replace(section("mot"), definition="a \x00 b", definition_source="s"))
    assert found(noted, defined) == [("control", "a", None), ("control", "b", "fr")]
    assert [p.where for p in problems([defined])] == [("languages", "fr", "definition")]


def test_a_missing_language() -> None:
    assert found(concept(es=LanguageSection())) == [("missing_language", "a", "es")]


def test_no_preferred_term_and_several() -> None:
    none = concept(en=section("word", "other", status="admitted"))
    unsaid = concept(en=section("word", status="forbidden"))
    alone = concept(en=section("word", status="admitted"))
    two = concept(
        en=LanguageSection(
            terms=tuple(replace(t, status="preferred") for t in section("x", "y").terms)
        )
    )
    assert found(none) == found(unsaid) == [("no_preferred", "a", "en")]
    assert found(alone) == []
    assert found(two) == [("several_preferred", "a", "en")]


def test_a_term_that_stands_twice() -> None:
    assert found(concept(en=section("word", "word"))) == [("repeated_term", "a", "en")]
    assert found(concept(en=section("word", "Word"))) == []


def test_twins_of_one_subject() -> None:
    first, second = concept("a", fr=section("réfugié")), concept("b", fr=section("x", "Refugie"))
    assert found(first, second) == [("twin", "a", "fr"), ("twin", "b", "fr")]
    assert found(first, replace(second, subject="other")) == []


def test_what_is_not_to_be_said_has_no_twin() -> None:
    heard = replace(section("word").terms[0], status="admitted", register="heard")
    other = replace(concept("b"), languages={**concept("b").languages, "en": LanguageSection()})
    own = section("b en")
    other = replace(
        other, languages={**other.languages, "en": replace(own, terms=(*own.terms, heard))}
    )
    assert found(concept("a", en=section("x", "word")), other) == []


def test_the_same_preferred_term_on_two_concepts() -> None:
    first = concept("a", en=section("word"))
    second = replace(concept("b", en=section("Word")), subject="other")
    assert found(first, second) == [("same_preferred", "a", "en"), ("same_preferred", "b", "en")]
    assert [p.other for p in problems([first, second])] == ["b", "a"]


def test_letters_with_accents_make_other_words() -> None:
    first = concept("a", fr=section("pêcheur"))
    second = replace(concept("b", fr=section("pécheur")), subject="other")
    assert found(first, second) == []


@pytest.mark.parametrize("status", ["forbidden", "deprecated"])
def test_forbidden_here_and_preferred_there(status: Status) -> None:
    avoided = Term(id="x", text="illegal migrant", status=status, source="s")
    own = section("irregular migrant")
    first = concept("a", en=replace(own, terms=(*own.terms, avoided)))
    (problem,) = problems([first, concept("b", en=section("Illegal migrant"))])
    assert (problem.check, problem.concept, problem.other) == ("forbidden_elsewhere", "a", "b")
    assert problem.where == ("languages", "en", "terms", 1, "term")


def test_many_concepts_with_one_term_are_told_in_time() -> None:
    made = [concept(f"c{n}", en=section("word")) for n in range(2_000)]
    told = [p for p in problems(made) if p.check == "same_preferred"]
    assert len(told) == 2_000
    assert all(p.concept != p.other for p in told)


def test_only_concepts_at_odds_are_asked_for_again() -> None:
    passing = GlossaryChecks()
    for made in (concept("a"), concept("b", en=section("a en")), concept("c")):
        assert list(passing.first(made)) == []
    assert passing.at_odds() == {"a", "b"}


def test_one_concept_beside_others() -> None:
    typed = replace(concept("a", en=section("word")), related=(Relation("b"), Relation("z")))
    others = [concept("b", en=section("word")), concept("c", fr=section("b fr"))]
    told = list(problems_beside(typed, others, {"a", "b"}.__contains__))
    assert [(p.check, p.concept) for p in told] == [
        ("same_preferred", "a"),
        ("dangling_relation", "a"),
    ]


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


def test_every_check_has_a_title_of_its_own() -> None:
    titles = [rule.title for rule in RULES.values()]
    assert len(titles) == len(set(titles))


def test_a_house_may_want_fewer_languages() -> None:
    two = concept(es=LanguageSection(), ar=LanguageSection())
    style = HouseStyle(languages=("en", "fr"))
    assert [p.lang for p in concept_problems(two)] == ["es", "ar"]
    assert list(concept_problems(two, style)) == []


@given(st.text(st.sampled_from("aZ09éŒهىآ '’-ـ  ,(\u200bа")))
def test_what_passes_for_ordinary_has_no_fault(text: str) -> None:
    if checks._ORDINARY.fullmatch(text):
        for lang in LANGUAGES:
            for check in checks._checks(NO_STYLE).text.values():
                assert check(text, lang) is None


def test_infos_can_be_left_out() -> None:
    unread = concept(en=LanguageSection(terms=(Term(id="t", text="word", status="preferred"),)))
    assert [p.check for p in concept_problems(unread)] == ["no_source"]
    assert list(concept_problems(unread, infos=False)) == []


def test_a_problem_says_what_and_where() -> None:
    (problem,) = problems([concept(en=section("word "))])
    assert problem == Problem(
        check="stray_space",
        severity="warning",
        message="“word ” begins or ends with a space",
        concept="a",
        lang="en",
        where=("languages", "en", "terms", 0, "term"),
        text="word ",
        span=(4, 5),
        mended="word",
    )
