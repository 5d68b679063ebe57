"""The item's guiding question, and what to know about the documents: slips and traps."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from booth_app.languages import RIGHT_TO_LEFT, Lang
from booth_app.meeting.meeting import Item, Meeting, Note, wording
from booth_app.ui.booth.paragraph import Run
from booth_app.ui.booth.printed import Caution
from booth_app.ui.booth.words import UNVERIFIED, Words
from booth_app.ui.theme import Look

_HEADING: Final = 9.75
_TEXT: Final = 12.0
_SMALL: Final = 10.5
_LANGUAGE: Final = "language"
"""The status of a slip that is nothing but bad language: shown last."""


class NotesPanel(QWidget):
    """Shows the guiding question and the notes that fit the item; nothing in them is applied."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Question and notes")
        self._heading = Words(self, most_lines=1)
        self._question = Words(self, gap=2)
        self._unverified = Words(self, gap=2)
        self._notes_heading = Words(self, most_lines=1, gap=16)
        self._notes: list[Words] = []
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        for words in (self._heading, self._question, self._unverified, self._notes_heading):
            self._column.addWidget(words)
        self.setAutoFillBackground(True)
        self.wear(look)

    def wear(self, look: Look) -> None:
        """Take the look's colours and fonts."""
        self._look = look
        self.setPalette(look.palette("panel"))
        side = look.pixels(20)
        self._column.setContentsMargins(side, look.pixels(10), side, look.pixels(16))
        fixed = (self._heading, self._question, self._unverified, self._notes_heading)
        for words in (*fixed, *self._notes):
            words.wear(look)

    def show_notes(
        self,
        meeting: Meeting,
        item: Item | None,
        target: Lang,
        traps: Sequence[Caution] = (),
    ) -> None:
        """Show the question of `item` in `target`, its notes, and `traps` of its concepts."""
        self._show_question(item, target)
        spans = [_note_spans(note) for note in _fitting(meeting, item) if _is_close(note)]
        spans += [_trap_spans(trap) for trap in traps]
        spans += [_note_spans(note) for note in _fitting(meeting, item) if not _is_close(note)]
        heading = (Run("Notes", _HEADING, "faint", bold=True),) if spans else ()
        self._notes_heading.say(*heading)
        while len(self._notes) < len(spans):
            words = Words(self, gap=6)
            words.wear(self._look)
            self._column.addWidget(words)
            self._notes.append(words)
        for at, words in enumerate(self._notes):
            words.say(*spans[at] if at < len(spans) else ())

    def _show_question(self, item: Item | None, target: Lang) -> None:
        found = wording(item.question, target) if item else None
        if found is None:
            for words in (self._heading, self._question, self._unverified):
                words.say()
            return
        lang, question = found
        self._heading.say(Run("Guiding question", _HEADING, "faint", bold=True))
        self._question.say(Run(question.text, _TEXT, "text"), lang=lang)
        doubt = () if question.verified else (Run(UNVERIFIED, _SMALL, "dim"),)
        self._unverified.say(*doubt, sign="diamond", flush_right=lang in RIGHT_TO_LEFT)


def _fitting(meeting: Meeting, item: Item | None) -> list[Note]:
    """Return the notes on `item`, then those on all items, mere language last of each."""
    own = [n for n in meeting.notes if item and item.id in n.items]
    general = [n for n in meeting.notes if not n.items]
    return [
        *sorted(own, key=lambda note: note.status == _LANGUAGE),
        *sorted(general, key=lambda note: note.status == _LANGUAGE),
    ]


def _is_close(note: Note) -> bool:
    return bool(note.items)


def _note_spans(note: Note) -> tuple[Run, ...]:
    quote = f"“{note.quote}” " if note.quote else ""
    if note.kind == "trap":
        return _trap_spans(Caution("Trap", note.text, note.status))
    return (
        Run("In the note  ", _SMALL, "dim", bold=True),
        Run(quote, _SMALL, "dim"),
        Run(note.text, _SMALL, "text"),
    )


def _trap_spans(trap: Caution) -> tuple[Run, ...]:
    status = f" · {trap.status}" if trap.status else ""
    return (
        Run(f"{trap.word}  ", _SMALL, "warning", bold=True),
        Run(trap.text, _SMALL, "text"),
        Run(status, _SMALL, "faint"),
    )
