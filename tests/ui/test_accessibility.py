"""The whole booth as assistive technology finds it, in each of its states."""

import gc
import sys
import threading
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget

from booth_app.ui.booth.harmless import unisolated
from booth_app.ui.main_window import MainWindow
from tests.benchmarks.typing_booth import booth, press

CONTROLS = (
    QAccessible.Role.EditableText,
    QAccessible.Role.Button,
    QAccessible.Role.List,
    QAccessible.Role.Table,
    QAccessible.Role.StaticText,
    QAccessible.Role.CheckBox,
)
"""Roles of what a person reads or acts upon: each must have a name."""


@pytest.fixture(scope="module")
def window(tmp_path_factory: pytest.TempPathFactory) -> Iterator[MainWindow]:
    hooks = sys.excepthook, threading.excepthook
    with booth(tmp_path_factory.mktemp("data")) as opened:
        yield opened
    sys.excepthook, threading.excepthook = hooks
    gc.enable()


@pytest.fixture(scope="module", autouse=True)
def technology(qapp: QApplication) -> Iterator[None]:
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


@pytest.fixture(autouse=True)
def as_it_began(window: MainWindow) -> Iterator[None]:
    yield
    window.view.hide_page()
    if window.booth.settings.docked:
        window.booth.commands["dock"]()
    for name in ("nobody", "clear"):
        window.booth.commands[name]()


def typed(text: str) -> Callable[[MainWindow], None]:
    def step(window: MainWindow) -> None:
        for letter in text:
            press(window, letter)

    return step


def commanded(*names: str) -> Callable[[MainWindow], None]:
    def step(window: MainWindow) -> None:
        for name in names:
            window.booth.commands[name]()

    return step


def told(window: MainWindow) -> None:
    window.tell("The settings were not saved.")


def suggested(window: MainWindow) -> None:
    window.booth.commands["target_ar"]()
    typed("=nous remercions")(window)
    press(window, "\r")


STATES: dict[str, tuple[Callable[[MainWindow], None], ...]] = {
    "first start": (),
    "idle": (commanded("target_en"),),
    "idle into Arabic": (commanded("target_ar"),),
    "answer": (commanded("target_en"), typed("examen migr")),
    "answer in Arabic": (commanded("target_ar"), typed("gcm")),
    "nothing found": (commanded("target_en"), typed("zzqx")),
    "people": (commanded("target_en"), typed("@")),
    "new term": (commanded("target_en"), typed("+ a = b")),
    "suggestion": (suggested,),
    "speaker": (commanded("target_en", "next_item", "next_item", "confirm_2"),),
    "say as": (commanded("target_en", "next_item", "next_item", "confirm_2", "edit_say_as"),),
    "keys": (commanded("target_en", "show_keys"),),
    "message": (commanded("target_en"), told),
    "docked": (commanded("target_en", "dock"), typed("gcm")),
}


@pytest.fixture(params=STATES)
def state(request: pytest.FixtureRequest, window: MainWindow) -> MainWindow:
    for step in STATES[request.param]:
        step(window)
    QApplication.processEvents()
    return window


def visible(window: MainWindow) -> list[QAccessibleInterface]:
    """Return all that assistive technology finds in the window and sees."""
    found: list[QAccessibleInterface] = []
    waiting = [QAccessible.queryAccessibleInterface(window)]
    while waiting:
        each = waiting.pop()
        if each is not None and each.isValid() and not each.state().invisible:
            found.append(each)
            waiting += [each.child(at) for at in range(each.childCount())]
    return found


def name(of: QAccessibleInterface) -> str:
    return of.text(QAccessible.Text.Name)


def test_every_control_has_a_name_and_a_role(state: MainWindow) -> None:
    found = visible(state)
    assert len(found) > 10
    for each in found:
        assert each.role() != QAccessible.Role.NoRole
        if each.role() in CONTROLS:
            assert name(each).strip(), (each.role(), each.object())
        if isinstance(each.object(), QWidget) and each.state().focusable:
            assert name(each).strip(), each.object()


def test_every_text_says_its_language(state: MainWindow) -> None:
    texts = [w for w in state.findChildren(QLabel) if w.isVisible() and w.text()]
    texts += [w for w in state.findChildren(QLineEdit) if w.isVisible()]
    assert texts
    for text in texts:
        assert text.locale().language() in LANGUAGES, (text, text.text())
        assert text.locale().language() != QLocale.Language.C


LANGUAGES = (
    QLocale.Language.English,
    QLocale.Language.French,
    QLocale.Language.Spanish,
    QLocale.Language.Arabic,
)


def test_tab_has_no_trap(state: MainWindow) -> None:
    begin = QApplication.focusWidget()
    assert begin is not None
    seen = []
    for _ in range(40):
        QTest.keyClick(QApplication.focusWidget() or state, Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        assert focused is not None
        seen.append(focused)
        if focused is begin:
            break
    assert begin in seen, seen
    QTest.keyClick(begin, Qt.Key.Key_Backtab)
    assert len(set(seen)) == 1 or QApplication.focusWidget() is not begin


def spoken(widget: QWidget) -> list[QLabel]:
    QApplication.processEvents()
    return [label for label in widget.findChildren(QLabel) if label.isVisible()]


def test_each_hit_is_one_line_the_answer_first(window: MainWindow) -> None:
    commanded("target_en")(window)
    typed("examen migr")(window)
    lines = [label.text() for label in spoken(window.view.words.hits)]
    assert lines == [unisolated(hit.line) for hit in window.view.words.hits.hits]
    assert lines[0].startswith("International Migration Review Forum")
    assert not any("\n" in line for line in lines)
    commanded("target_ar")(window)
    assert spoken(window.view.words.hits)[0].locale().language() == QLocale.Language.Arabic


def test_the_page_of_keys_is_read_line_by_line(window: MainWindow) -> None:
    commanded("target_en", "show_keys")(window)
    lines = [label.text() for label in spoken(window.view.keys)]
    assert "into French: left hand F3; right hand Shift+F10" in lines


def test_what_changed_is_told_after_a_pause_and_not_with_each_letter(window: MainWindow) -> None:
    commanded("target_en")(window)
    typed("examen migr")(window)
    assert window._announcer._pause.isActive()
    assert [news.split(";")[0] for news in window._announcer.news][-1] == (
        "International Migration Review Forum"
    )
