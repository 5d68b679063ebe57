"""Who stands at the podium: who is confirmed, what is entered about them, and what is heard."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final, Literal, TypeVar

from booth_app.languages import LANGUAGES, Lang
from booth_app.meeting.meeting import Person, Text, Wording
from booth_app.ui.booth.harmless import isolated
from booth_app.ui.booth.keys import PEOPLE
from booth_app.ui.booth.speaker_wording import SPOKEN

if TYPE_CHECKING:
    from booth_app.ui.booth.running_booth import RunningBooth

_T = TypeVar("_T")
_SPOKEN: Final[tuple[Lang | Literal[""], ...]] = ("", *LANGUAGES)
_SPEECHES: Final[tuple[Literal["", "received", "none"], ...]] = ("", "received", "none")
NOBODY: Final = "Confirm first who is speaking."


class Podium:
    """Who speaks in the meeting that `booth` sits in, and what is known of them, by one key each.

    The language a speaker speaks becomes the floor's; where it is the target, the swap of the two
    is offered in one line and nothing changes by itself.
    """

    def __init__(self, booth: "RunningBooth", tell: Callable[[str], None]) -> None:
        self._booth = booth
        self._tell = tell
        self._offered = False

    def commands(self) -> dict[str, Callable[[], object]]:
        """Return the commands by name."""
        return {
            **{f"confirm_{n}": partial(self._confirm_place, n) for n in range(1, PEOPLE + 1)},
            "next_person": partial(self._confirm_beside, 1),
            "person_before": partial(self._confirm_beside, -1),
            "nobody": self._confirm_nobody,
            "next_speaks": self.next_language,
            "next_speech": self.next_speech,
            "next_relay": self.next_relay,
            "swap_languages": self.swap,
        }

    def confirm(self, person: Person) -> None:
        """Take `person` as the one who speaks."""
        before = self._booth.sitting.relay
        self._booth.sit(self._booth.sitting.confirming(person.name))
        if self._booth.sitting.relay != before:  # heard directly again
            self._booth.speak()
        self.hear()

    def next_language(self) -> None:
        """Take the next language as the speaker's: not known, then each of the four."""
        self._enter(lambda person: replace(person, speaks=_after(_SPOKEN, person.speaks)))
        self.hear()

    def next_speech(self) -> None:
        """Say the next of: not known, the text was received, there is none."""
        self._enter(lambda person: replace(person, speech=_after(_SPEECHES, person.speech)))

    def say_as(self, name: str, spoken: str) -> None:
        """Keep how a name is said."""
        if person := self._booth.sitting.meeting.person(name):
            self._booth.enter(replace(person, say_as=spoken))

    def address_as(self, name: str, lang: Lang, form: str) -> None:
        """Keep how somebody is addressed in `lang`; an empty form brings Booth's own back."""
        if person := self._booth.sitting.meeting.person(name):
            others: Text = {each: said for each, said in person.address.items() if each != lang}
            added: Text = {lang: Wording(form, verified=True)} if form else {}
            self._booth.enter(replace(person, address={**others, **added}))

    def hear(self) -> None:
        """Take the speaker's language as the floor's, or offer the swap where it is the target."""
        booth = self._booth
        person = booth.sitting.confirmed
        spoken = person.speaks if person else ""
        if person is None or not spoken or booth.sitting.relay:
            self._end_offer()
        elif spoken != booth.target:
            self._end_offer()
            booth.from_floor(spoken)
        else:
            key = booth.keys.shown("swap_languages")
            into = SPOKEN[self._other(booth.target)]
            self._tell(
                f"{isolated(person.name)} speaks {SPOKEN[spoken]}, your target: "
                f"{key} works into {into}."
            )
            self._offered = True

    def next_relay(self) -> None:
        """Take the next language as the one heard on relay; after the last none: heard directly."""
        booth = self._booth
        heard = [lang for lang in _SPOKEN if lang != booth.target]
        booth.sit(booth.sitting.relayed(_after(heard, booth.sitting.relay)))
        booth.speak()
        self.hear()

    def swap(self) -> None:
        """Work the other way: from the target, into the floor's language."""
        booth = self._booth
        heard, into = booth.target, self._other(booth.target)
        booth.sit(booth.sitting.relayed(""))
        booth.from_floor(heard)
        booth.into(into)
        self._end_offer()

    def _confirm_place(self, place: int) -> None:
        people = self._booth.sitting.people
        if place <= len(people):
            self.confirm(people[place - 1][0])

    def _confirm_beside(self, step: int) -> None:
        if person := self._booth.sitting.person_beside(step):
            self.confirm(person)
        else:
            self._confirm_nobody()

    def _confirm_nobody(self) -> None:
        self._booth.sit(self._booth.sitting.confirming(""))

    def _other(self, target: Lang) -> Lang:
        """Return what to work into from `target`: the floor's language, else the last target."""
        settings = self._booth.settings
        wanted = (self._booth.floor, settings.floor, settings.previous_target, *LANGUAGES)
        return next(lang for lang in wanted if lang and lang != target)

    def _enter(self, change: Callable[[Person], Person]) -> None:
        person = self._booth.sitting.confirmed
        if person is None:
            self._tell(NOBODY)
        else:
            self._booth.enter(change(person))

    def _end_offer(self) -> None:
        if self._offered:
            self._offered = False
            self._tell("")


def _after(values: Sequence[_T], value: _T) -> _T:
    """Return the value after `value`, the first after the last or where it is none of them."""
    at = values.index(value) + 1 if value in values else 0
    return values[at % len(values)]
