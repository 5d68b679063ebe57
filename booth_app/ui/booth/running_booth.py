"""The booth at work: what each command and each panel's announcement does."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from booth_app.languages import LANGUAGES, Lang
from booth_app.meeting.clock import elsewhere
from booth_app.meeting.meeting import Meeting, Person, Wording, wording
from booth_app.settings import Settings
from booth_app.ui.booth.at_hand import AtHand
from booth_app.ui.booth.backing import Backing
from booth_app.ui.booth.booth_view import BoothView
from booth_app.ui.booth.clock_bar import TimeShown
from booth_app.ui.booth.command_keys import CommandKeys
from booth_app.ui.booth.course import Course, reading
from booth_app.ui.booth.docked_wording import now_line, speaker_line
from booth_app.ui.booth.field_entry import Pair
from booth_app.ui.booth.field_hint import added_hint
from booth_app.ui.booth.glossary_choice import GlossaryChoice
from booth_app.ui.booth.in_vain import InVain
from booth_app.ui.booth.podium import Podium
from booth_app.ui.booth.sitting import Sitting
from booth_app.ui.booth.suggesting import Suggesting
from booth_app.ui.booth.trap_wording import item_cautions
from booth_app.ui.opening import Opened
from booth_app.ui.theme import THEMES, Look, next_theme

if TYPE_CHECKING:  # not needed before the first paint
    from booth_app.meetings import Standing
    from booth_app.termbase import Hit, ItemRow

_FIRST_TARGET: Final[Lang] = "en"
SEALED: Final = "Nothing leaves this computer: Booth opens no connection to any network."


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
        self.suggesting = Suggesting(self, view, backing)
        self.course = Course(self, view)
        self.podium = Podium(self, view.message.tell)
        self.at_hand = AtHand(self, view, backing)
        self.in_vain = InVain(self, view.message, backing)
        self.glossaries = GlossaryChoice(self, view, backing)
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
        self.glossaries.take_effect()
        if opened.meeting is not None and opened.meeting != self.sitting.meeting:
            self.sitting = self.sitting.of_meeting(opened.meeting)
        pair = opened.termbase.pairs.languages
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
            "find_people": partial(view.words.field.begin_with, "@"),
            "new_term": partial(view.words.field.begin_with, "+"),
            "take_back": self.take_back,
            "edit_say_as": view.speaker.edit_say_as,
            "edit_address": view.speaker.edit_address,
            **self.suggesting.commands(),
            **self.course.commands(),
            **self.podium.commands(),
            **self.at_hand.commands(),
            **self.in_vain.commands(),
            **self.glossaries.commands(),
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

    def _look_up(self, text: str) -> "Sequence[Hit]":
        return self._backing.look_up(text, (self.floor, self.target))

    def _clear(self) -> None:
        self._view.words.clear()
        self._view.message.tell("")
        self._view.agenda.clear_cursor()

    # The meeting

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
        view.notes.show_notes(meeting, item, target, item_cautions(rows, self.floor, target))
        self.at_hand.show()


def look_of(settings: Settings) -> Look:
    """Return the look that the settings ask for."""
    return Look(THEMES[settings.theme], settings.scale)


def target_of(settings: Settings) -> Lang:
    """Return the target language; English until the person has said."""
    return settings.target or _FIRST_TARGET
