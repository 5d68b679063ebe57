"""The booth at work: what each command and each panel's announcement does."""

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from booth_app.languages import LANGUAGES, Lang
from booth_app.lookup.terms import Matched
from booth_app.meeting.clock import Reading, elsewhere
from booth_app.meeting.meeting import Meeting, Person, Text, Wording, wording
from booth_app.settings import Settings
from booth_app.ui.booth.at_hand import AtHand
from booth_app.ui.booth.backing import Backing
from booth_app.ui.booth.booth_view import BoothView
from booth_app.ui.booth.clock_bar import TimeShown
from booth_app.ui.booth.command_keys import CommandKeys
from booth_app.ui.booth.docked_wording import now_line, speaker_line
from booth_app.ui.booth.field_entry import Pair
from booth_app.ui.booth.field_hint import added_hint
from booth_app.ui.booth.in_vain import InVain
from booth_app.ui.booth.keys import PEOPLE
from booth_app.ui.booth.podium import Podium
from booth_app.ui.booth.printed import Caution
from booth_app.ui.booth.seat import Seat
from booth_app.ui.booth.sitting import Sitting
from booth_app.ui.booth.suggestion_worker import SuggestionWorker
from booth_app.ui.booth.trap_wording import cautions
from booth_app.ui.opening import Opened
from booth_app.ui.theme import THEMES, Look, next_theme

if TYPE_CHECKING:  # not needed before the first paint
    from booth_app.meetings import Standing
    from booth_app.termbase import Hit, ItemRow
    from booth_app.translation.suggestions import Suggestions

_FIRST_TARGET: Final[Lang] = "en"
SEALED: Final = "Nothing leaves this computer: Booth opens no connection to any network."


def reading() -> Reading:
    """Return what the computer's clocks say now."""
    return Reading(datetime.now(UTC), time.monotonic())


