from hypothesis import given

from booth_app.exchange.printed_rows import DIGITS, UNSAID, PrintedRow, PrintedRows, printable
from booth_app.languages import Lang
from booth_app.terminology.concept import Concept, LanguageSection, Term
from tests.generated_concepts import TEXTS, concepts


def named(lang: Lang, *texts: str, note: str = "") -> Concept:
    terms = tuple(Term(id=text, text=text) for text in texts)
    section = LanguageSection(terms=terms, definition="what it is")
    return Concept(glossary="g", id=texts[0], note=note, languages={lang: section})


def test_rows_stand_in_the_order_of_a_dictionary_under_their_letters() -> None:
    some = ("zebra", "Éxodo", "(una) aldea", "2030 Agenda", "examen")
    rows = PrintedRows.of([named("fr", "sans"), *(named("en", each) for each in some)])
    assert [(row.letter, row.texts[0]) for row in rows] == [
        (DIGITS, "2030 Agenda"),
        ("E", "examen"),
        ("E", "Éxodo"),
        ("U", "(una) aldea"),
        ("Z", "zebra"),
        (UNSAID, ""),
    ]


def test_an_arabic_term_is_not_sorted_by_its_article() -> None:
    rows = PrintedRows.of([named("ar", "منتدى"), named("ar", "الهجرة"), named("ar", "هدف")], ["ar"])
    assert [row.texts[0] for row in rows] == ["منتدى", "الهجرة", "هدف"]


def test_what_is_said_first_is_told_from_the_others_and_all_else_stands_below() -> None:
    (row,) = PrintedRows.of([named("fr", "premier", "second", note="<b>a\nnote")], ("fr", "ar"))
    assert row == PrintedRow(
        "P",
        ("premier\u00a0| second", ""),
        (len("premier"), 0),
        "\u2068what it is\u2069 — \u2068<b>a note\u2069",
    )


def test_many_rows_are_in_order_however_they_came() -> None:
    rows = PrintedRows(("en",))
    for number in range(5_000):
        rows.add(named("en", f"term {number * 7 % 5_000:04}"))
    assert len(rows) == 5_000
    assert [row.texts[0] for row in rows] == [f"term {number:04}" for number in range(5_000)]
    assert len(list(rows)) == 5_000  # they can be gone through again


def test_what_has_no_picture_is_not_printed() -> None:
    assert printable(" a\u202eb\x00\r\n c\ud800 ") == "ab c"
    assert printable("où\u00a0? نمی\u200cخواهم") == "où\u00a0? نمی\u200cخواهم"


@given(TEXTS)
def test_what_is_printed_is_one_line(text: str) -> None:
    shown = printable(text)
    assert shown == printable(shown)
    assert len(shown.splitlines()) <= 1


@given(concepts())
def test_each_language_has_its_text_whatever_a_concept_holds(concept: Concept) -> None:
    (row,) = PrintedRows.of([concept])
    assert len(row.texts) == len(row.preferred) == 4
    assert row.letter
