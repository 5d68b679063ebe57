"""The look-up panel: the field, and below it what the field's text asks for."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from booth_app.languages import Lang
from booth_app.meeting.meeting import Person
from booth_app.ui.booth.answer_area import AnswerArea
from booth_app.ui.booth.asking_machine import AskingMachine
from booth_app.ui.booth.field_answer import FieldAnswer, LookingUp
from booth_app.ui.booth.field_entry import (
    LanguagesOfPair,
    LookUp,
    MachineWanted,
    Pair,
    PeopleWanted,
    Unplanned,
)
from booth_app.ui.booth.field_hint import ADDED, PROMPTS, hint
from booth_app.ui.booth.first_start import FirstStart
from booth_app.ui.booth.item_terms_view import ItemTermsView
from booth_app.ui.booth.key_presses import writes
from booth_app.ui.booth.left_queries import LeftQueries
from booth_app.ui.booth.look_up_field import LookUpField
from booth_app.ui.booth.panel_column import PanelColumn
from booth_app.ui.booth.seat import Seat, Sharing
from booth_app.ui.theme import Look

if TYPE_CHECKING:  # not needed before the first paint
    from booth_app.termbase import Hit, ItemRow
    from booth_app.translation.suggestions import Suggestion
    from booth_app.ui.booth.hit_list import HitList
    from booth_app.ui.booth.suggestion_strip import SuggestionStrip


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
    text_changed = Signal(str)
    looked_up = Signal(str)
    """A query that found something and was left: by Enter, a pause or Esc."""
    missed = Signal(str)
    """A query that found nothing and was left so, or given to the machine."""

    target_chosen = Signal(str)
    reading_switched = Signal(str)
    """A language chosen in the first start's line: to work into, or read and read no more."""

    def __init__(self, look: Look, target: Lang, floor: Lang) -> None:
        super().__init__()
        self._look = look
        self._seat = Seat(target, floor)
        self._answer = FieldAnswer()
        self.field = LookUpField(look)
        self.field.show_prompts(PROMPTS)
        self.area = AnswerArea(look, self._seat)
        self._left = LeftQueries(self.field, self.area)
        self._machine = AskingMachine(self, look)
        self._column = PanelColumn(self, self.field, self.area, self._machine, look)
        self.first_start = FirstStart(self, self._column.top)
        self._connect()
        self.field.show_hint(hint(self.area.shown))
        self.wear(look)

    @property
    def hits(self) -> "HitList":
        """The answer and what else was found."""
        return self.area.hits

    @property
    def item(self) -> ItemTermsView:
        """The item's terms and names."""
        return self.area.item

    @property
    def strip(self) -> "SuggestionStrip":
        """The machine's strip."""
        return self._machine.strip

    @property
    def answer(self) -> "Hit | Person | None":
        """What the answer on the screen is of; None where nothing was found."""
        found = self.area.shown.found
        return found[0] if found else None

    @property
    def answer_line(self) -> str:
        """The answer in one line; empty while nothing is looked up."""
        return self.hits.answer_line if self.area.shows_hits else ""

    @property
    def line_to_park(self) -> str:
        """The line worth parking: a number or what nothing knows as typed, else the answer."""
        if self.area.shown.found and not self.area.has_numbers:
            return self.hits.hits[0].text
        return self.field.text().strip(" =@+")

    def ready(
        self, look_up: LookingUp, languages_of_pair: LanguagesOfPair, sharing: Sharing
    ) -> None:
        """Answer with `look_up` from now on, first what stands in the field."""
        self._answer.look_up, self._answer.languages_of_pair = look_up, languages_of_pair
        self._sit(self._seat._replace(sharing=sharing))
        self.area.open()
        self.strip.wear(self._look)
        if isinstance(self.area.shown.entry, LookUp | Pair):
            self._read()

    def follow(
        self, day: date | None, people: Sequence[Person], looked_up: Sequence[str] = ()
    ) -> None:
        """Take the meeting's day, its people, those added here too, and what was looked up."""
        self._sit(self._seat._replace(day=day))
        self._answer.people = people
        self.walk_through(looked_up)

    def walk_through(self, looked_up: Sequence[str]) -> None:
        """Let the arrows walk back through these look-ups, the last one last."""
        self._left.walk_through(looked_up)

    def show_item(self, title: str, rows: "Sequence[ItemRow]") -> None:
        """Show this item's terms and names whenever nothing is looked up."""
        self.item.show_item(title, rows)

    def show_scratch(self, line: str) -> None:
        """Show `line` below everything, large; empty: nothing."""
        self._column.show_scratch(line)

    def speak(self, target: Lang, floor: Lang) -> None:
        """Answer in `target`, from `floor`: the same hits, in the same order."""
        self._sit(self._seat._replace(target=target, floor=floor))
        self.field.setLocale(QLocale(floor))
        if isinstance(self.area.shown.entry, Pair):
            self.area.show_found(self._answer.to(self.field.text(), target, floor))
            self.field.show_hint(hint(self.area.shown))

    def read(self, reads: tuple[Lang, ...]) -> None:
        """Print `reads` under hits, in this order."""
        self._sit(self._seat._replace(reads=reads))
        self.first_start.read(reads)

    def pause_after(self, seconds: float) -> None:
        """Let a query go so long after its last key: the next letter begins another."""
        self._left.pause_after(seconds)

    def wear(self, look: Look) -> None:
        """Dress in `look`."""
        self._look = look
        for part in (self.field, self.area, self._machine, self.first_start, self._column):
            part.wear(look)

    def expect_suggestion(self, phrase: str) -> None:
        """Say that the machine works on `phrase`, and show what comes of it."""
        self._machine.expect(phrase)

    def show_suggestion(self, suggestion: "Suggestion") -> None:
        """Show a suggestion, unless something else was typed or asked since."""
        self._machine.show_suggestion(suggestion)

    def say(self, line: str) -> None:
        """Say something short in the field's hint, until the next key."""
        self.field.show_hint(line)

    def put_back(self, text: str) -> None:
        """Put back into the field what was entered and could not be kept, and say so."""
        self.field.setText(text)
        self.say("not kept")

    def show_next_caution(self) -> None:
        """Show the answer's next trap."""
        self.hits.show_next_caution()

    def open_next_trap(self) -> None:
        """Open the next small hit marked with a trap, at last close it."""
        self.hits.open_next()

    def switch_all(self) -> None:
        """Print all languages under hits, or again only those the person reads."""
        self.say("all languages" if self.area.switch_all() else "only what you read")

    def look_again(self) -> None:
        """Answer the query anew: what it found may be gone."""
        if isinstance(self.area.shown.entry, LookUp):
            self._read()

    def clear(self) -> None:
        """Empty the field and the answer."""
        self._left.leave()
        self.first_start.leave()
        self.field.clear()
        self._machine.wait_for("")

    def focus_field(self) -> None:
        """Make the field ready to type."""
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_key(self, event: QKeyEvent) -> bool:
        """Type a key that was pressed elsewhere; tell whether it was one that writes."""
        if not writes(event):
            return False
        self.focus_field()
        QCoreApplication.sendEvent(self.field, QKeyEvent(event))
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QWidget.resizeEvent: the strip keeps to the lower edge."""
        super().resizeEvent(event)
        self._column.fit()

    def _connect(self) -> None:
        self.field.textChanged.connect(self._read)
        self.field.returnPressed.connect(self._enter)
        self.field.walked.connect(self._walk)
        self._machine.wanted.connect(self.suggestion_wanted)
        self._machine.changed.connect(self._column.place_strip)
        self._left.looked_up.connect(self.looked_up)
        self._left.missed.connect(self.missed)
        self.first_start.target_chosen.connect(self.target_chosen)
        self.first_start.reading_switched.connect(self.reading_switched)
        self.first_start.example_tried.connect(self._try)

    def _sit(self, seat: Seat) -> None:
        """Print for `seat` from now on."""
        if seat != self._seat:
            self._seat = seat
            self.area.take_seat(seat)

    def _read(self) -> None:
        """Show what the field's text asks for: with each key, on the spot."""
        text, seat = self.field.text(), self._seat
        self._left.follow(text)
        shown = self._answer.to(text, seat.target, seat.floor)
        entry = shown.entry
        if isinstance(entry, MachineWanted) and entry.phrase == self.area.shown.query:
            self._left.miss()
        self._machine.wait_for(entry.phrase if isinstance(entry, MachineWanted) else "")
        self.area.show_found(shown)
        self._left.await_rest(looked_up=isinstance(entry, LookUp))
        if isinstance(entry, LookUp):
            self.first_start.leave()
        self.field.show_hint(hint(shown))
        self.text_changed.emit(text)

    def _enter(self) -> None:
        match self.area.shown.entry:
            case LookUp():
                self._left.let_go()
            case MachineWanted():
                self._machine.ask()
            case PeopleWanted() if self.area.shown.found:
                person = self.area.shown.found[self.hits.chosen]
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
        if isinstance(self.area.shown.entry, PeopleWanted):
            self.hits.choose(self.hits.chosen + step)
        else:
            self._left.walk(step)

    def _try(self, example: str) -> None:
        self.field.setText(example)
        self.focus_field()
