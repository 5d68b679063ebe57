from dataclasses import replace
from pathlib import Path

import pytest

from booth_app.store.faults import DatabaseUnusable
from booth_app.termbase import Change, Termbase
from booth_app.ui.editor.value_words import moment
from tests.editing.made_glossaries import concept
from tests.ui.editor.typing_editor import Typing


def changes(typing: Typing) -> list[Change]:
    """Change the note of the open concept twice; return all changes, oldest first."""
    for note in ("one", "two"):
        opened = typing.concept
        assert opened is not None
        typing.window.editor.save(replace(opened, note=note))
    return typing.termbase.history(concept("c2").key)


def test_what_was_done_is_told_and_what_was_told_before_is_gone(typing: Typing) -> None:
    made, first, second = changes(typing)
    typing.window.tell("Something older.")
    typing.window.side.take_back(second)
    assert typing.message == "That change is taken back; later ones stay."
    assert typing.concept == first.after
    typing.window.side.restore(made)
    assert typing.message == f"The concept is as it was on {moment(made.at)}."
    typing.window.side.link(concept("c1").key)
    assert typing.message == "The two concepts are linked."


def test_a_change_of_which_nothing_is_left_says_so(typing: Typing) -> None:
    _, first, _ = changes(typing)
    typing.window.side.take_back(first)
    assert typing.message == "Nothing of it is left: it was changed again since."
    assert len(typing.termbase.history(concept("c2").key)) == 3


def test_what_could_not_be_stored_is_not_told_as_done(
    typing: Typing, monkeypatch: pytest.MonkeyPatch
) -> None:
    *_, last = changes(typing)

    def full(*_: object) -> None:
        raise DatabaseUnusable(Path("booth.db"), "the disk is full")

    monkeypatch.setattr(Termbase, "save", full)
    typing.window.side.take_back(last)
    assert "the disk is full" in typing.message
