from hypothesis import given
from hypothesis import strategies as st

from booth_app.ui.booth.harmless import harmless, isolated, unisolated


def test_breaks_become_spaces() -> None:
    assert harmless("a\tb\nc\r\nd\u2028e") == "a b c  d e"


def test_controls_overrides_and_half_characters_are_replaced_one_for_one() -> None:
    assert harmless("a\x00b\u202ec\u2066d\ud800e") == "a\ufffdb\ufffdc\ufffdd\ufffde"


def test_words_of_every_language_stay() -> None:
    for text in ("relèvement", "الميثاق العالمي", "año 2021", "می\u200cرود", "👩\u200d⚖️"):
        assert harmless(text) == text


@given(st.text(alphabet=st.characters()))
def test_places_stay_and_what_is_harmless_stays(text: str) -> None:
    made = harmless(text)
    assert len(made) == len(text)
    assert harmless(made) == made
    made.encode("utf-8")


def test_isolation_holds_an_override_in() -> None:
    assert isolated("GCM \u202e") == "\u2068GCM \ufffd\u2069"


def test_what_is_read_aloud_has_no_isolates() -> None:
    assert unisolated(f"next {isolated('منتدى')}, 16:00") == "next منتدى, 16:00"
