"""Tables as people make them, typed here."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from booth_app.exchange.cells import synonyms
from booth_app.exchange.grids import GridRow
from booth_app.exchange.report import FileUnreadable
from booth_app.exchange.table_reading import TableFile
from booth_app.languages import LANGUAGES
from tests.exchange.typed_grids import Read, TypedFile, grid, said


def test_ids_that_stand_apart_are_one_concept_where_they_share_a_term() -> None:
    read = Read(grid(said("ID|English|French\n1|road|route\n2|law|loi\n1|road|chemin")))
    assert read.terms == [
        {"en": ["law"], "fr": ["loi"]},
        {"en": ["road"], "fr": ["route", "chemin"]},
    ]
    assert read.problems == []


def test_an_id_of_two_concepts_is_told_and_neither_is_lost() -> None:
    read = Read(grid(said("ID|English|French\n1|road|route\n2|law|loi\n1|city|ville")))
    assert sorted(terms["en"] for terms in read.terms) == [["city"], ["law"], ["road"]]
    [problem] = read.problems
    assert problem.line == 4
    assert "“1” stands in row 2 too" in problem.message
    at = read.lines.index(4)
    assert read.concepts[at].external == ()
    assert "row 2" in read.tells[at][0]


def test_foreign_ids_are_references_with_the_name_of_the_file() -> None:
    read = Read(grid(said("ID|English|French\n17|road|route")))
    [reference] = read.concepts[0].external
    assert (reference.system, reference.id, read.ids) == ("typed", "17", [""])


def test_a_table_of_german_alone_holds_no_field_of_the_four_languages() -> None:
    read = Read(grid(said("Deutsch\nStraße\nStadt")))
    assert [concept.extra for concept in read.concepts] == [{"de": "Straße"}, {"de": "Stadt"}]
    assert read.report.other_languages == {"de": 2}
    assert read.facts.holds == {"concept.extra:de"}


def test_a_table_holds_the_languages_it_has_columns_for() -> None:
    read = Read(grid(said("English|Deutsch|Definition French\nroad|Straße|voie")))
    assert read.facts.holds & set(LANGUAGES) == {"en", "fr"}
    assert {"concept.extra:de", "term.term", "section.definition"} <= read.facts.holds


def test_a_table_of_a_term_a_row_holds_the_languages_of_its_rows() -> None:
    read = Read(grid(said("concept|lang|term\n1|en|road\n1|de|Straße\n2|fr|loi")))
    assert read.facts.holds & set(LANGUAGES) == {"en", "fr"}
    assert "concept.extra:de" in read.facts.holds


def test_a_language_that_does_not_exist_is_told() -> None:
    read = Read(grid(said("English|xx-YY|whatever\nroad|a|b")))
    assert read.concepts[0].extra == {"xx-YY": "a", "whatever": "b"}
    assert [(p.line, "xx-YY" in p.message) for p in read.problems] == [(1, True)]
    rows = Read(grid(said("concept|lang|term\n1|zz|road\n1|en|road")))
    assert [(p.line, "“zz” is no language" in p.message) for p in rows.problems] == [(2, True)]


def test_without_a_header_it_is_told_that_the_first_row_was_taken() -> None:
    read = Read(grid(said("Mot|Wort\nroute|road")), columns={"1": "fr", "2": "en"})
    assert read.terms[0] == {"en": ["Wort"], "fr": ["Mot"]}
    assert [message for message in read.messages if "the first" in message]


def test_a_gap_between_different_languages_is_told() -> None:
    read = Read(grid(said("English|French||Spanish|Arabic\nroad|route||calle|شارع")))
    assert [message for message in read.messages if "two sheets" in message]


def test_a_column_that_only_its_script_suggests_is_not_taken_and_named() -> None:
    read = Read(grid([["English", "x"], *[["road", "طريق"]] * 3]))
    assert read.terms[0] == {"en": ["road"]}
    [message] = read.messages
    assert "“x” is not taken" in message
    assert "--map x=ar" in message


def test_of_two_sheets_that_without_languages_is_told_and_left_out() -> None:
    read = Read(grid(said("English|French\nroad|route"), "one"), grid(said("a|b\nc|d"), "two"))
    assert len(read.concepts) == 1
    assert ["“two”" in message for message in read.messages] == [True]


def test_a_table_of_a_document_goes_on_in_the_next() -> None:
    read = Read(
        grid(said("English|French\nroad|route")), grid(said("law|loi\na|b")), format_="docx"
    )
    assert [terms["en"] for terms in read.terms] == [["road"], ["law"], ["a"]]
    assert "no header" in read.messages[0]


def refused(*rows: str, **columns: str) -> str:
    file = TypedFile(grid(said("\n".join(rows))))
    with pytest.raises(FileUnreadable) as fault:
        TableFile(Path("typed.xlsx"), file, columns)
    assert file.closed
    assert "\n" not in str(fault.value)
    return str(fault.value)


def test_no_language_is_refused_with_what_the_first_row_says_and_how_to_go_on() -> None:
    sentence = refused("Foo|Bar", "a|b")
    assert "“Foo”, “Bar”" in sentence
    assert "--map 1=LANG,2=LANG" in sentence


def test_an_unknown_column_is_refused_with_those_that_are_there() -> None:
    assert "no column “Nope” (there are “English”" in refused("English|French", "a|b", Nope="fr")
    assert "no language" in refused("English|French", "a|b", English="xx")


def test_a_lost_script_is_refused_with_its_first_row() -> None:
    sentence = refused("English|Arabic", "a|????", "b|??? ??", "c|?????", "d|x")
    assert "has lost a script: 3 cells" in sentence
    assert "row 2" in sentence


def test_nothing_at_all_is_refused() -> None:
    assert "no table with anything in it" in refused("|", "|")


def test_more_terms_than_a_concept_can_have_are_told() -> None:
    cell = ";".join(f"t{number}" for number in range(5_003))
    read = Read(grid([["English", "French"], [cell, "x"]]))
    assert len(read.terms[0]["en"]) == 5_000
    assert ["4 terms beyond 5,000" in message for message in read.messages] == [True]


_CELL = st.text("ab;|/ \n(-", max_size=6)
_ABOVE = st.frozensets(st.integers(0, 2), max_size=2)
_ROWS = st.lists(st.tuples(st.tuples(_CELL, _CELL, _CELL), _ABOVE), max_size=6)


@given(_ROWS, st.sampled_from(["English", "ID", "Deutsch", "Note", "whatever"]), st.booleans())
def test_whatever_stands_in_a_table_no_term_of_it_is_lost(
    typed: list[tuple[tuple[str, str, str], frozenset[int]]], third: str, aligned: bool
) -> None:
    header = GridRow(1, ["French", "Arabic", third])
    rows = [GridRow(number, cells, above) for number, (cells, above) in enumerate(typed, 2)]
    read = Read(grid([header, *rows], aligned=aligned))
    found = {(lang, term.text) for concept in read.concepts for lang, term in concept.terms()}
    for row in rows:
        for lang, cell in zip(("fr", "ar"), row.cells, strict=False):
            assert {(lang, text) for text in synonyms(cell).texts} <= found
    assert all(1 <= problem.line <= len(rows) + 1 for problem in read.problems)
    assert sum(read.report.terms.values()) == sum(
        len(section.terms) for c in read.concepts for section in c.languages.values()
    )


@given(
    st.lists(st.lists(st.text(max_size=5), max_size=4), max_size=6),
    st.dictionaries(
        st.sampled_from(["1", "2", "9", "English", "x"]),
        st.sampled_from(["fr", "note", "xx", "term", "lang", "id"]),
        max_size=2,
    ),
)
def test_any_grid_gives_concepts_or_one_sentence(
    rows: list[list[str]], columns: dict[str, str]
) -> None:
    said = ""
    try:
        read = Read(grid(rows), columns=columns)
    except FileUnreadable as fault:
        said = str(fault)
    else:
        assert len(read.concepts) == read.report.concepts
    assert "\n" not in said
