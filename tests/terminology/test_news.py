from booth_app.terminology.concept import Concept, LanguageSection, Term
from booth_app.terminology.differences import with_field
from booth_app.terminology.fields import Field
from booth_app.terminology.news import News, concept_news, news

TERM = Field("term", "fr", "1", "term")
CONCEPT = Concept(
    glossary="g",
    id="a",
    languages={"fr": LanguageSection(terms=(Term(id="1", text="un"), Term(id="2", text="deux")))},
)


def test_a_term_is_new_changed_or_gone() -> None:
    after = with_field(CONCEPT, TERM, "une")
    after = with_field(after, TERM._replace(name="region"), "MA")
    after = with_field(after, TERM._replace(id="2"), None)
    after = with_field(after, TERM._replace(lang="es", id="3"), "tres")
    assert news(CONCEPT, after) == [
        News("fr", "changed", "une", "un", "une", ("region",)),
        News("fr", "gone", "deux", "deux", ""),
        News("es", "new", "tres", "", "tres"),
    ]


def test_what_else_a_concept_says_is_told_after_its_terms() -> None:
    after = with_field(CONCEPT, Field("concept", name="note"), "n")
    after = with_field(after, Field("section", "fr", "", "definition"), "d")
    assert news(CONCEPT, after) == [
        News(None, "new", "note for the booth", "", "n"),
        News("fr", "new", "French definition", "", "d"),
    ]


def test_nothing_is_new_in_what_stayed() -> None:
    assert news(CONCEPT, CONCEPT) == []
    assert concept_news(CONCEPT, CONCEPT) is None
    assert concept_news(None, None) is None


def test_a_concept_that_is_gone_is_told_as_it_was() -> None:
    gone = concept_news(CONCEPT, None)
    assert gone is not None
    assert gone.concept == CONCEPT
    assert [each.became for each in gone.news] == ["gone", "gone"]
