"""What waits from the booth: shown, and taken into a concept, made one, or dismissed."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QObject

from booth_app.editing.inbox import Inbox, Waiting
from booth_app.editing.meetings_met import Met
from booth_app.languages import Lang
from booth_app.meeting.meeting import wording
from booth_app.terminology.concept import Concept, ConceptKey
from booth_app.ui.editor.editor_window import EditorWindow
from booth_app.ui.editor.form_words import title
from booth_app.ui.editor.inbox_page import TITLE, InboxPage
from booth_app.ui.editor.value_words import day_words, moment
from booth_app.ui.theme import Look

_LTR: Final = "\u200e"
"""Keeps a line from left to right, whatever its parts are in; the page lets no isolate through."""
_NO_FORM: Final = (
    "Only a look-up can be a form, and only where the open concept has a term of its language."
)


class InboxDesk(QObject):
    """Answers what the page of the inbox announces; what becomes of a line is told."""

    def __init__(self, window: EditorWindow, look: Look) -> None:
        super().__init__(window)
        self._window = window
        self._page = InboxPage(window.desk, look)
        self._waiting: Sequence[Waiting] = ()
        window.inbox_wanted.connect(self.show)
        self._page.closed.connect(window.show_desk)
        self._page.acted.connect(self._act)
        self._page.concept_chosen.connect(self._accept)

    def show(self) -> None:
        """Show what waits."""
        self._waiting = self._inbox.waiting()
        opened = self._window.editor.concept
        how = "Nothing waits." if not self._waiting else "The most frequent first."
        if opened is not None and self._waiting:
            named = title(opened, self._window.desk.languages)
            how += f" Enter takes one into the open concept, “{named}”."
        self._page.show_lines(TITLE, how, [self._line(one) for one in self._waiting])
        for action in ("accept", "form"):
            self._page.buttons[action].setEnabled(bool(self._waiting) and opened is not None)
        self._window.show_page(self._page)

    def wear(self, look: Look) -> None:
        """Take the look's colours and fonts."""
        self._page.wear(look)

    @property
    def _inbox(self) -> Inbox:
        return Inbox(self._window.desk.termbase)

    def _act(self, action: str, at: int) -> None:
        one, opened = self._waiting[at], self._window.editor.concept
        desk = self._window.desk
        if action == "another":
            self._page.find_concept(desk.glossary, one.text.partition(" = ")[0])
        elif action == "new":
            self._do(one, lambda: self._inbox.make_new(one, desk.glossary))
        elif action == "dismiss":
            self._dismiss(one)
        elif opened is not None and action == "accept":
            self._accept(at, opened.id)
        elif opened is not None:
            key = opened.key
            self._do(one, lambda: self._as_form(one, key), key)

    def _accept(self, at: int, id_: str) -> None:
        """Take a line into the concept `id_` of the open glossary."""
        one, key = self._waiting[at], self._window.desk.key(id_)
        self._do(one, lambda: self._inbox.accept_into(one, key), key)

    def _as_form(self, one: Waiting, key: ConceptKey) -> Concept | None:
        stored = self._inbox.accept_as_form(one, key)
        if stored is None:
            self._window.tell(_NO_FORM)
        return stored

    def _do(self, one: Waiting, does: Callable[[], Concept | None], *keys: ConceptKey) -> None:
        """Do something with a line, to be undone in one step, and say where it stands now."""
        stored = self._window.editor.together("taking in", does, *keys, *_made(one))
        self.show()
        if stored is not None:
            named = title(stored, self._window.desk.languages)
            self._window.tell(f"“{one.text}” stands in “{named}” now.")

    def _dismiss(self, one: Waiting) -> None:
        def dismiss() -> Concept | None:
            self._inbox.dismiss(one)
            return one.concept

        self._window.editor.together("dismissing", dismiss, *_made(one))
        self._window.editor.catch_up()
        self.show()
        if one not in self._waiting:
            key = self._window.keys.shown("undo")
            self._window.tell(f"“{one.text}” is dismissed; {key} at the desk brings it back.")

    def _line(self, one: Waiting) -> str:
        """Return what waits, how it came, when last, and by whom or in which meetings."""
        times = f"{one.times:,} times · " if one.times > 1 else ""
        kind = "looked up in vain" if one.kind == "missed" else "added in the booth"
        lang = self._window.desk.languages[0]
        met = (_meeting(meeting, lang) for meeting in one.last.meetings)
        where = "".join(f" · {part}" for part in (one.last.person, *met) if part)
        return f"{_LTR}{one.text}{_LTR} · {times}{kind} · {moment(one.last.at)}{where}"


def _made(one: Waiting) -> tuple[ConceptKey, ...]:
    """Return the key of the concept that was made in the booth, if it is one."""
    return (one.concept.key,) if one.concept is not None else ()


def _meeting(met: Met, lang: Lang) -> str:
    """Return what a meeting is called and when it was; its id where it is not known any more."""
    found = wording(met.title, lang)
    called = found[1].text if found else met.id
    return f"{called}{_LTR}, {day_words(met.day)}" if met.day else f"{called}{_LTR}"
