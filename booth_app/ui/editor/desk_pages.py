"""The pages over the editor's desk: compare, merge, inbox, house style, files in and out."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

from PySide6.QtCore import QObject

from booth_app.editing import remembered
from booth_app.editing.inbox import Inbox, Waiting
from booth_app.editing.joining_two import made_one
from booth_app.editing.taking_back import as_it_was
from booth_app.languages import LANGUAGES
from booth_app.termbase import Change, StoreFault, Termbase
from booth_app.terminology.concept import Concept, ConceptKey
from booth_app.terminology.field_words import LANGUAGE_WORDS
from booth_app.terminology.house_style import HouseStyle
from booth_app.ui.editor import sides_page
from booth_app.ui.editor.asking_page import AskingPage
from booth_app.ui.editor.choice_page import ChoicePage
from booth_app.ui.editor.editor_window import EditorWindow
from booth_app.ui.editor.field_rows import beside, chosen_values, compared
from booth_app.ui.editor.history_wording import moment
from booth_app.ui.editor.import_pages import ImportPages
from booth_app.ui.editor.out_pages import OutPages
from booth_app.ui.editor.working import Working
from booth_app.ui.theme import Look

_ANY: Final = ("left to everybody", "")
_POSTS: Final = (_ANY, ("minister", "lower"), ("Minister", "upper"))
_STYLE: Final[Any] = {
    "digits": ("&Digits in Arabic", (_ANY, ("1951", "western"), ("١٩٥١", "arabic"))),
    "africa": ("&Africa in Arabic", (_ANY, ("أفريقيا", "أفريقيا"), ("إفريقيا", "إفريقيا"))),
    "tanwin": (
        "&Tanwin",
        (_ANY, ("دوليًا", "before alef"), ("دولياً", "on alef"), ("دوليا", "unwritten")),
    ),
    **{lang: (f"Posts in {LANGUAGE_WORDS[lang]}", _POSTS) for lang in LANGUAGES if lang != "ar"},
}
_INBOX: Final = {
    "accept": "Into the &open concept",
    "form": "A for&m of its term",
    "new": "A &new concept",
    "dismiss": "&Dismiss",
}


_NO_FORM: Final = "Only a look-up, and of a language the open concept has, can be a form there."


class DeskPages(QObject):
    """Answers what the editor's window announces, each with a page of its own."""

    def __init__(self, window: EditorWindow, look: Look) -> None:
        super().__init__(window)
        self._window = window
        self.working = Working(window, look)
        self.files_in = ImportPages(window, self.working, look)
        self.files_out = OutPages(window, self.working, look)
        self._comparison, self._merge = sides_page.comparison(), sides_page.merge()
        self._inbox_page = ChoicePage("From the booth", _INBOX, look)
        self._style_page = AskingPage("House style", _STYLE, {}, "&Keep", look)
        self._waiting: Sequence[Waiting] = ()
        self._change: Change | None = None
        self._two: tuple[ConceptKey, ConceptKey] | None = None
        self._connect()
        self.wear(look)

    @property
    def termbase(self) -> Termbase:
        """The term base that is worked on."""
        return self._window.desk.termbase

    def compare(self, change: Change) -> None:
        """Hold the state after a change against today's."""
        then, now = change.after, self._open_concept()
        self._change = change
        rows = compared(then, now)
        how = "Enter takes the value back that stood there then."
        heading = f"As it was on {moment(change.at)}"
        self._comparison.show_rows(heading, how, rows, ("Then", "Now"))
        self._window.show_page(self._comparison)

    def merge(self, kept: ConceptKey, other: ConceptKey) -> None:
        """Show two concepts side by side, to become one."""
        own, others = self.termbase.concept(kept), self.termbase.concept(other)
        if own is None or others is None:
            self._window.tell("One of the two is gone.")
            return
        self._two = (kept, other)
        names = [_named(one) for one in (own, others)]
        how = "Left and Right choose whose value counts; an empty one leaves it out."
        self._merge.show_rows("Make two concepts one", how, beside(own, others), names)
        self._window.show_page(self._merge)

    def show_inbox(self) -> None:
        """Show what waits from the booth."""
        self._waiting = Inbox(self.termbase).waiting()
        opened = self._open_concept()
        how = "Nothing waits." if not self._waiting else "The most frequent first."
        if opened is not None:
            how += f" The open concept is {_named(opened)}."
        self._inbox_page.show_lines("From the booth", how, [_line(one) for one in self._waiting])
        for action in ("accept", "form"):
            can_be = bool(self._waiting) and opened is not None
            self._inbox_page.buttons[action].setEnabled(can_be)
        self._window.show_page(self._inbox_page)

    def show_style(self) -> None:
        """Ask how the glossary's house writes."""
        glossary = self._window.desk.glossary
        style = remembered.house_style(self.termbase, glossary)
        self._style_page.show_heading(f"House style of {glossary}")
        for key in ("digits", "africa", "tanwin"):
            self._style_page.choose(key, getattr(style, key))
        for lang in LANGUAGES:
            if lang in self._style_page.choices:
                self._style_page.choose(lang, style.posts.get(lang, ""))
        self._style_page.tell("Checks name what departs from it; nothing is changed by itself.")
        self._window.show_page(self._style_page)

    def stop(self) -> None:
        """End what is being done beside the window."""
        self.working.stop()

    def wear(self, look: Look) -> None:
        """Take the look's colours and fonts."""
        for part in (self.working, self.files_in, self.files_out):
            part.wear(look)
        for page in (self._comparison, self._merge, self._inbox_page, self._style_page):
            page.wear(look)

    def _connect(self) -> None:
        window = self._window
        window.comparison_wanted.connect(self.compare)
        window.merge_wanted.connect(self.merge)
        window.inbox_wanted.connect(self.show_inbox)
        window.answer("style", self.show_style)
        for page in (self._comparison, self._merge, self._inbox_page, self._style_page):
            page.closed.connect(window.show_desk)
        self._comparison.acted.connect(lambda _action: self._take_field_back())
        self._merge.acted.connect(lambda _action: self._make_one())
        self._inbox_page.acted.connect(self._with_waiting)
        self._style_page.accepted.connect(self._keep_style)

    def _open_concept(self) -> Any:  # noqa: ANN401 - Concept | None
        return self._window.editor.concept

    def _take_field_back(self) -> None:
        row, change, now = self._comparison.current, self._change, self._open_concept()
        if row is None or change is None or change.after is None or now is None:
            return
        self._window.editor.save(as_it_was(now, change.after, row.field))
        self._window.show_desk()
        self._window.tell(f"Taken back: {row.name}.")

    def _make_one(self) -> None:
        if self._two is None:
            return
        kept, other = self._two
        try:
            stored = made_one(self.termbase, kept, other, chosen_values(self._merge.rows))
        except StoreFault as fault:
            self._window.tell(str(fault))
            return
        self._window.show_desk()
        self._window.desk.catch_up()
        if stored is not None:
            self._window.open_concept(stored.key)
            self._window.tell("The two are one; what named the other one finds this.")

    def _with_waiting(self, action: str, at: int) -> None:
        one, inbox = self._waiting[at], Inbox(self.termbase)
        open_one = self._open_concept()
        try:
            if action == "accept" and open_one is not None:
                inbox.accept_into(one, open_one.key)
            elif action == "form" and open_one is not None:
                if inbox.accept_as_form(one, open_one.key) is None:
                    self._window.tell(_NO_FORM)
            elif action == "new":
                inbox.make_new(one, self._window.desk.glossary)
            elif action == "dismiss":
                inbox.dismiss(one)
        except StoreFault as fault:
            self._window.tell(str(fault))
        self._window.desk.catch_up()
        self.show_inbox()

    def _keep_style(self) -> None:
        page, glossary = self._style_page, self._window.desk.glossary
        before = remembered.house_style(self.termbase, glossary)
        posts: Any = {lang: page.chosen(lang) for lang in LANGUAGES if lang in page.choices}
        chosen: Any = {key: page.chosen(key) for key in ("digits", "africa", "tanwin")}
        kept = {lang: value for lang, value in posts.items() if value}
        style: HouseStyle = replace(before, posts=kept, **chosen)
        try:
            remembered.keep_house_style(self.termbase, glossary, style)
        except StoreFault as fault:
            self._window.tell(str(fault))
            return
        self._window.show_desk()
        self._window.editor.open(glossary)
        self._window.tell("The house style is kept; the checks go by it.")


def _line(one: Waiting) -> str:
    times = f"{one.times:,} times · " if one.times > 1 else ""
    kind = "looked up in vain" if one.kind == "missed" else "added in the booth"
    where = f" · {one.last.where}" if one.last.where else ""
    # The marks keep the line from left to right, whatever the text is in.
    return f"\u200e{one.text}\u200e · {times}{kind} · {moment(one.last.at)}{where}"


def _named(concept: Concept) -> str:
    return next((term.text for _, term in concept.terms()), concept.id)
