import pytest
from PySide6.QtCore import QRect
from pytestqt.qtbot import QtBot

from booth_app.languages import Lang
from booth_app.meeting.meeting import Person
from booth_app.paths import bundled
from booth_app.store.first_read import ItemRow
from booth_app.terminology.glossary_folder import read_glossary
from booth_app.ui.booth.docked_terms import DockedTerms
from booth_app.ui.theme import DARK, THEMES, Look, Theme
from tests.ui.booth.rendered import colors, text_contrast

CONCEPTS = {c.id: c for c in read_glossary(bundled("glossaries") / "migration-governance").concepts}
ROWS = [
    ItemRow(None, Person(name="Ana Somebody"), own=True),
    *(ItemRow(CONCEPTS[name], None, own=True) for name in list(CONCEPTS)[:6]),
]


@pytest.fixture
def terms(look: Look, qtbot: QtBot) -> DockedTerms:
    terms = DockedTerms(look, "en", "fr")
    qtbot.addWidget(terms)
    terms.show_rows(ROWS)
    terms.take_rows(3)
    terms.resize(390, terms.height())
    return terms


def painted(terms: DockedTerms, row: int, left: int, right: int) -> bool:
    box = QRect(left, row * terms.step + 2, right - left, terms.step - 3)
    return set(colors(terms, box)) != {DARK.panel}


def test_only_terms_are_shown_and_only_so_many(terms: DockedTerms) -> None:
    lines = terms.accessibleName().split(" | ")
    assert len(lines) == 1 + 3
    assert "Ana" not in terms.accessibleName()
    terms.take_rows(1)
    assert terms.height() == terms.step
    assert len(terms.accessibleName().split(" | ")) == 1 + 1


def test_the_target_stands_beside_the_floor_mirrored_for_arabic(terms: DockedTerms) -> None:
    assert painted(terms, 0, 16, 60)
    terms.speak("ar", "fr")
    assert painted(terms, 0, 330, 374)


@pytest.mark.parametrize("theme", THEMES.values())
@pytest.mark.parametrize("target", ["en", "ar"])
def test_all_of_it_can_be_read(terms: DockedTerms, theme: Theme, target: Lang) -> None:
    terms.wear(Look(theme, 2.0))
    terms.resize(700, terms.height())
    terms.speak(target, "fr")
    for left in (32, 400):
        box = QRect(left, 4, 250, terms.step - 6)
        assert text_contrast(terms, box) >= 4.5


@pytest.mark.parametrize("scale", [1.0, 2.0, 3.0])
@pytest.mark.parametrize("target", ["en", "fr", "es", "ar"])
def test_nothing_reaches_over_its_edges(terms: DockedTerms, scale: float, target: Lang) -> None:
    terms.wear(Look(DARK, scale))
    terms.speak(target, "fr" if target != "fr" else "en")
    terms.resize(360, terms.height())
    for x in (0, 354):
        assert set(colors(terms, QRect(x, 0, 6, terms.height()))) == {DARK.panel}
