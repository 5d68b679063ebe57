from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from booth_app.terminology.concept import Concept
from booth_app.terminology.fields import Field
from booth_app.ui.editor.typed_concept import TypedConcept

NOTE = Field("concept", name="note")


@pytest.fixture
def typed() -> Iterator[TypedConcept]:
    parent = QObject()
    typed = TypedConcept(parent)
    typed.hold(Concept(glossary="g", id="c"))
    yield typed
    parent.deleteLater()


def test_hands_that_do_not_rest_do_not_keep_it_from_being_announced(
    typed: TypedConcept, qtbot: QtBot
) -> None:
    written: list[str] = []

    def write() -> None:
        written.append("a")
        typed.set_value(NOTE, "".join(written))

    typing = QTimer(typed, interval=20)
    typing.timeout.connect(write)
    typing.start()
    with qtbot.waitSignal(typed.changed, timeout=10_000) as changed:
        pass
    assert typing.isActive()  # nobody paused
    assert changed.args[0].note == "".join(written)


def test_each_state_is_announced_once(typed: TypedConcept, qtbot: QtBot) -> None:
    said: list[Concept] = []
    typed.changed.connect(said.append)
    typed.set_value(NOTE, "one")
    typed.announce()
    typed.announce()
    assert [concept.note for concept in said] == ["one"]
