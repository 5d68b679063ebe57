import pytest
from hypothesis import given
from hypothesis import strategies as st

from booth_app.ui.editor.visible import mark_before, marked, typed, visible

ANY = st.text(st.characters(exclude_categories=()), max_size=40)
AWKWARD = st.lists(
    st.sampled_from(
        ["⟨", "⟩", "U+202E", "U+27E8", "U+", "\u202e", "\x00", "\n", "\ud800", "a", "⟨U+202E⟩"]
    )
).map("".join)


@given(ANY | AWKWARD, st.booleans())
def test_what_is_shown_reads_back_as_the_text(text: str, one_line: bool) -> None:
    assert typed(visible(text, one_line=one_line)) == text


@given(ANY | AWKWARD)
def test_nothing_unseen_is_left_in_what_is_shown(text: str) -> None:
    shown = visible(text)
    assert marked(shown) == shown
    assert "\n" not in visible(text, one_line=True)


@given(ANY | AWKWARD, st.booleans())
def test_marks_put_in_while_typing_leave_the_others_alone(text: str, one_line: bool) -> None:
    shown = visible(text, one_line=one_line)
    assert marked(shown, one_line=one_line) == shown


def test_a_control_that_turns_letters_round_is_seen() -> None:
    assert visible("a\u202eb\x00") == "a⟨U+202E⟩b⟨U+0000⟩"


def test_no_break_spaces_and_joiners_of_arabic_stay() -> None:
    assert visible("« mot »\u200c") == "« mot »\u200c"


def test_a_mark_somebody_typed_for_a_letter_is_no_mark() -> None:
    assert typed("⟨U+0041⟩") == "⟨U+0041⟩"
    assert mark_before("x⟨U+0041⟩") == 0


@pytest.mark.parametrize(
    ("before", "length"), [("a⟨U+202E⟩", 8), ("a", 0), ("", 0), ("⟨U+202E", 0)]
)
def test_the_mark_before_a_place_is_found(before: str, length: int) -> None:
    assert mark_before(before) == length
