"""What the person keeps at hand: pins, the scratch line, what was looked up, what is read."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from booth_app.languages import LANGUAGES, Lang
from booth_app.meeting.desk import Desk
from booth_app.ui.booth.printed import LANGUAGE_WORDS

if TYPE_CHECKING:
    from booth_app.ui.booth.backing import Backing
    from booth_app.ui.booth.booth_view import BoothView
    from booth_app.ui.booth.running_booth import RunningBooth


class AtHand:
    """Changes the desk of the meeting that `booth` sits in, and the languages it reads, by key."""

    def __init__(self, booth: "RunningBooth", view: "BoothView", backing: "Backing") -> None:
        self._booth, self._view, self._backing = booth, view, backing

    def commands(self) -> dict[str, Callable[[], object]]:
        """Return the commands by name."""
        words = self._view.words
        return {
            "pin": self.pin,
            "park": self.park,
            "open_trap": words.open_next_trap,
            "show_all": words.switch_all,
            **{f"read_{lang}": partial(self.switch_reading, lang) for lang in LANGUAGES},
        }

    def show(self) -> None:
        """Show what is at hand."""
        desk = self._booth.sitting.desk
        self._view.words.show_scratch(desk.scratch)
        self.show_pins()

    def show_pins(self) -> None:
        """Show the pins in the languages that are worked into and heard."""
        booth = self._booth
        pins = booth.sitting.desk.pins
        if not pins and self._view.pins is None:
            return
        from booth_app.ui.booth.pin_wording import pin_pairs

        person_of, concept_of = booth.sitting.meeting.person, self._backing.concept
        self._view.show_pins(pin_pairs(pins, concept_of, person_of, booth.target, booth.floor))

    def pin(self) -> None:
        """Pin the answer, or take its pin away."""
        from booth_app.ui.booth.pin_wording import is_pinned, pin_of

        answer, desk = self._view.words.answer, self._booth.sitting.desk
        if answer is None:
            self._view.words.say("nothing to pin")
            return
        pin = pin_of(answer, self._booth.target)
        self._view.words.say("pin taken away" if is_pinned(desk.pins, pin) else "pinned")
        self._keep(desk.pinned(pin))
        self.show_pins()

    def park(self) -> None:
        """Park the line that is looked at; with an empty field take the parked one away."""
        desk = self._booth.sitting.desk.parked(self._view.words.line_to_park)
        self._keep(desk)
        self._view.words.show_scratch(desk.scratch)

    def after_look_up(self, query: str) -> None:
        """Remember `query` among what was looked up; it is stored with the next thing that is."""
        sitting = self._booth.sitting
        self._booth.sitting = sitting.with_desk(sitting.desk.after_look_up(query))
        self._view.words.walk_through(self._booth.sitting.desk.looked_up)

    def switch_reading(self, lang: Lang) -> None:
        """Read `lang` under hits after the others, or read it no more; one is always read."""
        settings = self._booth.settings
        reads = tuple(each for each in settings.reads if each != lang)
        if len(reads) == len(settings.reads):
            reads = (*reads, lang)
        if not reads:
            self._view.words.say(f"{LANGUAGE_WORDS[lang]} is the only language you read")
            return
        self._booth.keep_settings(replace(settings, reads=reads))
        self._view.words.read(reads)
        self._view.words.say(f"you read {', '.join(each.upper() for each in reads)}")

    def _keep(self, desk: Desk) -> None:
        self._booth.sitting = self._booth.sitting.with_desk(desk)
        self._booth.keep()
