from hypothesis import given
from hypothesis import strategies as st

from booth_app.languages import Lang
from booth_app.terminology.concept import Concept, LanguageSection, Relation, Term
from booth_app.terminology.in_common import Common


def concept(name: str, *texts: str, lang: Lang = "en", related: str = "") -> Concept:
    terms = tuple(Term(id=f"{name}.{at}", text=text) for at, text in enumerate(texts))
    relations = (Relation(related),) if related else ()
    return Concept(
        glossary="g", id=name, related=relations, languages={lang: LanguageSection(terms=terms)}
    )


def taken(*concepts: Concept, known: tuple[str, ...] = ()) -> Common:
    common = Common(known)
    for each in concepts:
        common.take(each)
    return common


def test_concepts_that_share_a_folded_term_are_at_odds() -> None:
    common = taken(concept("a", "Réfugié"), concept("b", "x", "refugie"), concept("c", "y"))
    assert common.at_odds() == {"a", "b"}
    assert common.is_shared(("en", "refugie"))
    assert not common.is_shared(("en", "y"))


def test_one_concept_is_not_at_odds_with_itself() -> None:
    assert taken(concept("a", "Word", "word", "?!"), concept("b", "?!")).at_odds() == set()


def test_one_word_in_two_languages_is_two_terms() -> None:
    assert taken(concept("a", "mayor"), concept("b", "mayor", lang="es")).at_odds() == set()


def test_the_rarer_apostrophe_is_looked_for_again() -> None:
    common = taken(concept("a", "d'un"), concept("b", "d'une"), concept("c", "l’un"))
    assert common.rare_apostrophes() == {("en", "’")}
    assert common.at_odds() == {"c"}


def test_relations_may_lead_forward_and_to_what_is_known() -> None:
    common = taken(
        concept("a", "x", related="b"), concept("b", "y", related="broken"), known=("broken",)
    )
    assert list(common.dangling_relations()) == []
    [dangling] = taken(concept("a", "x", related="b")).dangling_relations()
    assert (dangling.concept, dangling.text) == ("a", "b")


def test_nothing_has_nothing_in_common() -> None:
    assert Common().at_odds() == set()


@given(st.lists(st.lists(st.sampled_from(("a", "A", "b", "c d", "c-d", "!")), max_size=3)))
def test_just_those_are_at_odds_that_share_a_key(texts: list[list[str]]) -> None:
    made = [concept(str(number), *each) for number, each in enumerate(texts)]
    folded = [{text.lower().replace("-", " ") for text in each} - {"!"} for each in texts]
    expected = {
        str(number)
        for number, own in enumerate(folded)
        if any(own & other for at, other in enumerate(folded) if at != number)
    }
    assert taken(*made).at_odds() == expected
