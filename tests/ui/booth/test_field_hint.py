from booth_app.ui.booth.field_entry import (
    HalfPair,
    LookUp,
    MachineWanted,
    Nothing,
    Pair,
    PeopleWanted,
    Unplanned,
)
from booth_app.ui.booth.field_hint import hint


def test_an_empty_field_says_what_else_it_takes() -> None:
    assert hint(Nothing()) == "+ new term   = machine   @ people"


def test_a_pair_names_its_languages_before_enter() -> None:
    assert hint(Pair(("fr", "pacte"), ("ar", "ميثاق"))) == "French = Arabic · Enter adds"
    assert hint(HalfPair("pacte")) == "+ term = the same in the other language"


def test_enter_says_what_it_will_do() -> None:
    assert hint(Unplanned("Jane", "")) == "Enter adds \u2068Jane\u2069"
    assert hint(PeopleWanted("x"), found=2) == "Enter: is speaking"
    assert hint(PeopleWanted("x")) == "@name, post adds somebody"
    assert hint(LookUp("x")) == "Esc clears"
    assert hint(MachineWanted("x")) == "machine"
