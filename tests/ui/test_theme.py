import pytest
from PySide6.QtGui import QColor, QFontDatabase, QPalette
from pytestqt.qtbot import QtBot

from booth_app.paths import bundled
from booth_app.ui.theme import (
    DARK,
    DIM,
    FAMILIES,
    LIGHT,
    SCALES,
    THEMES,
    Look,
    Theme,
    load_fonts,
    next_theme,
)

TEXTS = ("text", "dim", "faint", "focus", "ok", "warning", "machine")
GROUNDS = ("background", "panel", "machine_background")


def contrast(one: QColor, other: QColor) -> float:
    """Return the ratio of WCAG 2."""

    def luminance(color: QColor) -> float:
        parts = [
            c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4
            for c in (color.redF(), color.greenF(), color.blueF())
        ]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("theme", THEMES.values(), ids=list(THEMES))
def test_text_can_be_read_on_every_ground(theme: object) -> None:
    look = Look(theme)  # type: ignore[arg-type]
    for ground in GROUNDS:
        assert contrast(look.color("text"), look.color(ground)) >= 7
        for role in TEXTS:
            assert contrast(look.color(role), look.color(ground)) >= 4.5, (role, ground)
    for role in ("now", "now_text"):
        assert contrast(look.color(role), look.color("now_background")) >= 4.5


def test_only_now_is_amber() -> None:
    for theme in (DARK, LIGHT):
        others = {getattr(theme, role) for role in TEXTS}
        assert theme.now not in others


def test_in_the_dim_theme_now_is_an_inverted_bar() -> None:
    look = Look(DIM)
    assert look.color("now_background").lightness() > 5 * look.color("background").lightness()
    assert look.color("now").lightness() < look.color("text").lightness() / 2


def test_themes_go_round() -> None:
    theme, seen = DARK, []
    for _ in THEMES:
        seen.append(theme.name)
        theme = next_theme(theme)
    assert theme == DARK
    assert sorted(seen) == sorted(THEMES)


def test_sizes_step_to_300_percent_and_no_further() -> None:
    look = Look(DARK)
    for _ in SCALES:
        look = look.larger()
    assert look.scale == 3.0
    for _ in SCALES:
        look = look.smaller()
    assert look.scale == SCALES[0]


def test_the_bundled_fonts_hold_four_languages(qtbot: QtBot) -> None:
    load_fonts(bundled("resources") / "fonts")
    assert set(FAMILIES) <= set(QFontDatabase.families())
    font = Look(DARK).font(28, bold=True)
    assert font.families() == FAMILIES
    assert font.pointSizeF() == 28


@pytest.mark.parametrize("theme", THEMES.values(), ids=list(THEMES))
def test_what_cannot_be_pressed_looks_so(theme: Theme) -> None:
    palette = Look(theme).palette()
    role, groups = QPalette.ColorRole.ButtonText, QPalette.ColorGroup
    assert palette.color(groups.Disabled, role) != palette.color(groups.Active, role)


def test_a_palette_says_what_words_stand_on() -> None:
    look, role = Look(DARK), QPalette.ColorRole
    usual, panel = look.palette(), look.palette("panel", "dim")
    assert usual.color(role.Window) == look.color("background")
    assert usual.color(role.WindowText) == look.color("text")
    assert panel.color(role.Window) == look.color("panel")
    assert panel.color(role.WindowText) == look.color("dim")
    assert panel.color(role.Base) == usual.color(role.Base)
