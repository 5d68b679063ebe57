"""How Booth looks: three themes as data, bundled fonts, one type scale."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, Literal, NamedTuple

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette

from booth_app.settings import ThemeName

Role = Literal[
    "background",
    "panel",
    "line",
    "text",
    "dim",
    "faint",
    "now",
    "now_text",
    "now_background",
    "focus",
    "ok",
    "warning",
    "machine",
    "machine_background",
]

FAMILIES: Final = ["Noto Sans", "Noto Sans Arabic"]
"""Latin first: the Arabic file lacks brackets and takes them from its partner."""

SCALES: Final = (0.75, 0.85, 1.0, 1.15, 1.3, 1.5, 1.75, 2.0, 2.5, 3.0)
"""The steps of Ctrl +/-, as factors; 3.0 is the largest the layout promises."""


class Theme(NamedTuple):
    """Colours by role, as #rrggbb. `now` is amber and means only *now*.

    Text roles keep 4.5:1 against `background` and `panel`, `text` 7:1. In the dim theme all is
    amber, so *now* is an inverted bar there.
    """

    name: ThemeName
    background: str
    panel: str
    line: str
    text: str
    dim: str
    faint: str
    now: str
    now_text: str
    now_background: str
    focus: str
    ok: str
    warning: str
    machine: str
    machine_background: str


DARK: Final = Theme(
    name="dark",
    background="#0f1216",
    panel="#161a20",
    line="#2a313c",
    text="#eceff4",
    dim="#a3adbb",
    faint="#858fa0",
    now="#e8a857",
    now_text="#f4efe6",
    now_background="#33270f",
    focus="#6ea8fe",
    ok="#7cc79a",
    warning="#ef8a7f",
    machine="#b9a6e8",
    machine_background="#1c1a29",
)
LIGHT: Final = Theme(
    name="light",
    background="#f4f5f7",
    panel="#ffffff",
    line="#d3d9e1",
    text="#161b22",
    dim="#465160",
    faint="#5d6878",
    now="#8f5200",
    now_text="#161b22",
    now_background="#fbeeda",
    focus="#0b57d0",
    ok="#176b3c",
    warning="#a8231a",
    machine="#5b3ea8",
    machine_background="#f1edfb",
)
DIM: Final = Theme(
    name="dim",
    background="#080502",
    panel="#0d0904",
    line="#3a2a13",
    text="#dca050",
    dim="#b98540",
    faint="#a27538",
    now="#140c02",
    now_text="#140c02",
    now_background="#cf9549",
    focus="#dca050",
    ok="#c48e46",
    warning="#e8ab5a",
    machine="#c08b45",
    machine_background="#120c05",
)
THEMES: Final[dict[str, Theme]] = {theme.name: theme for theme in (DARK, LIGHT, DIM)}


def next_theme(theme: Theme) -> Theme:
    """Return the theme after `theme`, the first after the last."""
    order = list(THEMES.values())
    return order[(order.index(theme) + 1) % len(order)]


def load_fonts(folder: Path) -> None:
    """Register the bundled fonts with Qt; a missing file leaves the system's fonts."""
    for file in sorted(folder.glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(file))


@dataclass(frozen=True, slots=True)
class Look:
    """A theme and a type scale: what a panel needs to dress itself."""

    theme: Theme
    scale: float = 1.0

    def font(self, points: float, *, bold: bool = False) -> QFont:
        """Return the bundled font at `points` times the scale."""
        font = QFont()
        font.setFamilies(FAMILIES)
        font.setPointSizeF(points * self.scale)
        font.setBold(bold)
        return font

    def color(self, role: Role) -> QColor:
        """Return the theme's colour of `role`."""
        return QColor(getattr(self.theme, role))

    def pixels(self, length: float) -> int:
        """Return a length that grows with the type, in pixels."""
        return round(length * self.scale)

    def palette(self, window: Role = "background", words: Role = "text") -> QPalette:
        """Return a palette for plain widgets: fields, scroll bars, lists.

        `window` is what they stand on, `words` what is read there and is no field.
        """
        palette = QPalette()
        group = QPalette.ColorRole
        for role, name in (
            (group.Window, self.color(window)),
            (group.WindowText, self.color(words)),
            (group.Base, self.theme.panel),
            (group.AlternateBase, self.theme.background),
            (group.Text, self.theme.text),
            (group.Button, self.theme.panel),
            (group.ButtonText, self.theme.text),
            (group.Highlight, self.theme.focus),
            (group.HighlightedText, self.theme.background),
            (group.PlaceholderText, self.theme.faint),
            (group.Link, self.theme.focus),
            (group.ToolTipBase, self.theme.panel),
            (group.ToolTipText, self.theme.text),
        ):
            palette.setColor(role, QColor(name))
        for role in (group.WindowText, group.Text, group.ButtonText):  # what cannot be pressed now
            palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(self.theme.faint))
        return palette

    def larger(self) -> "Look":
        """Return the next larger step, itself at the largest."""
        return replace(self, scale=next((s for s in SCALES if s > self.scale), self.scale))

    def smaller(self) -> "Look":
        """Return the next smaller step, itself at the smallest."""
        below = (s for s in reversed(SCALES) if s < self.scale)
        return replace(self, scale=next(below, self.scale))
