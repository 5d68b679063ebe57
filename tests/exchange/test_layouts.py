"""What columns say of their rows, in tables with a concept a row and with a term a row."""

import pytest

from booth_app.terminology.concept import Term
from tests.exchange.typed_grids import Read, grid, said


def only(text: str) -> Read:
    read = Read(grid(said(text)))
    assert len(read.concepts) == 1
    return read


def terms(text: str, lang: str) -> tuple[Term, ...]:
    return only(text).concepts[0].languages[lang].terms  # type: ignore[index]


def test_the_first_term_of_a_cell_keeps_the_rows_status() -> None:
    first, second = terms("English|Status English\nroad;way|preferred", "en")
    assert (first.text, first.status) == ("road", "preferred")
    assert (second.text, second.status) == ("way", "admitted")


def test_columns_that_repeat_belong_to_the_terms_before_them() -> None:
    text = "English|Term_Info|Term_Example|English|Term_Info|Term_Example\n"
    first, second = terms(text + "road||a road|way|Forbidden|a way", "en")
    assert (first.context, first.status) == ("a road", "admitted")
    assert (second.context, second.status) == ("a way", "forbidden")


def test_what_is_said_of_a_language_is_said_of_its_terms_alone() -> None:
    read = only("English|French|Gender French|Definition French\nroad|route|feminine|voie")
    english, french = (read.concepts[0].languages[lang] for lang in ("en", "fr"))  # type: ignore[index]
    assert (english.terms[0].gender, french.terms[0].gender) == ("", "feminine")
    assert (english.definition, french.definition) == ("", "voie")


def test_a_status_of_no_language_is_said_of_the_first_term_in_each() -> None:
    read = only("English|French|Status\nroad;way|route|preferred")
    sections = read.concepts[0].languages
    assert [term.status for term in sections["en"].terms] == ["preferred", "admitted"]
    assert [term.status for term in sections["fr"].terms] == ["preferred"]


def test_a_file_holds_what_it_has_columns_for() -> None:
    holds = only("English|Definition English|Note|Colour\nroad|a way|rare|red").facts.holds
    assert {"section.definition", "concept.note", "concept.extra:Colour"} <= holds
    assert not any(held.startswith("concept.extra:Def") for held in holds)


def test_an_unknown_column_is_kept_under_its_header() -> None:
    assert only("English|Checked by\nroad|Ana").concepts[0].extra == {"Checked by": "Ana"}


def test_a_word_that_is_no_status_is_kept_beside_the_term_and_told() -> None:
    read = only("English|Status English\nroad|wonderful")
    [term] = read.concepts[0].section("en").terms
    assert (term.status, term.extra) == ("admitted", {"Status English": "wonderful"})
    assert "wonderful" in read.messages[0]


@pytest.mark.parametrize(("mark", "status"), [("x", "forbidden"), ("", "admitted")])
def test_a_mark_forbids_the_terms_of_its_row(mark: str, status: str) -> None:
    [term] = terms(f"English|Forbidden\nroad|{mark}", "en")
    assert term.status == status


def test_acronyms_have_a_column_of_their_own() -> None:
    full, short = terms("English|Acronym EN\nGlobal Compact|GCM", "en")
    assert (full.type, short.text, short.type) == (None, "GCM", "acronym")


def test_a_date_that_is_none_is_kept_and_told() -> None:
    read = only("English|Since\nroad|last year")
    assert (read.concepts[0].since, read.concepts[0].extra) == ("", {"Since": "last year"})
    assert "“last year” is no date" in read.messages[0]
    assert only("English|Since\nroad|2022-05-20").concepts[0].since == "2022-05-20"


def test_a_term_a_row_has_its_language_region_and_fields_in_its_row() -> None:
    read = only(
        "concept|lang|term|status|source|definition\n"
        "1|en-GB|road|preferred|OED|a way\n1|fr|route;voie|preferred||"
    )
    english, french = (read.concepts[0].languages[lang] for lang in ("en", "fr"))  # type: ignore[index]
    assert [(t.text, t.region, t.source) for t in english.terms] == [("road", "GB", "OED")]
    assert [(t.text, t.status) for t in french.terms] == [
        ("route", "preferred"),
        ("voie", "admitted"),
    ]
    assert (english.definition, french.definition) == ("a way", "")


def test_an_empty_term_of_a_row_is_told() -> None:
    read = only("concept|lang|term\n1|en|road\n1|fr|-")
    assert [(p.line, "empty" in p.message) for p in read.problems] == [(3, True)]


def test_what_two_rows_say_of_one_concept_is_kept_twice_where_it_differs() -> None:
    read = only("ID|English|Note\n1|road|a\n1|road|b\n1|way|b")
    assert read.concepts[0].note == "a\nb"
    assert read.terms == [{"en": ["road", "way"]}]


def test_an_id_too_long_to_be_one_is_none() -> None:
    read = only(f"ID|English\n{'x' * 201}|road")
    assert read.concepts[0].external == ()
