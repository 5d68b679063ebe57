"""What is printed of the people of an item and of the speaker. No Qt: values only."""

import re
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

from booth_app.languages import Lang, script
from booth_app.meeting.meeting import Item, Meeting, Person, Text, wording
from booth_app.terminology.folding import words as folded
from booth_app.ui.booth.agenda_model import ROLE_WORDS
from booth_app.ui.booth.keys import COMMANDS

_KEYS: Final = {command.name: command.keys[0] for command in COMMANDS}
_BRACKETS: Final = re.compile(r"\([^()]*\)")


class Printed(NamedTuple):
    """A text and the language it is in, which decides its direction."""

    text: str
    lang: Lang


class ExpectedLine(NamedTuple):
    """Somebody of the item: the key that confirms them (empty beyond the ninth), name, post."""

    key: str
    name: Printed
    role: str
    title: Printed
    is_verified: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """The confirmed speaker. `latin` is the meeting's form of a name printed in other letters.

    `is_verified` speaks of title and organisation, `known`, `sign` and `basis` of the person.
    """

    name: Printed
    latin: str
    title: Printed
    organisation: Printed
    is_verified: bool
    say_as: str
    bio: Printed
    known: str
    sign: Literal["disc", "diamond", "plus"]
    basis: str


def expected_lines(meeting: Meeting, item: Item | None, target: Lang) -> list[ExpectedLine]:
    """Return the people of `item` in the programme's order, each with its key."""
    people = meeting.item_people(item) if item else ()
    return [
        ExpectedLine(
            key=_KEYS.get(f"confirm_{number}", ""),
            name=_name(person, target),
            role=ROLE_WORDS[appearance.role][0],
            title=_printed(person.title, target),
            is_verified=_is_verified(person.title, target),
        )
        for number, (person, appearance) in enumerate(people, 1)
    ]


def card(person: Person, target: Lang) -> Card:
    """Return what is printed of `person` who speaks, as far as possible in `target`."""
    name = _name(person, target)
    organisation = person.organisation if _adds(person, target) else {}
    known, sign = _known(person)
    return Card(
        name=name,
        latin=person.name if name.text != person.name else "",
        title=_printed(person.title, target),
        organisation=_printed(organisation, target),
        is_verified=_is_verified(person.title, target) and _is_verified(organisation, target),
        say_as=person.say_as,
        bio=_printed(person.bio, target),
        known=known,
        sign=sign,
        basis=person.basis,
    )


def _name(person: Person, target: Lang) -> Printed:
    name = person.name_in(target)
    return Printed(name, "ar" if script(name) == "arabic" else "en")


def _printed(text: Text, target: Lang) -> Printed:
    found = wording(text, target)
    return Printed(found[1].text, found[0]) if found else Printed("", target)


def _is_verified(text: Text, target: Lang) -> bool:
    found = wording(text, target)
    return found is None or found[1].verified


def _adds(person: Person, target: Lang) -> bool:
    """Whether the organisation is known in `target` and says what the title does not."""
    if target not in person.organisation:
        return not person.title
    title = person.title[target].text if target in person.title else ""
    organisation = _BRACKETS.sub("", person.organisation[target].text)
    return not set(folded(organisation)) <= set(folded(title))


def _known(person: Person) -> tuple[str, Literal["disc", "diamond", "plus"]]:
    """Return what the entry rests on; `basis` says which part of it."""
    if person.unplanned:
        return "added in the booth", "plus"
    if person.verified:
        return "verified", "disc"
    return "rests on the concept note", "diamond"
