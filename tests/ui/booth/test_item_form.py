import pytest

from booth_app.ui.booth.item_form import (
    LARGE,
    PIN,
    SMALL,
    Style,
    fitting,
    form_runs,
)
from booth_app.ui.booth.item_wording import Form
from booth_app.ui.booth.typesetter import Typesetter
from booth_app.ui.theme import Look

GCM = Form("Global Compact for Safe, Orderly and Regular Migration", "en", "GCM", ("GCM",))
POST = Form("المديرة التنفيذية لمجلس رؤساء البلديات المعني بالهجرة", "ar")


@pytest.fixture
def setter(look: Look) -> Typesetter:
    return Typesetter(look)


def test_a_form_stands_in_two_lines_with_its_abbreviation(setter: Typesetter) -> None:
    set_ = fitting(setter, Form("Mayors Mechanism", "en", "MM"), LARGE, 400, "text")
    assert set_.is_whole
    assert set_.paragraph.lines <= 2


def test_what_is_too_long_gives_way_to_its_brief_form(setter: Typesetter) -> None:
    set_ = fitting(setter, GCM, LARGE, 240, "text").paragraph
    brief = fitting(setter, Form("GCM", "en"), LARGE, 240, "text").paragraph
    assert (set_.lines, set_.height, set_.end) == (1, brief.height, brief.end)


@pytest.mark.parametrize("style", [LARGE, SMALL, PIN])
def test_what_has_no_brief_form_is_set_smaller_and_whole(setter: Typesetter, style: Style) -> None:
    set_ = fitting(setter, POST, style, 240, "text")
    assert set_.is_whole
    assert set_.paragraph.height / set_.paragraph.lines < 28 * 96 / 72 * 1.45


@pytest.mark.parametrize("text", ["intergubernamental", "uno " * 80])
def test_what_is_broken_or_cut_is_not_whole(setter: Typesetter, text: str) -> None:
    assert not fitting(setter, Form(text, "es"), LARGE, 60, "text").is_whole
    assert fitting(setter, Form("uno", "es"), LARGE, 60, "text").is_whole


def test_large_type_gives_way_once_more_to_a_word(look: Look) -> None:
    large = Typesetter(Look(look.theme, 3.0))
    widths = range(100, 400, 5)
    whole = [fitting(large, Form("relèvement", "fr"), LARGE, w, "text").is_whole for w in widths]
    least = large.width("relèvement", 8.0, bold=True)
    assert whole == [least <= width for width in widths]


def test_an_abbreviation_is_smaller_and_quiet() -> None:
    said, beside = form_runs(GCM, 20, "text")
    assert (said.text, said.bold) == (GCM.text, True)
    assert (beside.text.strip(), beside.role) == ("GCM", "dim")
    assert beside.points < said.points
