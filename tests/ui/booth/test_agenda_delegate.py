import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from booth_app.paths import bundled
from booth_app.ui.booth.agenda_delegate import AgendaDelegate
from booth_app.ui.booth.agenda_model import AgendaModel, Row
from booth_app.ui.theme import DARK, Look, load_fonts

ROW = Row(
    item="s3",
    is_past=False,
    is_current=True,
    is_now=True,
    time="Now · 16:10–16:30 · 10 min left",
    lang="en",
    title="Round one: coordination",
    whole="Round one: How can coordination between governments enable a response?",
    is_verified=False,
    people=("Cécile Riallant, moderator",),
    names="Cécile Riallant",
)
PAST = ROW._replace(is_past=True, is_current=False, is_now=False)


@pytest.fixture
def delegate(qtbot: QtBot) -> AgendaDelegate:
    load_fonts(bundled("resources") / "fonts")
    delegate = AgendaDelegate(Look(DARK))
    delegate.lay_out_for(300)
    return delegate


def test_the_whole_title_makes_the_current_row_taller(delegate: AgendaDelegate) -> None:
    assert delegate.height([ROW], roomy=True) > delegate.height([ROW], roomy=False)
    assert delegate.height([ROW, ROW], roomy=True) == 2 * delegate.height([ROW], roomy=True)


def test_a_past_row_is_one_line_at_any_width(delegate: AgendaDelegate) -> None:
    wide = delegate.height([PAST], roomy=True)
    delegate.lay_out_for(80)
    assert delegate.height([PAST], roomy=True) == wide


@pytest.mark.parametrize("width", [1, 40, 300, 900])
def test_any_width_can_be_laid_out(delegate: AgendaDelegate, width: int) -> None:
    delegate.lay_out_for(width)
    assert delegate.height([ROW, PAST], roomy=True) > 0


def test_rows_grow_with_the_type(delegate: AgendaDelegate) -> None:
    usual = delegate.height([PAST], roomy=False)
    delegate.wear(Look(DARK, 2.0))
    assert delegate.height([PAST], roomy=False) == pytest.approx(2 * usual, rel=0.05)


def test_it_paints_inside_its_box(delegate: AgendaDelegate) -> None:
    model = AgendaModel()
    model.show_rows([ROW])
    option = QStyleOptionViewItem()
    option.rect = QRect(0, 20, 300, 60)  # less than it asks for
    picture = QImage(300, 100, QImage.Format.Format_RGB32)
    picture.fill(0)
    painter = QPainter(picture)
    delegate.paint(painter, option, model.index(0))
    painter.end()
    assert picture.pixelColor(150, 21).name() == DARK.now_background
    assert picture.pixelColor(150, 19).name() == "#000000"
    assert picture.pixelColor(150, 81).name() == "#000000"
