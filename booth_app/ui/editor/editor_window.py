"""The terminology editor's window: places the view, binds the keys, connects every signal."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QLocale, QSize, Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from booth_app.editing.survey_facts import FILTERS
from booth_app.languages import LANGUAGES, Lang
from booth_app.termbase import Termbase
from booth_app.terminology.concept import ConceptKey
from booth_app.ui.booth.announcer import Announcer
from booth_app.ui.booth.command_keys import CommandKeys
from booth_app.ui.editor.checks_wording import MEND_KEY
from booth_app.ui.editor.concept_form import ConceptForm
from booth_app.ui.editor.concept_list import ConceptList
from booth_app.ui.editor.desk_view import DeskView
from booth_app.ui.editor.editing_desk import EditingDesk
from booth_app.ui.editor.editor_keys import COMMANDS
from booth_app.ui.editor.enter_presses import EnterPresses
from booth_app.ui.editor.running_editor import RunningEditor
from booth_app.ui.editor.side_acts import SideActs
from booth_app.ui.editor.top_bar import TopBar
from booth_app.ui.theme import Look

SHIPPED: Final = "migration-governance"
"""The glossary that is opened where none is named."""
_SIZE: Final = QSize(1440, 900)
_FRAME: Final = QSize(16, 48)
"""What a frame and its title take at most: Qt knows it only once the window is shown."""
_BOOTHS: Final = ("next_theme", "larger", "smaller", "usual_size", "to_booth")
"""Commands that are the booth's to give: it keeps the settings."""
_EVERYWHERE: Final = (*_BOOTHS, "show_keys")
"""Commands that are meant on a page, too: all others would change what is not seen there."""
_NOT_HERE: Final = "That is done at the desk; Esc leads back to it."


