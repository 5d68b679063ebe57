import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from booth_app.commands.output import one_line, say_json, shown, warn


@given(st.text())
def test_what_is_shown_is_one_line(text: str) -> None:
    assert len(shown(text).splitlines()) <= 1


@given(st.text())
def test_what_is_shown_on_one_line_is_one_line(text: str) -> None:
    assert len(one_line(text).splitlines()) <= 1


def test_control_and_direction_characters_are_shown_by_number() -> None:
    assert shown("a\x1b[2J\u202eb\n\ud800") == "a\\u001b[2J\\u202eb\\u000a\\ud800"


def test_of_an_endless_sentence_beginning_and_end_are_shown() -> None:
    said = one_line(f"The file {'x' * 100_000} cannot be read.")
    assert len(said) < 1000
    assert said.startswith("The file xxx")
    assert said.endswith("xxx cannot be read.")


@pytest.mark.parametrize("character", ["\x7f", "\x9b", "\x85", "\u202e", "\u2028"])
def test_json_cannot_steer_a_terminal(capsys: pytest.CaptureFixture[str], character: str) -> None:
    say_json({"query": f"a{character}b"})
    said = capsys.readouterr().out
    assert character not in said
    assert json.loads(said) == {"query": f"a{character}b"}


def test_a_warning_stays_away_from_what_is_read_by_programs(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stderr", None)  # as where a program was started without one
    warn("The settings were damaged.")
    assert capsys.readouterr().out == ""


def test_letters_of_all_scripts_stay() -> None:
    assert shown("réfugié، لاجئ «x»") == "réfugié، لاجئ «x»"
