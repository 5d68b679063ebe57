"""The look-up panel: the field, and below it what the field's text asks for."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from booth_app.languages import Lang
from booth_app.meeting.meeting import Person
from booth_app.ui.booth.block import OVERHANG
from booth_app.ui.booth.field_entry import (
    Entry,
    LanguagesOfPair,
    LookUp,
    MachineWanted,
    Nothing,
    Pair,
    PeopleWanted,
    Unplanned,
    entry,
    languages_by_script,
)
from booth_app.ui.booth.field_hint import ADDED, PROMPT, hint
from booth_app.ui.booth.item_terms_view import ItemTermsView
from booth_app.ui.booth.look_up_field import LookUpField
from booth_app.ui.booth.people_wording import people_named, unplanned
from booth_app.ui.theme import Look

if TYPE_CHECKING:  # not needed before the first paint
    from booth_app.termbase import Hit, ItemRow
    from booth_app.translation.suggestions import Suggestion
    from booth_app.ui.booth.hit_list import HitList
    from booth_app.ui.booth.suggestion_strip import SuggestionStrip
    from booth_app.ui.booth.welcome_line import WelcomeLine

PAUSE_MS: Final = 350
"""The pause in typing after which the machine is asked for a phrase."""

OPENING: Final = "The glossary is opening; what you type is answered in a moment."
NOTHING_FOUND: Final = "nothing found; = asks the machine"
NOBODY_FOUND: Final = "nobody of that name; @name, post and Enter adds somebody"

_MARGIN: Final = (24, 18, 24, 16)
"""Left, top, right, bottom, in pixels at 100 %."""


class LookUpPanel(QWidget):
    """Says what the text in the field means and shows the answer below it.

    It reaches nothing: what it needs comes through callables and `show_…`, what happened leaves
    as signals. What the first paint does not show is made when it is first needed, at the latest
    when the term base is ready.
    """

    suggestion_wanted = Signal(str)
    """A phrase typed after `=`."""
    person_chosen = Signal(object)
    """A Person chosen by `@` and Enter."""
    person_added = Signal(str, str)
    """Name and post of somebody unplanned."""
    pair_added = Signal(object)
    """A field_entry.Pair: a new term."""
    taken_back = Signal()
    text_changed = Signal(str)

    target_chosen = Signal(str)
    """A language chosen in the first start's line."""

    def __init__(self, look: Look, target: Lang, floor: Lang) -> None:
        super().__init__()
        self._look, self._target, self._floor = look, target, floor
        self._look_up: Callable[[str], Sequence[Hit]] | None = None
        self._languages_of_pair: LanguagesOfPair = languages_by_script
        self._day: date | None = None
        self._people: Sequence[Person] = ()
        self._entry: Entry = Nothing()
        self._query = ""
        self._found: Sequence[Hit | Person] = ()
        self._asked = ""
        self.field = LookUpField(look)
        self.field.setPlaceholderText(PROMPT)
        self.item = ItemTermsView(look, target, floor)
        self._hits: HitList | None = None
        self._strip: SuggestionStrip | None = None
        self._welcome: WelcomeLine | None = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._column = QVBoxLayout(self)
        self._top = QVBoxLayout()
        self._centre = QStackedLayout()
        self._place()
        self._connect()
        self.field.show_hint(hint(self._entry))
        self.wear(look)

    @property
    def hits(self) -> "HitList":
        """The answer and what else was found."""
        if self._hits is None:
            from booth_app.ui.booth.hit_list import HitList

            self._hits = HitList(self._look)
            self._centre.addWidget(self._hits)
        return self._hits

    @property
    def strip(self) -> "SuggestionStrip":
        """The machine's strip."""
        if self._strip is None:
            from booth_app.ui.booth.suggestion_strip import SuggestionStrip

            self._strip = SuggestionStrip(self._look, self)
        return self._strip

    def ready(
        self, look_up: "Callable[[str], Sequence[Hit]]", languages_of_pair: LanguagesOfPair
    ) -> None:
        """Answer with `look_up` from now on, first what stands in the field."""
        self._look_up, self._languages_of_pair = look_up, languages_of_pair
        self.hits.wear(self._look)
        self.strip.wear(self._look)
        if isinstance(self._entry, LookUp | Pair):
            self._read()

    def follow(self, day: date | None, people: Sequence[Person]) -> None:
        """Take the meeting's day and people; somebody added in the booth is one of them."""
        self._day, self._people = day, people

    def show_item(self, title: str, rows: "Sequence[ItemRow]") -> None:
        """Show this item's terms and names whenever nothing is looked up."""
        self.item.show_item(title, rows)

    def speak(self, target: Lang, floor: Lang) -> None:
        """Answer in `target`, from `floor`: the same hits, in the same order."""
        self._target, self._floor = target, floor
        self.item.speak(target, floor)
        if self._hits is not None:
            self._print()
        if isinstance(self._entry, Pair):
            self._entry = entry(self.field.text(), self._languages_of_pair, floor, target)
            self.field.show_hint(hint(self._entry))

    def wear(self, look: Look) -> None:
        """Dress in `look`."""
        self._look = look
        left, top, right, below = (look.pixels(side) for side in _MARGIN)
        overhang = look.pixels(OVERHANG)
        self._column.setContentsMargins(left - overhang, top, right - overhang, below)
        self._column.setSpacing(look.pixels(14))
        self._top.setContentsMargins(overhang, 0, overhang, 0)
        self._top.setSpacing(look.pixels(14))
        for part in (self.field, self._hits, self.item, self._strip, self._welcome):
            if part is not None:
                part.wear(look)
        self._place_strip()

    def expect_suggestion(self, phrase: str) -> None:
        """Say that the machine works on `phrase`, and show what comes of it."""
        self._asked = phrase
        self.strip.show_waiting(phrase)
        self._place_strip()

    def show_suggestion(self, suggestion: "Suggestion") -> None:
        """Show a suggestion, unless something else was typed or asked since."""
        if self._asked and suggestion.source == self._asked:
            self.strip.show_suggestion(suggestion)
            self._place_strip()

    def show_welcome(self, keys: Mapping[Lang, str]) -> None:
        """Show the first start's line; `keys` are those that set each target language."""
        if self._welcome is None:
            from booth_app.ui.booth.welcome_line import WelcomeLine

            self._welcome = WelcomeLine(self._look, keys)
            self._welcome.target_chosen.connect(self.target_chosen)
            self._welcome.example_tried.connect(self._try)
            self._top.addWidget(self._welcome)

    def end_welcome(self) -> None:
        """Take the first start's line away."""
        if self._welcome is not None:
            self._welcome.hide()
            self._welcome.deleteLater()
            self._welcome = None

    def say(self, line: str) -> None:
        """Say something short in the field's hint, until the next key."""
        self.field.show_hint(line)

    def show_next_caution(self) -> None:
        """Show the answer's next trap."""
        self.hits.show_next_caution()

    def clear(self) -> None:
        """Empty the field and the answer."""
        self.field.clear()
        self._end_suggestion()

    def focus_field(self) -> None:
        """Make the field ready to type."""
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_key(self, event: QKeyEvent) -> bool:
        """Type a key that was pressed elsewhere; tell whether it was one that writes."""
        if not self.field.writes(event):
            return False
        self.focus_field()
        QCoreApplication.sendEvent(self.field, QKeyEvent(event))
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QWidget.resizeEvent: the strip keeps to the lower edge."""
        super().resizeEvent(event)
        self._place_strip()

    def _place(self) -> None:
        self._top.addWidget(self.field)
        self._column.addLayout(self._top)
        self._column.addLayout(self._centre, 1)
        self._centre.addWidget(self.item)

    def _connect(self) -> None:
        self.field.textChanged.connect(self._read)
        self.field.returnPressed.connect(self._enter)
        self.field.walked.connect(self._walk)
        self.field.taken_back.connect(self.taken_back)
        self._pause.timeout.connect(self._ask)

    def _place_strip(self) -> None:
        """Lay the strip over the lower edge, so that no place above it moves."""
        if self._strip is None:
            return
        left, _, right, below = (self._look.pixels(side) for side in _MARGIN)
        width = self.width() - left - right
        height = self.strip.height_for(width)
        self.strip.setGeometry(left, self.height() - below - height, width, height)
        self.strip.raise_()
        covered = 0 if self.strip.words is None else height + self._look.pixels(8)
        self.hits.cover(covered)
        self.item.cover(covered)

    def _end_suggestion(self) -> None:
        self._pause.stop()
        self._asked = ""
        if self._strip is not None and self._strip.words is not None:
            self._strip.dismiss()
            self._place_strip()

    def _read(self) -> None:
        """Show what the field's text asks for: with each key, on the spot."""
        text = self.field.text()
        self._entry = entry(text, self._languages_of_pair, self._floor, self._target)
        self._end_suggestion()
        match self._entry:
            case LookUp(text=query):
                self._show_found(query, () if self._look_up is None else self._look_up(query))
            case PeopleWanted(text=part):
                self._show_found(part, people_named(part, self._people))
            case Unplanned(name=name, post=post):
                self._show_found("", [unplanned(name, post, self._target)])
            case _:
                self._query, self._found = "", ()
                self._centre.setCurrentWidget(self.item)
        if isinstance(self._entry, MachineWanted) and self._entry.phrase:
            self._pause.start()
        self.field.show_hint(hint(self._entry, len(self._found)))
        self.text_changed.emit(text)

    def _show_found(self, query: str, found: "Sequence[Hit | Person]") -> None:
        self._query, self._found = query, found
        self._print()
        self._centre.setCurrentWidget(self.hits)

    def _print(self) -> None:
        """Print what was found; where nothing was, one quiet line says so."""
        if self._found:
            from booth_app.ui.booth.answers import answers
            from booth_app.ui.booth.hit_list import PLACES

            languages = (self._target, self._floor)
            shown = answers(self._found[:PLACES], self._query, languages, self._day)
            self.hits.show_hits(shown, self._query)
        elif not isinstance(self._entry, LookUp):
            self.hits.show_line(NOBODY_FOUND)
        else:
            self.hits.show_line(OPENING if self._look_up is None else NOTHING_FOUND)

    def _enter(self) -> None:
        match self._entry:
            case MachineWanted():
                self._ask()
            case PeopleWanted() if self._found:
                person = self._found[self.hits.chosen]
                self.clear()
                self.person_chosen.emit(person)
            case Unplanned(name=name, post=post):
                self.clear()
                self.person_added.emit(name, post)
            case Pair() as pair:
                self.clear()
                self.say(ADDED)
                self.pair_added.emit(pair)

    def _walk(self, step: int) -> None:
        if isinstance(self._entry, PeopleWanted):
            self.hits.choose(self.hits.chosen + step)

    def _ask(self) -> None:
        self._pause.stop()
        if isinstance(self._entry, MachineWanted) and self._entry.phrase:
            phrase = self._entry.phrase
            self.expect_suggestion(phrase)
            self.suggestion_wanted.emit(phrase)

    def _try(self, example: str) -> None:
        self.field.setText(example)
        self.focus_field()
