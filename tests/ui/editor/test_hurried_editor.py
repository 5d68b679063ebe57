"""Whatever keys come in whatever order: nothing is raised, and the counts stay true."""

import random
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from booth_app.editing.surveying import Surveying
from booth_app.languages import LANGUAGES
from tests.editing.made_glossaries import NAME
from tests.ui.editor.typing_editor import ALT, CONTROL, NONE, SHIFT, Key, Typing

KEYS = (
    *((key, CONTROL) for key in (Key.Key_N, Key.Key_Z, Key.Key_T, Key.Key_F, Key.Key_S)),
    *((key, CONTROL) for key in (Key.Key_Return, Key.Key_PageUp, Key.Key_PageDown)),
    *((key, CONTROL | SHIFT) for key in (Key.Key_Z, Key.Key_D, Key.Key_Return, Key.Key_Delete)),
    *((key, ALT) for key in (Key.Key_1, Key.Key_2, Key.Key_4, Key.Key_6, Key.Key_8)),
    *((key, ALT) for key in (Key.Key_Up, Key.Key_Down, Key.Key_Return)),
    *((key, NONE) for key in (Key.Key_F1, Key.Key_F2, Key.Key_F6, Key.Key_F8, Key.Key_Escape)),
    *((key, NONE) for key in (Key.Key_Down, Key.Key_Up, Key.Key_Tab, Key.Key_Return)),
    (Key.Key_Backspace, NONE),
)
WORDS = ("a", "migrant", " ", "é", "ق", "caravan", "b")
TIMES = 400


def press(code: Key, held: Qt.KeyboardModifier, text: str = "") -> None:
    focus = QApplication.focusWidget()
    if focus is not None:
        QCoreApplication.sendEvent(focus, QKeyEvent(QEvent.Type.KeyPress, code, held, text))


@pytest.mark.parametrize("seed", [1, 2])
def test_hurried_hands(qtbot: QtBot, tmp_path: Path, seed: int) -> None:
    typing, chance = Typing(qtbot, tmp_path), random.Random(seed)
    for _ in range(TIMES):
        if chance.random() < 0.4:
            for letter in chance.choice(WORDS):
                press(Key.Key_unknown, NONE, letter)
        else:
            press(*chance.choice(KEYS))
        if chance.random() < 0.2:
            qtbot.wait(3)
    typing.window.editor.approvals.leave()
    typing.window.view.form.announce()
    typing.window.desk.catch_up()
    newest = Surveying(typing.termbase, NAME, LANGUAGES).newest
    typing.until(lambda: typing.window.desk.survey and typing.window.desk.survey.seq >= newest())
    qtbot.wait(300)
    survey, anew = typing.window.desk.survey, Surveying(typing.termbase, NAME, LANGUAGES).made()
    assert survey is not None
    assert survey.counts() == anew.counts()
    assert survey.ids(survey.numbers()) == anew.ids(anew.numbers())
    concepts = typing.window.view.concepts
    assert concepts.view.currentIndex().isValid() or not concepts.count
    typing.close()
