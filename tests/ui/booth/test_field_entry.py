import pytest
from hypothesis import given
from hypothesis import strategies as st

from booth_app.languages import Lang
from booth_app.ui.booth.field_answer import Found
from booth_app.ui.booth.field_entry import (
    FIELD_LIMIT,
    NAME_LIMIT,
    QUERY_LIMIT,
    TERM_LIMIT,
    Entry,
    HalfPair,
    LookUp,
    MachineWanted,
    Nothing,
    Pair,
    PeopleWanted,
    Unplanned,
    entry,
    languages_by_script,
)
from booth_app.ui.booth.field_hint import hint


def read(text: str, floor: Lang = "fr", target: Lang = "en") -> Entry:
    return entry(text, languages_by_script, floor, target)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("", Nothing()),
        (" \t ", Nothing()),
        ("  examen   migr ", LookUp("examen migr")),
        ("a = b", LookUp("a = b")),
        ("=", MachineWanted("")),
        ("= les GLR", MachineWanted("les GLR")),
        ("@", PeopleWanted("")),
        ("@gunn", PeopleWanted("gunn")),
        ("@,", PeopleWanted("")),
        ("@Jane Doe, Mayor of Lima, Peru", Unplanned("Jane Doe", "Mayor of Lima, Peru")),
        ("@Jane Doe,", Unplanned("Jane Doe", "")),
        ("@سلمى، عمدة", Unplanned("سلمى", "عمدة")),
        ("+", HalfPair("")),
        ("+ pacte vert", HalfPair("pacte vert")),
        ("+ pacte vert =", HalfPair("pacte vert")),
        ("+ = green deal", HalfPair("")),
        ("+ pacte vert = green deal", Pair(("fr", "pacte vert"), ("en", "green deal"))),
        ("+a=b=c", Pair(("fr", "a"), ("en", "b=c"))),
        ("+ ميثاق أخضر = green deal", Pair(("ar", "ميثاق أخضر"), ("en", "green deal"))),
    ],
)
def test_the_first_character_decides(text: str, meant: Entry) -> None:
    assert read(text) == meant


@pytest.mark.parametrize(
    ("left", "right", "floor", "target", "languages"),
    [
        ("pacte", "compact", "fr", "en", ("fr", "en")),
        ("ميثاق", "compact", "fr", "en", ("ar", "en")),
        ("compact", "ميثاق", "fr", "en", ("fr", "ar")),
        ("compact", "ميثاق", "ar", "en", ("en", "ar")),
        ("ميثاق", "pacte", "fr", "ar", ("ar", "fr")),
        ("2030", "2030", "es", "ar", ("es", "ar")),
        ("pacte", "pacto", "ar", "ar", ("en", "fr")),
        ("pacte", "deal", "ar", "es", ("en", "es")),
        ("ميثاق", "اتفاق", "fr", "en", ("ar", "ar")),
        ("pacte", "deal", "en", "en", ("en", "fr")),
    ],
)
def test_script_decides_before_floor_and_target(
    left: str, right: str, floor: Lang, target: Lang, languages: tuple[Lang, Lang]
) -> None:
    assert languages_by_script(left, right, floor, target) == languages


def test_the_glossary_may_know_the_languages_better() -> None:
    meant = entry("+ deal = pacte", lambda *_: ("en", "fr"), "fr", "en")
    assert meant == Pair(("en", "deal"), ("fr", "pacte"))


def test_endless_pastes_are_cut() -> None:
    assert read("x" * 100_000) == LookUp("x" * QUERY_LIMIT)
    assert read("=" + "x" * 100_000) == MachineWanted("x" * (FIELD_LIMIT - 1))
    assert read("@" + "x" * 100_000) == PeopleWanted("x" * NAME_LIMIT)
    pair = read(f"+{'x' * 900}={'y' * 900}")
    assert pair == Pair(("fr", "x" * TERM_LIMIT), ("en", "y" * TERM_LIMIT))


@given(st.text(alphabet=st.characters()) | st.from_regex(r"[=@+].*[,=].*"))
def test_nothing_typed_breaks_it(text: str) -> None:
    meant = read(text)
    assert "\n" not in repr(meant)
    assert hint(Found(meant))
