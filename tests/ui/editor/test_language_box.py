import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from booth_app.terminology.concept import LanguageSection, Term
from booth_app.terminology.fields import Field
from booth_app.ui.editor.language_box import LanguageBox
from booth_app.ui.theme import LIGHT, Look

SOURCE = Field("section", "fr", "", "definition_source")


@pytest.fixture
def form(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


@pytest.fixture
def box(form: QWidget) -> LanguageBox:
    return LanguageBox(form, "fr", Look(LIGHT))


def show(box: LanguageBox, **said: str) -> None:
    box.show_section(LanguageSection(terms=(Term(id="1", text="exil"),), **said), is_same=False)  # type: ignore[arg-type]


def test_a_definition_asks_for_its_source_with_its_first_letter(
    box: LanguageBox, qtbot: QtBot
) -> None:
    show(box)
    assert box.source.isHidden()
    with qtbot.waitSignal(box.grew):
        QTest.keyClicks(box.definition, "u")
    assert not box.source.isHidden()


@pytest.mark.parametrize(
    ("said", "is_shown"),
    [({}, False), ({"definition": "d"}, True), ({"definition_source": "s"}, True)],
)
def test_the_source_stands_where_there_is_something_it_could_be_of(
    box: LanguageBox, said: dict[str, str], is_shown: bool
) -> None:
    show(box, definition="before")
    show(box, **said)
    assert box.source.isHidden() != is_shown


def test_a_fault_of_the_source_brings_it_into_sight(box: LanguageBox) -> None:
    show(box)
    box.show_problems({SOURCE: "It is missing."}, {})
    assert not box.source.isHidden()
    assert box.source.accessibleDescription() == "It is missing."
    box.show_problems({}, {})
    assert box.source.isHidden()
