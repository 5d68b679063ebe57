from itertools import pairwise

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from booth_app.terminology.concept import LanguageSection, Term
from booth_app.terminology.fields import Field
from booth_app.ui.editor.language_box import LanguageBox
from booth_app.ui.theme import LIGHT, Look

LOOK = Look(LIGHT)
SOURCE = Field("section", "fr", "", "definition_source")


@pytest.fixture
def form(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


@pytest.fixture
def box(form: QWidget) -> LanguageBox:
    return LanguageBox(form, "fr", LOOK)


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


def test_terms_stand_below_one_another_in_their_order(box: LanguageBox) -> None:
    terms = tuple(Term(id=str(n), text=f"exil {n}") for n in range(3))
    box.show_section(LanguageSection(terms=terms), is_same=False)
    box.build(3)
    height = box.height_for(300)
    places = [box.row(term.id).geometry() for term in terms]  # type: ignore[union-attr]
    assert all(upper.bottom() + 1 < lower.top() for upper, lower in pairwise(places))
    assert places[-1].bottom() < box.add.y() < height


def test_the_box_is_framed_as_a_fault_only_while_its_terms_are_missing(box: LanguageBox) -> None:
    missing = {Field("section", "fr", "", ""): "There is no French term."}

    def frame() -> str:
        box.resize(300, box.height_for(300))
        return box.grab().toImage().pixelColor(150, 0).name()

    box.show_problems(missing, {})
    assert frame() == LOOK.theme.warning
    show(box)
    box.build(1)
    assert frame() == LOOK.theme.line


def test_where_one_only_reads_nothing_can_be_typed_or_added(box: LanguageBox) -> None:
    show(box, definition="d")
    for read_only in (True, False):
        box.set_read_only(read_only=read_only)
        assert box.add.isHidden() == read_only
        assert box.definition.isReadOnly() == box.source.isReadOnly() == read_only
