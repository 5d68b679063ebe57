"""Who is expected to speak, or who speaks: name, post and what is known, in the target."""

from typing import Final, Literal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from booth_app.languages import RIGHT_TO_LEFT, Lang
from booth_app.meeting.meeting import Item, Meeting, Person, Role
from booth_app.ui.booth.keys import KeyOf, first_key
from booth_app.ui.booth.paragraph import Run
from booth_app.ui.booth.person_field import PersonField
from booth_app.ui.booth.shapes import Sign
from booth_app.ui.booth.speaker_wording import (
    Card,
    ExpectedLine,
    card,
    expected_lines,
    form_of_address,
    role_of,
)
from booth_app.ui.booth.words import UNVERIFIED, Words
from booth_app.ui.theme import Look

_HEADING: Final = 9.75
_NAME: Final = 18.75
_TEXT: Final = 12.0
_SMALL: Final = 10.5
_NAME_LINES: Final = 3
_FOLDED_LINES: Final = 3
"""Lines of a folded bio: the first alone hardly says more than name and post above it."""


class SpeakerCard(QWidget):
    """Shows the item's people with their keys until one is confirmed, then that person.

    `say_as_changed` carries a person's name and how it is said, `address_changed` the name, a
    language and the form of address in it, `field_left` that nothing was entered; after each the
    keys belong to the look-up field again. `field` may be lent to another place, `key_of` tells the
    keys that are printed.
    """

    say_as_changed = Signal(str, str)
    address_changed = Signal(str, str, str)
    field_left = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Speaker")
        self.key_of: KeyOf = first_key
        self._speaker: Person | None = None
        self._role: Role | None = None
        self._target: Lang = "en"
        self._heading = Words(self, most_lines=1)
        self._name = Words(self, gap=2, most_lines=_NAME_LINES)
        self._latin = Words(self)
        self._say_as = Words(self, gap=2)
        self.field = PersonField(self)
        self._title = Words(self, gap=2)
        self._organisation = Words(self)
        self._unverified = Words(self, gap=2)
        self._address = Words(self, gap=6)
        self._facts = Words(self)
        self._bio = Words(self, gap=8)
        self._known = Words(self, gap=8)
        self._basis = Words(self)
        self._expected: list[tuple[Words, Words]] = []
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        for words in self._card_words:
            self._column.addWidget(words)
        self.take_field_back()
        self.field.entered.connect(self._keep)
        self.field.left.connect(self._leave)
        self.setAutoFillBackground(True)
        self.wear(look)

    def wear(self, look: Look) -> None:
        """Take the look's colours and fonts."""
        self._look = look
        self.setPalette(look.palette("panel"))
        self.field.wear(look)
        side = look.pixels(20)
        self._column.setContentsMargins(side, look.pixels(16), side, look.pixels(10))
        for words in (*self._card_words, *(w for pair in self._expected for w in pair)):
            words.wear(look)

    def show_speaker(
        self,
        meeting: Meeting,
        item: Item | None,
        speaker: Person | None,
        target: Lang,
        relay: Lang | Literal[""] = "",
    ) -> None:
        """Show `speaker` as confirmed or, where it is None, the people expected in `item`.

        `relay` is the language heard in place of the speaker's.
        """
        if self._speaker is None or speaker is None or speaker.name != self._speaker.name:
            self.field.hide()
        self._speaker, self._target = speaker, target
        self._role = role_of(speaker, item)
        lines = [] if speaker else expected_lines(meeting, item, target, self.key_of)
        self._show_expected(lines)
        if speaker is None:
            self._heading.say(Run("Expected", _HEADING, "faint", bold=True))
            self._show_card(None)
            if not lines:
                self._title.say(Run("Nobody is named here; @ finds any name.", _TEXT, "dim"))
        else:
            self._heading.say(Run("Speaking, confirmed", _HEADING, "faint", bold=True))
            self._show_card(card(speaker, target, role=self._role, relay=relay))

    def edit_say_as(self) -> None:
        """Open the field for how the confirmed speaker's name is said; nothing without one."""
        if self._speaker is not None:
            self.field.open(self._speaker, "say_as", "en", self._speaker.say_as)
            self._show_beside_field()

    def edit_address(self) -> None:
        """Open the field for how the confirmed speaker is addressed; nothing without one."""
        if self._speaker is not None:
            shown = form_of_address(self._speaker, self._target, self._role)
            text = "" if shown.basis == "name" else shown.text
            self.field.open(self._speaker, "address", self._target, text)
            self._show_beside_field()

    def take_field_back(self) -> None:
        """Put the field to its own place, under the name."""
        self._column.insertWidget(self._column.indexOf(self._say_as), self.field)

    def fold_bio(self, *, folded: bool) -> None:
        """Keep the bio to its first lines, or show all of it."""
        self._bio.keep_to(_FOLDED_LINES if folded else 0)

    @property
    def is_bio_folded(self) -> bool:
        """Whether there is more of the bio than is shown."""
        return self.height_spared(self.width()) > 0

    def height_spared(self, width: int) -> int:
        """Return the pixels of height that the folded bio spares in a card of `width`."""
        margins = self._column.contentsMargins()
        return self._bio.lines_spared(width - margins.left() - margins.right())

    @property
    def _card_words(self) -> tuple[Words, ...]:
        return (
            self._heading,
            self._name,
            self._latin,
            self._say_as,
            self._title,
            self._organisation,
            self._unverified,
            self._address,
            self._facts,
            self._bio,
            self._known,
            self._basis,
        )

    def _show_card(self, shown: Card | None) -> None:
        """Show one person; None empties everything but the heading."""
        if shown is None:
            for words in self._card_words[1:]:
                words.say()
            return
        self._name.say(Run(shown.name.text, _NAME, "text", bold=True), lang=shown.name.lang)
        is_rtl = shown.name.lang in RIGHT_TO_LEFT
        self._latin.say(Run(shown.latin, _TEXT, "dim"), flush_right=is_rtl)
        said = (Run("said ", _SMALL, "dim"), Run(shown.say_as, _TEXT, "text", bold=True))
        self._say_as.say(*said if shown.say_as else (), flush_right=is_rtl)
        address = (
            Run(f"“{shown.address.text}”", _TEXT, "text", bold=True),
            Run("  draft" if shown.is_own else "", _SMALL, "dim"),
        )
        said_to = "form of address; Booth’s own, not read in a source" if shown.is_own else ""
        self._address.say(
            *address if shown.address.text else (), lang=shown.address.lang, about=said_to
        )
        self._facts.say(Run(shown.facts, _TEXT, "dim"), flush_right=is_rtl)
        self._show_beside_field()
        self._title.say(Run(shown.title.text, _TEXT, "text"), lang=shown.title.lang)
        self._organisation.say(
            Run(shown.organisation.text, _TEXT, "dim"), lang=shown.organisation.lang
        )
        doubt = () if shown.is_verified else (Run(UNVERIFIED, _SMALL, "dim"),)
        self._unverified.say(*doubt, sign="diamond", flush_right=shown.title.lang in RIGHT_TO_LEFT)
        self._bio.say(Run(shown.bio.text, _TEXT, "text"), lang=shown.bio.lang)
        self._known.say(Run(shown.known, _SMALL, "dim", bold=True), sign=shown.sign)
        self._basis.say(Run(shown.basis, _SMALL, "dim"))

    def _show_expected(self, lines: list[ExpectedLine]) -> None:
        while len(self._expected) < len(lines):
            pair = Words(self, gap=8), Words(self, most_lines=2)
            for words in pair:
                words.wear(self._look)
                self._column.addWidget(words)
            self._expected.append(pair)
        for at, (name, title) in enumerate(self._expected):
            if at >= len(lines):
                name.say()
                title.say()
                continue
            line = lines[at]
            name.say(*_name_spans(line), lang=line.name.lang)
            about = "" if line.is_verified else UNVERIFIED
            sign: Sign | None = None if line.is_verified else "diamond"
            said = Run(line.title.text, _SMALL, "dim")
            title.say(said, lang=line.title.lang, sign=sign, about=about, indented=True)

    def _keep(self, name: str, what: str, lang: str, text: str) -> None:
        self._show_beside_field()
        if what == "address":
            self.address_changed.emit(name, lang, text)
        else:
            self.say_as_changed.emit(name, text)

    def _leave(self) -> None:
        self._show_beside_field()
        self.field_left.emit()

    def _show_beside_field(self) -> None:
        """Show how the name is said only where it is not being written."""
        self._say_as.setVisible(bool(self._say_as.text()) and self.field.isHidden())


def _name_spans(line: ExpectedLine) -> tuple[Run, ...]:
    key = f"{line.key}  " if line.key else ""
    role = f", {line.role}" if line.role else ""
    return (
        Run(key, _HEADING, "faint"),
        Run(line.name.text, _TEXT, "text", bold=True),
        Run(role, _SMALL, "dim"),
    )
