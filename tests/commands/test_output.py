from hypothesis import given
from hypothesis import strategies as st

from booth_app.commands.output import one_line, shown


@given(st.text())
def test_what_is_shown_is_one_line(text: str) -> None:
    assert len(shown(text).splitlines()) <= 1


@given(st.text())
def test_what_is_shown_on_one_line_is_one_line(text: str) -> None:
    assert len(one_line(text).splitlines()) <= 1


def test_control_and_direction_characters_are_shown_by_number() -> None:
    assert shown("a\x1b[2J\u202eb\n\ud800") == "a\\u001b[2J\\u202eb\\u000a\\ud800"


def test_letters_of_all_scripts_stay() -> None:
    assert shown("réfugié، لاجئ «x»") == "réfugié، لاجئ «x»"
