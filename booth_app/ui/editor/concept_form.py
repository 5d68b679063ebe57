"""The form of one concept: everything it says, in four languages, to be typed in."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QWidget

from booth_app.languages import Lang
from booth_app.terminology.concept import Concept, ConceptKey
from booth_app.terminology.document import Where
from booth_app.terminology.fields import Field, Value
from booth_app.terminology.problem import Problem, Span
from booth_app.ui.booth.scroll_bar import make_thin
from booth_app.ui.editor.concept_finder import Concepts
from booth_app.ui.editor.form_body import FormBody
from booth_app.ui.editor.form_words import TITLE_FIELDS, ago, facts
from booth_app.ui.editor.line_field import LineField
from booth_app.ui.editor.meant_term import MeantTerm, row_of
from booth_app.ui.editor.passing_area import PassingArea
from booth_app.ui.editor.problem_places import by_field, field_at, spans
from booth_app.ui.editor.tab_order import next_stop
from booth_app.ui.editor.term_actions import TermActions
from booth_app.ui.editor.text_field import TextField
from booth_app.ui.editor.typed_concept import TypedConcept
from booth_app.ui.theme import Look


class ConceptForm(PassingArea):
    """Shows a concept to be typed in; announces each new state of it once."""

    changed = Signal(Concept)
    """The concept as it is now, 300 ms after the last key, and every second while keys go on."""
    concept_wanted = Signal(ConceptKey)
    """A related concept that is to be shown."""

    def __init__(self, concepts: Concepts, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Concept")
        self._problems: Mapping[Field, str] = {}
        self._spans: Mapping[Field, Sequence[Span]] = {}
        self._read_only = self._is_showing = False
        self.body = FormBody(concepts, look)
        self.meant = MeantTerm(self)
        self._typed = TypedConcept(self)
        self._actions = TermActions(self._typed, self.body, self._show_again, self._go_to)
        self._building = QTimer(self)
        self._set_up()
        self._connect()
        self.wear(look)

    def concept(self) -> Concept | None:
        """Return the concept as its fields say; None where none is shown."""
        return self._typed.draft.concept if self._typed.draft else None

    @property
    def current_term(self) -> tuple[Lang, str] | None:
        """The language and the id of the term whose row the keyboard is in."""
        row = row_of(QApplication.focusWidget())
        return (row.text.field.lang, row.id) if row and row.text.field.lang else None

    @property
    def current_language(self) -> Lang | None:
        """The language whose box the keyboard is in; None where it is elsewhere."""
        widget = QApplication.focusWidget()
        boxes = self.body.boxes.items()
        return next((lang for lang, box in boxes if widget and box.isAncestorOf(widget)), None)

    def show_concept(self, concept: Concept | None) -> None:
        """Show `concept`, None for none; what was typed into another one is announced first.

        Of the one that is shown already, as it is stored now: focus and cursor stay, and what was
        typed and not announced yet is kept over it.
        """
        term = self.current_term
        is_same = self._typed.hold(concept)
        if concept is None:
            self.body.hide()
            return
        if not is_same:
            self._problems, self._spans = {}, {}
            self.body.facts.say(facts(concept, 0, ""))
            self.verticalScrollBar().setValue(0)
        had_focus = self._has_focus
        self._show(is_same=is_same)
        self.body.show()
        if had_focus:
            self._keep_focus(term, is_same=is_same)
        if not is_same:
            self.meant.begin()

    def show_revision(self, revision: int, at: str) -> None:
        """Say in the line under the title which revision is shown; `at` is when it was made."""
        if draft := self._typed.draft:
            changed = ago(at, datetime.now(UTC))
            self.body.facts.say(facts(draft.known, revision, changed))
            self._lay_out()

    def show_languages(self, first: Sequence[Lang]) -> None:
        """Show these languages before the others."""
        self.body.put_first(first)
        self._lay_out()

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Say what is wrong with the concept as it was announced last, each where it is wrong."""
        if draft := self._typed.draft:
            self._problems = by_field(problems, draft.known)
            self._spans = spans(problems, draft.known)
            self._show_faults()

    def focus_where(self, where: Where) -> None:
        """Go to the field that `where`, a place in the concept's document, lies in."""
        if draft := self._typed.draft:
            self._go_to(self.body.field(field_at(where, draft.known)))

    def to_part(self, step: int) -> None:
        """Go on to the next language, or to what all have in common; back by -1."""
        if self._typed.draft:
            self._go_to(self.body.first_stop(QApplication.focusWidget(), step))

    def new_term(self, lang: Lang) -> None:
        """Begin a new term of `lang`; the one already begun, where there is one."""
        if self._typed.draft and not self._read_only:
            self._actions.begin(lang)

    def set_read_only(self, *, read_only: bool) -> None:
        """Show only, or be typed in again."""
        self.announce()
        self._read_only = read_only
        self.body.set_read_only(read_only=read_only)
        self._lay_out()

    def announce(self) -> None:
        """Announce at once what was typed, where it is not known yet."""
        self._typed.announce()

    def wear(self, look: Look) -> None:
        """Take the look's colours and fonts."""
        self._look = look
        self.setPalette(look.palette())
        self.body.setPalette(look.palette())
        self.body.wear(look)
        make_thin(self.verticalScrollBar(), look)
        self._lay_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override PassingArea.resizeEvent: lay out for the new width."""
        super().resizeEvent(event)
        self._lay_out()

    def hideEvent(self, event: QHideEvent) -> None:
        """Override QWidget.hideEvent: what was typed is announced before nobody sees it."""
        self.announce()
        super().hideEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002
        """Override PassingArea.focusNextPrevChild: row by row, then on to what is beside it."""
        stop = next_stop(self, self.body.stops(), forward=next)
        if stop is None:
            return False
        reasons = Qt.FocusReason
        stop.setFocus(reasons.TabFocusReason if next else reasons.BacktabFocusReason)
        if isinstance(stop, TextField | LineField):
            stop.arrive()
        return True

    def _set_up(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(self.body)
        self.body.hide()

    def _connect(self) -> None:
        self._typed.changed.connect(self.changed)
        self._typed.refused.connect(self._show_faults)
        self._building.timeout.connect(self._build)
        for box in self.body.boxes.values():
            box.edited.connect(self._set_value)
            box.grew.connect(self._lay_out)
            box.entered.connect(self._actions.walk)
            box.acted.connect(self._actions.act)
            box.term_wanted.connect(lambda lang=box.lang: self.new_term(lang))
        whole = self.body.whole
        whole.edited.connect(self._set_value)
        whole.links_edited.connect(self._set_links)
        whole.concept_wanted.connect(self.concept_wanted)
        whole.grew.connect(self._lay_out)
        finder = whole.related.finder
        finder.grew.connect(lambda: self._ensure_seen(finder))
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow_focus)
            app.inputMethod().cursorRectangleChanged.connect(self._follow_cursor)

    def _set_value(self, field: Field, value: Value) -> None:
        self._typed.set_value(field, value)
        if self._typed.draft and field.name in TITLE_FIELDS:
            self.body.show_title(self._typed.draft.fields)

    def _set_links(self, name: str, links: tuple[object, ...]) -> None:
        self._typed.set_links(name, links)
        self._show_again()

    def _follow_focus(self, old: QWidget | None, new: QWidget | None) -> None:
        """Announce what was typed where the keyboard was; a row left without text is none."""
        if self._typed.draft is None or old is None or not self.body.isAncestorOf(old):
            return
        row = row_of(old)
        if row is not None and new is not None and row_of(new) is not row:
            self._actions.leave(row)
        self.announce()
        if isinstance(old, TextField | LineField):
            self._settle(old)
        traps = self.body.whole.traps
        if traps.isAncestorOf(old) and new is not None and not traps.isAncestorOf(new):
            traps.settle()
        if new is not None and self.body.isAncestorOf(new):
            self._ensure_seen(new)

    def _follow_cursor(self) -> None:
        """Keep the cursor in sight also in a text that is higher than the form."""
        widget = QApplication.focusWidget()
        if isinstance(widget, TextField) and self.body.isAncestorOf(widget):
            cursor = widget.cursorRect()
            at = widget.viewport().mapTo(self.body, cursor.center())
            self.ensureVisible(at.x(), at.y(), 0, cursor.height())

    def _settle(self, widget: TextField | LineField) -> None:
        """Show what is stored to the letter in a field that the keyboard has left."""
        field, draft = widget.field, self._typed.draft
        if draft is None or not field.name or field in self._typed.refusals:
            return
        is_there = field.part in ("concept", "section")
        if field.part == "term" and field.lang:
            is_there = draft.term(field.lang, field.id) is not None
        if is_there:
            widget.settle(draft.value(field))

    def _show_again(self) -> None:
        self._show(is_same=True)

    def _show(self, *, is_same: bool) -> None:
        """Show the draft; rows that are not made yet follow step by step."""
        if self._typed.draft is None:
            return
        self._is_showing = True
        self.body.show_concept(self._typed.draft.fields, is_same=is_same)
        if not is_same:
            self.body.show_faults({}, {})
        self._is_showing = False
        self._lay_out()
        if not self.body.is_done:
            self._building.start(0)

    def _build(self) -> None:
        self._is_showing = True
        if not self.body.build():
            self._building.stop()
        self._is_showing = False
        self._lay_out()

    def _show_faults(self) -> None:
        self._is_showing = True
        self.body.show_faults({**self._problems, **self._typed.refusals}, self._spans)
        self._is_showing = False
        self._lay_out()

    def _lay_out(self) -> None:
        if not self._is_showing and self._typed.draft:
            width = self.viewport().width()
            self.body.resize(width, max(self.body.height_for(width), self.viewport().height()))

    @property
    def _has_focus(self) -> bool:
        widget = QApplication.focusWidget()
        return widget is not None and self.body.isAncestorOf(widget)

    def _keep_focus(self, term: tuple[Lang, str] | None, *, is_same: bool) -> None:
        """Keep the keyboard in the form though what it was in is gone; Esc begins anew."""
        if not self._has_focus:
            stops = self.body.boxes[term[0]].stops() if term and is_same else self.body.stops()
            self._go_to(next(iter(stops), None))
        widget = QApplication.focusWidget()
        if not is_same and isinstance(widget, TextField | LineField):
            widget.begin()

    def _go_to(self, widget: QWidget | None) -> None:
        if widget is not None:
            self._lay_out()
            widget.setFocus(Qt.FocusReason.OtherFocusReason)
            if isinstance(widget, TextField | LineField):
                widget.arrive()
            self._ensure_seen(widget)

    def _ensure_seen(self, widget: QWidget) -> None:
        margin = self._look.pixels(30)
        self.ensureWidgetVisible(widget, margin, margin)
