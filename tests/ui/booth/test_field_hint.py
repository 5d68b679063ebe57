import pytest

from booth_app.lookup.layouts import LayoutReading
from booth_app.ui.booth.field_answer import Found
from booth_app.ui.booth.field_entry import (
    Entry,
    HalfPair,
    LookUp,
    MachineWanted,
    Nothing,
    Pair,
    PeopleWanted,
    Unplanned,
)
from booth_app.ui.booth.field_hint import hint, walk_hint
from tests.ui.booth.hits import meeting


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        (Nothing(), "+ new term   = machine   @ people"),
        (Pair(("fr", "pacte"), ("ar", "ميثاق")), "French = Arabic · Enter adds"),
        (HalfPair("pacte"), "+ term = the same in the other language"),
        (Unplanned("Jane", ""), "Enter adds \u2068Jane\u2069"),
        (PeopleWanted("x"), "@name, post adds somebody"),
        (LookUp("x"), "Esc clears"),
        (MachineWanted("x"), "machine"),
    ],
)
def test_what_enter_would_do_and_how_to_go_on(entry: Entry, said: str) -> None:
    assert hint(Found(entry)) == said


def test_who_is_found_can_be_confirmed() -> None:
    assert hint(Found(PeopleWanted("x"), "x", meeting().people[:1])) == "Enter: is speaking"


def test_another_keyboard_is_told() -> None:
    shown = Found(LookUp("هةقب"), "imrf", (), LayoutReading("us", "imrf"))
    assert hint(shown) == "read as \u2068imrf\u2069 · typed on a US keyboard"
    shown = Found(LookUp("x"), "x", (), LayoutReading("ara", "هجرة"))
    assert hint(shown).endswith(" · typed on an Arabic keyboard")


def test_the_way_back_is_counted() -> None:
    assert walk_hint(3, 12) == "look-up 3 of 12 · Up earlier, Down later"
