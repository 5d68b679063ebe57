import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from booth_app.exchange.cells import LONGEST_TERM, is_lost, one_line, prose, synonyms, text_of

_WORD = st.text(st.characters(categories=["L"], codec="utf-8"), min_size=1, max_size=8)
_TERM = st.lists(_WORD, min_size=1, max_size=3).map(" ".join)


@given(st.lists(_TERM, min_size=1, max_size=8, unique=True), st.data())
def test_terms_that_were_joined_are_parted_again(terms: list[str], data: st.DataObject) -> None:
    joints = [data.draw(st.sampled_from([";", " ; ", "|", " | ", "\n", "\r\n"])) for _ in terms]
    cell = "".join(f"{joint}{term}" for joint, term in zip(joints, terms, strict=True))
    found = synonyms(cell)
    assert found.texts == tuple(terms)
    assert found.tells == ()


@given(_TERM, _TERM, st.sampled_from([",", "/", " / ", "، ", "؛", " - "]))
def test_nothing_else_parts_a_term(one: str, other: str, joint: str) -> None:
    assert synonyms(f"{one}{joint}{other}").texts == (f"{one}{joint}{other}",)


@given(st.text())
def test_whatever_stands_in_a_cell_terms_are_lines_without_control_characters(text: str) -> None:
    for term in synonyms(text).texts:
        assert term == term.strip() != ""
        assert not set(term) & {"\n", "\r", "\0"}
    assert synonyms("\n".join(synonyms(text).texts)).texts == synonyms(text).texts


@pytest.mark.parametrize(
    ("cell", "texts", "said"),
    [
        ("réfugié(e)", ("réfugié(e)",), ""),
        ("refugee(s; pl.)", ("refugee(s; pl.)",), "brackets"),
        ("right (a;b", ("right (a", "b"), ""),
        ("mayor/burgomaster", ("mayor/burgomaster",), "stroke"),
        ("A/RES/73/195", ("A/RES/73/195",), ""),
        ("R&amp;D; lab", ("R&amp;D", "lab"), "web page"),
        ("• one\n• two", ("one", "two"), ""),
        ("- one\n- two", ("one", "two"), ""),
        ("-one", ("-one",), ""),
        ("a;a; a ", ("a",), ""),
        ("—", (), ""),
        (";;|\n", (), ""),
        ("??; a", ("a",), "no term"),
        ("عمدة؛ رئيس", ("عمدة؛ رئيس",), "semicolon of its script"),
        ("a\0b", ("ab",), "NUL"),
        ("x" * (LONGEST_TERM + 1), (), "20,001 characters"),
        ("  ", (), ""),
    ],
)
def test_what_a_cell_says_and_what_is_to_be_looked_at(
    cell: str, texts: tuple[str, ...], said: str
) -> None:
    found = synonyms(cell)
    assert found.texts == texts
    assert [said in tell for tell in found.tells] == ([True] if said else [])


def test_five_thousand_terms_of_one_cell_come_in_their_order() -> None:
    terms = tuple(f"term {number}" for number in range(5_000))
    assert synonyms(";".join(terms)).texts == terms


@pytest.mark.parametrize(
    ("value", "text", "told"),
    [
        ("x", "x", False),
        (True, "TRUE", False),
        (1951.0, "1951", False),
        (1.5, "1.5", False),
        (7, "7", False),
        (datetime.datetime(2022, 4, 3), "2022-04-03", True),
        (datetime.date(2022, 4, 3), "2022-04-03", True),
        (datetime.time(9, 30), "09:30:00", True),
    ],
)
def test_values_of_a_spreadsheet_are_texts(value: object, text: str, told: bool) -> None:
    found, said = text_of(value)  # type: ignore[arg-type]
    assert (found, bool(said)) == (text, told)


def test_prose_keeps_its_lines_and_one_line_has_one() -> None:
    assert prose(" a\r\nb\x07\vc \n") == "a\nb \nc"
    assert one_line(" a\r\nb\u2028c\0") == "a b c"


@pytest.mark.parametrize(
    ("cell", "lost"),
    [("????", True), ("?? ??, ???", True), ("(??)", True), ("?", False), ("a??", False)],
)
def test_a_lost_script_is_nothing_but_question_marks(cell: str, lost: bool) -> None:
    assert is_lost(cell) is lost
