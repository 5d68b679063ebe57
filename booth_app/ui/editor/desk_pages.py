"""The pages over the editor's desk: compare, merge, inbox, house style, files in and out."""

from dataclasses import replace
from typing import Any, Final

from PySide6.QtCore import QObject

from booth_app.editing import remembered
from booth_app.languages import LANGUAGES
from booth_app.termbase import StoreFault, Termbase
from booth_app.terminology.field_words import LANGUAGE_WORDS
from booth_app.terminology.house_style import HouseStyle
from booth_app.ui.editor.asking_page import AskingPage
from booth_app.ui.editor.editor_window import EditorWindow
from booth_app.ui.editor.file_choice import FileChoice
from booth_app.ui.editor.file_drops import FileDrops
from booth_app.ui.editor.import_pages import ImportPages
from booth_app.ui.editor.inbox_desk import InboxDesk
from booth_app.ui.editor.out_pages import OutPages
from booth_app.ui.editor.side_by_side import SideBySide
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


class DeskPages(QObject):
    """Answers what the editor's window announces, each with a page of its own."""

    def __init__(self, window: EditorWindow, look: Look) -> None:
        super().__init__(window)
        self._window = window
        self.working = Working(window, look)
        self.files = FileChoice(window, look)
        self.files_in = ImportPages(window, self.working, self.files, look)
        self.files_out = OutPages(window, self.working, self.files, look)
        FileDrops(window).dropped.connect(self.files_in.open_file)
        self._sides = SideBySide(window, look)
        self._inbox = InboxDesk(window, look)
        self._style_page = AskingPage("House style", _STYLE, {}, "&Keep", look)
        window.answer("style", self.show_style)
        self._style_page.closed.connect(window.show_desk)
        self._style_page.accepted.connect(self._keep_style)
        self.wear(look)

    @property
    def termbase(self) -> Termbase:
        """The term base that is worked on."""
        return self._window.desk.termbase

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
        self.files_in.stop()

    def wear(self, look: Look) -> None:
        """Take the look's colours and fonts."""
        for part in (self.working, self.files_in, self.files_out, self._sides, self._inbox):
            part.wear(look)
        self._style_page.wear(look)

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
