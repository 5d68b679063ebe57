from dataclasses import replace

from booth_app.editing.release_counts import LanguageCounts, ReleaseCounts
from booth_app.terminology.concept import Concept, LanguageSection, Term
from booth_app.terminology.joining import joined
from booth_app.terminology.news import ConceptNews, concept_news
from booth_app.ui.editor.release_wording import counts_lines, news_counted, news_lines


def concept(id_: str, en: str) -> Concept:
    section = LanguageSection(terms=(Term(id=f"{id_}.en.1", text=en),))
    return Concept(glossary="g", id=id_, languages={"en": section})


MAYOR, TWIN = concept("mayor", "mayor"), concept("twin", "lord mayor")


def news(before: Concept | None, after: Concept | None) -> ConceptNews:
    found = concept_news(before, after)
    assert found is not None
    return found


def test_a_concept_that_was_made_part_of_another_is_not_told_as_lost() -> None:
    brought = [news(MAYOR, joined(MAYOR, TWIN)), news(TWIN, None)]
    assert list(news_lines(brought, {"twin": "mayor"})) == [
        "mayor: English lord mayor is new",
        "lord mayor: is part of mayor now",
    ]
    assert list(news_lines(brought[1:], {"twin": ""})) == ["lord mayor: English lord mayor is gone"]


def test_terms_and_other_fields_are_told_with_what_they_were() -> None:
    changed = replace(concept("mayor", "Mayor"), note="of a city")
    assert list(news_lines([news(MAYOR, changed)], {})) == [
        "Mayor: English Mayor, was mayor; note for the booth is new: of a city"
    ]


def test_how_much_is_new_and_since_when() -> None:
    assert news_counted(0, "") == "It is the first one opened here: no concept changes."
    said = "Since 2026.11.24, the last one opened here, 1,234 concepts change."
    assert news_counted(1_234, "2026.11.24") == said


def test_what_goes_out_is_counted_in_sentences() -> None:
    languages = {"en": LanguageCounts(approved=1), "ar": LanguageCounts(5, 2, 1_000, 0)}
    assert counts_lines(ReleaseCounts(1, 0, languages)) == [  # type: ignore[arg-type]
        "1 concept goes out; 0 stay behind.",
        "English: 1 term goes out (1 approved, 0 marked as not approved); 0 stay behind.",
        "Arabic: 1,007 terms go out (5 approved, 2 in their last approved wording,"
        " 1,000 marked as not approved); 2 stay behind.",
    ]
