import pytest
from hypothesis import given
from hypothesis import strategies as st

from booth_app.languages import script
from booth_app.lookup.layouts import LAYOUTS, LONGEST, ROWS, Layout, _keys, readings, typed

US = "".join(level for row in ROWS["us"] for level in row)
LETTER_KEYS = "qwertyuiopasdfghjklzxcvbnm;'[],."


def read(text: str) -> list[tuple[str, str]]:
    return [(reading.layout, reading.text) for reading in readings(text)]


@pytest.mark.parametrize(
    ("text", "layout", "meant"),
    [
        ("هةقب", "us", "imrf"),
        (";igrqtion", "fr", "migration"),
        ("hgi[vm", "ara", "الهجرة"),
        ("r2fugi2", "fr", "réfugié"),
        ("rel7ve;ent", "fr", "relèvement"),
        ("d4qsile", "fr", "d'asile"),
        ("co;;une", "fr", "commune"),
        ("[etre", "fr", "être"),
        ("migraci'on", "es", "migración"),
        ("ni;o", "es", "niño"),
        ("bda", "ara", "لايش"),
        ("hghjthr", "ara", "الاتفاق"),
        ("hbjthr", "ara", "الاتفاق"),
        ("Yughk", "ara", "إعلان"),
        ("هةقب 2022", "us", "imrf 2022"),
        ("لاشىن", "us", "bank"),
        ("\ufefbشىن", "us", "bank"),
        ("ةهلقشفهخى", "us", "migration"),
        ("كهلقضفهخى", "fr", "migration"),
        ("zqter", "us", "water"),
        ("طش", "es", "á"),
        ("á", "ara", "طش"),
    ],
)
def test_what_the_hand_meant(text: str, layout: str, meant: str) -> None:
    assert (layout, meant) in read(text)


@pytest.mark.parametrize(("text", "layout", "meant"), [("YughK", "ara", "إعلا،"), ("é", "us", "2")])
def test_what_is_no_word_is_left_out(text: str, layout: Layout, meant: str) -> None:
    assert typed(next(_keys(text, "us" if layout == "ara" else "fr")), layout) == meant
    assert (layout, meant) not in read(text)


def test_no_letter_is_read_that_none_of_the_languages_writes() -> None:
    assert "alḱ" not in [meant for _, meant in read("al'k")]


def test_each_text_comes_once_and_never_as_it_was_typed() -> None:
    for text in ("migration", "imrf", ";igrqtion", "هةقب", "الاتفاق", "réfugié", "bda"):
        found = [meant for _, meant in read(text)]
        assert len(found) == len(set(found))
        assert text not in found


def test_accents_were_meant() -> None:
    assert "trait'e" not in [meant for _, meant in read("traité")]
    assert ("es", "migración") in read("migraci'on")


@pytest.mark.parametrize("text", ["", " ", "123", "!?", "migraطخى", "日本", "x" * (LONGEST + 1)])
def test_what_no_other_hand_typed(text: str) -> None:
    assert read(text) == []


def test_a_space_while_typing_changes_nothing() -> None:
    assert read(";igrqtion ") == read(";igrqtion")


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_key_has_one_character_on_each_level(layout: Layout) -> None:
    lengths = [len(level) for row in ROWS[layout] for level in row]
    assert lengths == [13, 13, 12, 12, 12, 12, 10, 10]
    characters = [character for row in ROWS[layout] for level in row for character in level]
    assert len(characters) == len(set(characters))


@given(st.text(US + " ", max_size=12), st.sampled_from(LAYOUTS))
def test_what_keys_type_leads_back_to_keys_that_type_it(keys: str, layout: Layout) -> None:
    text = typed(keys, layout)
    assert text in [typed(back, layout) for back in _keys(text, layout)]


@given(st.text(US + " ", max_size=12))
def test_without_dead_keys_and_lam_alef_it_leads_back_to_the_keys(keys: str) -> None:
    assert list(_keys(typed(keys, "us"), "us")) == [keys]
    if not set(keys) & set("bBGT"):
        assert keys in _keys(typed(keys, "ara"), "ara")


@given(st.text(LETTER_KEYS, min_size=1, max_size=12), st.sampled_from(LAYOUTS))
def test_us_keys_are_read_as_every_other_layout_has_them(keys: str, layout: Layout) -> None:
    meant = typed(keys, layout)
    if meant.isalpha() and meant != keys and all(map(script, meant)):
        assert meant in [text for _, text in read(keys)]


@given(st.text(max_size=LONGEST) | st.text(US + "éàçùñ´ءلاأ\ufefb\u0651", max_size=20))
def test_any_text_is_read_or_not(text: str) -> None:
    for _, meant in read(text):
        assert meant != text
        assert any(character.isalpha() for character in meant)