class RunningBooth(QObject):
    """Holds what the booth stands at, changes it by command, and has the view show it."""

    settings_changed = Signal(object)
    """The Settings to keep."""
    editor_asked = Signal()
    docking_asked = Signal()
    other_edge_asked = Signal()

    def __init__(
        self,
        view: BoothView,
        backing: Backing,
        settings: Settings,
        meeting: Meeting,
        standing: "Standing",
    ) -> None:
        super().__init__()
        self.settings = settings
        self.sitting = Sitting.resumed(meeting, standing, settings.turn_minutes, reading())
        self._view = view
        self._backing = backing
        self._look = look_of(settings)
        self._is_painted = False
        self.worker = SuggestionWorker(self._suggestions, self)
        self.podium = Podium(self, view.message.tell)
        self.at_hand = AtHand(self, view, backing)
        self.in_vain = InVain(self, view.message, backing)
        self.commands = self._named_commands()
        self.keys = CommandKeys(self.commands, settings.keys)
        view.speaker.key_of = self.keys.shown

    @property
    def target(self) -> Lang:
        """The language the booth works into."""
        return target_of(self.settings)

    @property
    def floor(self) -> Lang:
        """The language heard: the floor's or, on relay, the one it comes through."""
        return self.sitting.relay or self.settings.floor

    @property
    def is_running(self) -> bool:
        """Whether the meeting is under way."""
        return self.sitting.is_running(reading())

    @property
    def can_save(self) -> bool:
        """Whether what is changed here is kept."""
        return self._backing.can_save

    def begin(self) -> None:
        """Show everything for the first time."""
        self.speak()
        if self.settings.target is None:
            self._view.words.first_start.ask(self._look, self.keys.targets, self.keys.reading)
        self._view.words.read(self.settings.reads)
        self._view.words.pause_after(self.settings.pause_seconds)
        self._view.words.focus_field()
        self._show_item()
        if self.keys.trouble:
            self._view.message.tell(self.keys.trouble)

    def painted(self) -> None:
        """Show the rest, once what is needed first is on the screen."""
        self._is_painted = True
        self._show_people(self._backing.item_terms(self.sitting.meeting, self.sitting.item))

    def take_in(self, opened: Opened) -> None:
        """Look up in what was opened, and keep in it what is to be kept."""
        self._backing.take_in(opened)
        if opened.meeting is not None and opened.meeting != self.sitting.meeting:
            self.sitting = self.sitting.of_meeting(opened.meeting)
        pair = opened.termbase.languages_of_pair
        self._view.words.ready(self._look_up, pair, self._backing.sharing)
        self._show_item()

    def show_time(self) -> None:
        """Show the time, the turn, and the agenda as it stands now; cheap where nothing changed."""
        now = reading()
        self.sitting = sitting = self.sitting.ticked(now)
        agenda = sitting.agenda(now)
        own = elsewhere(sitting.meeting, agenda.minute)
        self._view.clock.show_time(TimeShown(agenda.minute, own, agenda.delay))
        self._view.clock.show_turn(sitting.turn, now.ticks)
        self._view.agenda.show_agenda(sitting.meeting, agenda, self.target)
        self._view.line.show_now(now_line(sitting.meeting, agenda, self.target))

    def keep_settings(self, settings: Settings) -> None:
        """Take `settings` as the person's and have them kept, if anything changed."""
        if settings != self.settings:
            self.settings = settings
            self.settings_changed.emit(settings)

    def keep(self) -> None:
        """Have it remembered where the booth stands."""
        self._backing.keep(self.sitting.meeting, self.sitting.standing(reading()))

    def _named_commands(self) -> dict[str, Callable[[], object]]:
        view = self._view
        return {
            **{f"target_{lang}": partial(self.into, lang) for lang in LANGUAGES},
            "swap_target": lambda: self.into(self.settings.previous_target or self.target),
            "next_floor": self._next_floor,
            "clear": self._clear,
            "next_trap": view.words.show_next_caution,
            "ask_machine": partial(view.words.field.begin_with, "="),
            "find_people": partial(view.words.field.begin_with, "@"),
            "new_term": partial(view.words.field.begin_with, "+"),
            "take_back": self.take_back,
            "suggest_title": partial(self._suggest_of, "title"),
            "suggest_question": partial(self._suggest_of, "question"),
            "next_item": lambda: self.sit(self.sitting.at_next(reading())),
            "cursor_up": partial(view.agenda.move_cursor, -1),
            "cursor_down": partial(view.agenda.move_cursor, 1),
            "we_are_here": self._we_are_here,
            "clock_back": partial(self._move_clock, -1),
            "clock_on": partial(self._move_clock, 1),
            "clock_far_back": partial(self._move_clock, -10),
            "clock_far_on": partial(self._move_clock, 10),
            "clock_start": lambda: self.sit(self.sitting.clock_at_start(reading())),
            **{f"confirm_{n}": partial(self._confirm_place, n) for n in range(1, PEOPLE + 1)},
            "next_person": partial(self._confirm_beside, 1),
            "person_before": partial(self._confirm_beside, -1),
            "nobody": lambda: self.sit(self.sitting.confirming("")),
            "edit_say_as": view.speaker.edit_say_as,
            "edit_address": view.speaker.edit_address,
            **self.podium.commands(),
            **self.at_hand.commands(),
            **self.in_vain.commands(),
            "hand_over": lambda: self.sit(self.sitting.handed_over(time.monotonic())),
            "stop_turn": lambda: self.sit(self.sitting.turn_stopped()),
            "turn_length": self._next_turn_length,
            "page_side": view.side.page_on,
            "tell_seal": lambda: view.message.tell(SEALED),
            "edit": self.editor_asked.emit,
            "dock": self.docking_asked.emit,
            "dock_edge": self.other_edge_asked.emit,
            "next_theme": lambda: self._wear(
                replace(self._look, theme=next_theme(self._look.theme))
            ),
            "larger": lambda: self._wear(self._look.larger()),
            "smaller": lambda: self._wear(self._look.smaller()),
            "usual_size": lambda: self._wear(replace(self._look, scale=1.0)),
            "show_keys": lambda: view.show_keys(self.keys.commands),
        }

    # Languages and looks

    def into(self, lang: Lang) -> None:
        """Work into `lang` from now on."""
        before = self.settings.target
        kept = before if before not in (None, lang) else self.settings.previous_target
        self.keep_settings(replace(self.settings, target=lang, previous_target=kept))
        self._view.words.first_start.answer(lang)
        self.speak()
        self._show_item()

    def from_floor(self, lang: Lang) -> None:
        """Take `lang` as what is spoken on the floor, heard directly."""
        self.keep_settings(replace(self.settings, floor=lang))
        self.sitting = self.sitting.relayed("")
        self.speak()
        self._show_item()

    def speak(self) -> None:
        """Have the view print the languages worked into and heard."""
        self._view.speak(self.target, self.floor, on_relay=bool(self.sitting.relay))

    def _next_floor(self) -> None:
        after = LANGUAGES[(LANGUAGES.index(self.settings.floor) + 1) % len(LANGUAGES)]
        self.from_floor(after)

    def keep_keys(self, keys: Mapping[str, tuple[str, ...]]) -> None:
        """Have the keys kept that the person chose, and show the commands with them."""
        self.keep_settings(replace(self.settings, keys=keys))
        self._view.keys.show_commands(self.keys.commands)
        self._show_item()

    def _wear(self, look: Look) -> None:
        self._look = look
        self._view.setUpdatesEnabled(False)  # one repaint in the new colours, no flash of both
        self._view.wear(look)
        self._view.setUpdatesEnabled(True)
        self.keep_settings(replace(self.settings, theme=look.theme.name, scale=look.scale))

    # Words

    def add_pair(self, pair: Pair) -> None:
        """Keep a new term."""
        if self._backing.add_pair(pair.left, pair.right):
            self._view.words.say(added_hint(self.keys.shown("take_back")))
        else:
            self._view.words.put_back(f"+ {pair.left[1]} = {pair.right[1]}")

    def take_back(self) -> None:
        """Take the last new term back."""
        taken = self._backing.take_back()
        if taken:
            self._view.words.look_again()
        self._view.words.say("the last new term is taken back" if taken else "nothing to take back")

    def suggest(self, phrase: str) -> None:
        """Ask the machine for `phrase`, from the language it is in into the target."""
        source = self._backing.language_of(phrase) or self.floor
        if source == self.target:  # words that both share, or a slip of the hand
            source = self.floor
        self.worker.request(phrase, source, self.target)

    def _look_up(self, text: str) -> "Sequence[Hit]":
        return self._backing.look_up(text, (self.floor, self.target))

    def _clear(self) -> None:
        self._view.words.clear()
        self._view.message.tell("")
        self._view.agenda.clear_cursor()

    def _suggestions(self) -> "Suggestions":
        return self._backing.suggestions(lambda: self.sitting.meeting)

    def _suggest_of(self, part: str) -> None:
        """Ask the machine for the current item's `title` or `question`, from its original."""
        text: Text = getattr(self.sitting.item, part, {})
        others = {lang: said for lang, said in text.items() if lang != self.target}
        originals = {lang: said for lang, said in others.items() if said.verified}
        if found := wording(originals or others, self.floor):
            lang, said = found
            self._view.words.expect_suggestion(said.text)
            self.worker.request(said.text, lang, self.target)

    # The meeting

    def confirm(self, person: Person) -> None:
        """Take `person` as the one who speaks."""
        before = self.floor
        self.sit(self.sitting.confirming(person.name))
        if self.floor != before:  # off relay again
            self.speak()
        self.podium.hear()

    def add_person(self, name: str, post: str) -> None:
        """Add somebody unplanned to the meeting and take them as the one who speaks."""
        title = {self.target: Wording(post, verified=True)} if post else {}
        person = Person(name=name, title=title, unplanned=True)
        meeting = self._backing.add_person(self.sitting.meeting, person, self.sitting.item)
        if meeting is not None:
            self.sit(self.sitting.of_meeting(meeting).confirming(name))
        else:
            self._view.words.put_back(f"@{name}, {post}")

    def enter(self, person: Person) -> None:
        """Keep what was entered about `person`."""
        meeting = self._backing.enter(self.sitting.meeting, person)
        if meeting is not None:
            self.sit(self.sitting.of_meeting(meeting))

    def _confirm_place(self, place: int) -> None:
        people = self.sitting.people
        if place <= len(people):
            self.confirm(people[place - 1][0])

    def _confirm_beside(self, step: int) -> None:
        if person := self.sitting.person_beside(step):
            self.confirm(person)
        else:
            self.sit(self.sitting.confirming(""))

    def _we_are_here(self) -> None:
        chosen = self._view.agenda.chosen() or self.sitting.progress.item
        self._view.agenda.clear_cursor()
        self.sit(self.sitting.at(chosen, reading()))

    def _move_clock(self, minutes: int) -> None:
        self.sit(self.sitting.clock_moved(timedelta(minutes=minutes), reading()))

    def _next_turn_length(self) -> None:
        turn = self.sitting.turn.resized()
        self.keep_settings(replace(self.settings, turn_minutes=turn.minutes))
        self.sit(replace(self.sitting, turn=turn))

    def sit(self, sitting: Sitting) -> None:
        """Take `sitting` as what the booth stands at; show it and have it remembered."""
        self.sitting = sitting
        self._view.words.first_start.leave()
        self._show_item()
        self.keep()

    def _show_item(self) -> None:
        sitting, view, target = self.sitting, self._view, self.target
        meeting, item = sitting.meeting, sitting.item
        view.clock.show_meeting(meeting, target, rehearsal=sitting.clock.rehearsal)
        self.show_time()
        title = wording(item.short_title or item.title, target) if item else None
        rows = self._backing.item_terms(meeting, item)
        view.words.follow(meeting.day, meeting.people, sitting.desk.looked_up)
        view.show_item(title[1].text if title else "", rows)
        if self._is_painted:
            self._show_people(rows)

    def _show_people(self, rows: "Sequence[ItemRow]") -> None:
        """Show who speaks, and what to know about it: what the first paint can do without."""
        sitting, view, target = self.sitting, self._view, self.target
        meeting, item = sitting.meeting, sitting.item
        view.speaker.show_speaker(meeting, item, sitting.confirmed, target, sitting.relay)
        view.line.show_speaker(
            speaker_line(meeting, item, sitting.confirmed, target, self.keys.shown)
        )
        view.notes.show_notes(meeting, item, target, _traps(rows, self.floor, target))
        self.at_hand.show()


def _traps(rows: "Sequence[ItemRow]", floor: Lang, target: Lang) -> list[Caution]:
    """Return the traps of the item's own terms, one a concept; the rest show with their hits."""
    concepts = [row.concept for row in rows if row.own and row.concept and row.concept.traps]
    heard = [(concept, concept.section(floor).preferred) for concept in concepts]
    return [
        cautions(concept, Matched(floor, term.text if term else ""), Seat(target, floor))[0]
        for concept, term in heard
    ]


def look_of(settings: Settings) -> Look:
    """Return the look that the settings ask for."""
    return Look(THEMES[settings.theme], settings.scale)


def target_of(settings: Settings) -> Lang:
    """Return the target language; English until the person has said."""
    return settings.target or _FIRST_TARGET