class EditorWindow(QMainWindow):
    """The second window of the program. `editor` is what it does, `view` what it shows.

    `languages` are the editor's, the own first. Views of other things are pages (`show_page`), the
    menu's entries `answer`ed.
    """

    command_wanted = Signal(str)
    """The name of a command that is the booth's to give: a theme, a size of type, itself."""
    merge_wanted = Signal(object, object)
    """The keys of the open concept and of the one to be made one with it."""
    comparison_wanted = Signal(object)
    """The `Change` of the open concept whose state is to be held against today's."""
    two_wanted = Signal(object, object)
    """Two `Change`s of it, the earlier first, whose states are to be held against each other."""
    batch_taken_back = Signal(str)
    """The batch that is to be undone as a whole."""
    inbox_wanted = Signal()
    """What waits from the booth is to be shown."""

    def __init__(
        self,
        termbase: Termbase,
        look: Look,
        languages: Sequence[Lang] = LANGUAGES,
        glossary: str = SHIPPED,
    ) -> None:
        super().__init__()
        self.setWindowTitle("Glossary editor – Booth")
        self.setLocale(QLocale("en"))  # Booth's own words; a glossary's texts say theirs
        self.desk = EditingDesk(termbase, languages)
        concepts = ConceptList(self.desk.concepts, self.desk.find, look)
        self.view = DeskView(TopBar(look), concepts, ConceptForm(self.desk, look), look)
        self.editor = RunningEditor(self.desk, self.view, lambda name: self.keys.shown(name))
        self.side = SideActs(self.editor, self.view.form)
        self.keys = CommandKeys(self._commands(), {}, COMMANDS)
        self._announcer = Announcer(self)
        self._enter = EnterPresses(self)
        self._is_ending = False
        self.setCentralWidget(self.view)
        self._enter.watch(self.view)
        self.resize(_SIZE.boundedTo(self.screen().availableSize() - _FRAME))
        self._connect()
        self.view.concepts.speak(self.desk.languages)
        self.view.form.show_languages(self.desk.languages)
        names = self.desk.glossaries
        self.editor.open(glossary if glossary in names else next(iter(names), glossary))
        self.view.concepts.focus_search()

    def raise_it(self) -> None:
        """Show the window, above the others and with the keyboard, and what is stored now."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()
        self.editor.catch_up()

    def take_in(self, termbase: Termbase) -> None:
        """Work with `termbase`, the same one opened for more; the old one may be closed then."""
        self.desk.take_in(termbase)
        self.editor.say_what_is_possible()

    def open_concept(self, key: ConceptKey) -> None:
        """Show a concept, of whatever glossary."""
        self.view.show_desk()
        if key.glossary != self.desk.glossary:
            self.editor.open(key.glossary)
        self.view.concepts.go_to(key.id)

    def answer(self, entry: str, does: Callable[[], object]) -> None:
        """Have an entry of the menu of files (`top_bar.FILE_ENTRIES`) shown, and do this."""
        self.view.bar.answer(entry, does)

    def show_page(self, page: QWidget) -> None:
        """Show another view over the desk; what was said of the one before is over."""
        self.view.form.announce()
        if self.view.pages.currentWidget() is not page:
            self.tell("")
        self.view.show_page(page)

    def show_desk(self) -> None:
        """Come back from another view, to what is stored now."""
        self.view.show_desk()
        self.editor.show_approved()
        self.view.focus_again()

    def tell(self, sentence: str) -> None:
        """Show a sentence at the lower edge."""
        self.view.message.tell(sentence)

    def wear(self, look: Look) -> None:
        """Dress in `look`."""
        self.view.setUpdatesEnabled(False)  # one repaint in the new colours, no flash of both
        self.view.wear(look)
        self.view.setUpdatesEnabled(True)

    def stop(self) -> None:
        """Store what was typed and end what goes on beside the window; it is not shown again."""
        self.view.form.announce()
        self.editor.approvals.stop()
        self.desk.stop()
        self._is_ending = True
        self.close()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Override QMainWindow.keyPressEvent: commands arrive here."""
        if event.key() == Qt.Key.Key_Escape and not event.modifiers():
            self._escape()
        elif not self.keys.press(event):
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Override QMainWindow.changeEvent: what others stored meanwhile is shown."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.editor.catch_up()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Override QMainWindow.closeEvent: nothing is asked, all is stored, the booth is back."""
        self.view.form.announce()
        super().closeEvent(event)
        if not self._is_ending:
            self.command_wanted.emit("to_booth")

    def _commands(self) -> dict[str, Callable[[], object]]:
        concepts, bar = self.view.concepts, self.view.bar
        does: dict[str, Callable[[], object]] = {
            **self.editor.commands(),
            "search": self.view.focus_search,
            "next_concept": partial(concepts.step, 1),
            "concept_before": partial(concepts.step, -1),
            "back": partial(self._along_trail, -1),
            "on_again": partial(self._along_trail, 1),
            **{f"filter_{name}": partial(concepts.filters.choose, name) for name in FILTERS},
            "from_booth": self.inbox_wanted.emit,
            "to_form": self._to_form,
            "next_part": partial(self.view.form.to_part, 1),
            "part_before": partial(self.view.form.to_part, -1),
            "glossary": bar.open_glossaries,
            "file_menu": bar.open_files,
            "next_pane": partial(self._to_pane, 1),
            "pane_before": partial(self._to_pane, -1),
            "show_keys": self._show_keys,
            **{name: partial(self.command_wanted.emit, name) for name in _BOOTHS},
        }
        return {
            name: do if name in _EVERYWHERE else partial(self._at_desk, do)
            for name, do in does.items()
        }

    def _at_desk(self, do: Callable[[], object]) -> None:
        """Do what is meant for list and form, where these are seen."""
        if self.view.is_at_desk:
            do()
        else:
            self.tell(_NOT_HERE)

    def _along_trail(self, by: int) -> None:
        """Open the concept before or after this one, in the order in which they were opened."""
        while (key := self.editor.trail.step(by)) is not None:
            if self.desk.concept(key) is not None:  # others were deleted since
                self.open_concept(key)
                return
        self.tell("No concept was opened before this one." if by < 0 else "This is the last one.")

    def _to_form(self) -> None:
        """Let the keyboard write in the first term of the open concept."""
        concept = self.editor.concept
        if concept is None:
            return
        lang = next((each for each in self.desk.languages if concept.section(each).terms), None)
        if lang is None:
            self.view.form.new_term(self.desk.languages[0])
        else:
            self.view.form.focus_where(("languages", lang, "terms", 0, "term"))

    def _to_pane(self, by: int) -> None:
        """Go on to the next column."""
        focus = QApplication.focusWidget()
        panes = (self.view.concepts, self.view.form, self.view.side)
        at = next((n for n, pane in enumerate(panes) if focus and pane.isAncestorOf(focus)), 0)
        pane = panes[(at + by) % len(panes)]
        if pane is self.view.concepts:
            self.view.focus_list()
        elif pane is self.view.form:
            self._to_form()
        else:
            self.view.focus_side()

    def _show_keys(self) -> None:
        """Show the page of keys over what is there, or that again."""
        if not self.view.are_keys_shown:
            self.view.show_page(self.view.keys)
        elif not self.view.show_under_keys():
            self.show_desk()

    def _escape(self) -> None:
        """Leave what is asked; then a page; then go back to the look-up field."""
        self.tell("")
        if self.editor.approvals.leave():
            return
        if not self.view.is_at_desk:
            self.show_desk()
        else:
            self.view.focus_search()

    def _connect(self) -> None:
        self._connect_panels()
        self._connect_history()
        self._connect_work()
        self.command_wanted.connect(self.view.form.announce)  # so that the booth finds it
        mend = QAction(self)
        mend.setShortcut(QKeySequence(MEND_KEY))
        mend.triggered.connect(lambda: self._at_desk(self.view.checks.do_current))
        self.addAction(mend)

    def _connect_panels(self) -> None:
        view, editor, side, desk = self.view, self.editor, self.side, self.desk
        view.concepts.concept_chosen.connect(editor.open_concept)
        view.concepts.entered.connect(self._to_form)
        view.form.changed.connect(editor.save)
        view.form.meant.changed.connect(editor.look_around)
        view.form.concept_wanted.connect(self.open_concept)
        view.similar.concept_wanted.connect(self.open_concept)
        view.similar.link_wanted.connect(side.link)
        view.similar.merge_wanted.connect(side.merge)
        view.checks.problem_chosen.connect(editor.go_to)
        view.checks.mend_wanted.connect(side.mend)
        view.checks.concept_wanted.connect(lambda id_: self.open_concept(desk.key(id_)))
        view.bar.glossary_chosen.connect(editor.open)
        view.bar.command_given.connect(lambda name: self.keys.give(name))
        view.pages.currentChanged.connect(lambda _at: view.bar.setVisible(view.is_at_desk))
        view.keys.closed.connect(self._show_keys)
        view.keys.said.connect(partial(self._announcer.tell, "keys"))
        view.message.told.connect(partial(self._announcer.tell, "message"))

    def _connect_history(self) -> None:
        history = self.view.history
        history.change_taken_back.connect(self.side.take_back)
        history.state_wanted.connect(self.side.restore)
        history.comparison_wanted.connect(self.comparison_wanted)
        history.two_wanted.connect(self.two_wanted)
        history.batch_taken_back.connect(self.batch_taken_back)

    def _connect_work(self) -> None:
        editor, side, desk = self.editor, self.side, self.desk
        editor.told.connect(self.tell)
        side.merge_wanted.connect(self.merge_wanted)
        side.told.connect(self.tell)
        editor.approvals.told.connect(self.tell)
        editor.approvals.approved.connect(editor.show_approved)
        editor.approvals.progressed.connect(
            partial(editor.show_progress, "Approving; Esc stops it")
        )
        desk.surveyed.connect(editor.show_survey)
        desk.renewed.connect(editor.show_renewed)
        desk.progressed.connect(partial(editor.show_progress, "Counting and checking"))
        desk.looked_around.connect(editor.show_around)
        desk.told.connect(self.tell)
