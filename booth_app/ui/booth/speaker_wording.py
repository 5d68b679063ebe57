"""What is printed of the people of an item and of the speaker. No Qt: values only."""

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from booth_app.languages import Lang, script
from booth_app.meeting.meeting import Item, Meeting, Person, Role, Text, wording
from booth_app.terminology.folding import words as folded
from booth_app.ui.booth.agenda_model import ROLE_WORDS
from booth_app.ui.booth.keys import KeyOf, first_key

if TYPE_CHECKING:  # not needed before the first paint
    from booth_app.meeting.address import Address

SPOKEN: Final[Mapping[Lang, str]] = {
    "en": "English",
    "fr": "French",
    "es": "Spanish",
    "ar": "Arabic",
}
"""The languages' names in the interface's own."""
_SPEECH: Final = {"received": "text received", "none": "no text", "": ""}
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


class Card(NamedTuple):
    """The confirmed speaker. `latin` is the meeting's form of a name printed in other letters.

    `is_verified` speaks of title and organisation, `known`, `sign` and `basis` of the person.
    `address` is how they are addressed, empty where only the name is known; `is_own` whether that
    is Booth's own form. `facts` are the language they speak, the text, the relay.
    """

    name: Printed
    latin: str
    title: Printed
    organisation: Printed
    is_verified: bool
    say_as: str
    address: Printed
    is_own: bool
    facts: str
    bio: Printed
    known: str
    sign: Literal["disc", "diamond", "plus"]
    basis: str


def expected_lines(
    meeting: Meeting, item: Item | None, target: Lang, key_of: KeyOf = first_key
) -> list[ExpectedLine]:
    """Return the people of `item` in the programme's order, each with its key."""
    people = meeting.item_people(item) if item else ()
    return [
        ExpectedLine(
            key=key_of(f"confirm_{number}"),
            name=_name(person, target),
            role=ROLE_WORDS[appearance.role][0],
            title=_printed(person.title, target),
            is_verified=_is_verified(person.title, target),
        )
        for number, (person, appearance) in enumerate(people, 1)
    ]


def card(
    person: Person,
    target: Lang,
    *,
    role: Role | None = None,
    relay: Lang | Literal[""] = "",
) -> Card:
    """Return what is printed of `person` who speaks, as far as possible in `target`.

    `role` is theirs in the current item, `relay` the language heard in place of theirs.
    """
    address = form_of_address(person, target, role)
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
        address=Printed("" if address.basis == "name" else address.text, target),
        is_own=address.basis == "draft",
        facts=facts(person, relay),
        bio=_printed(person.bio, target),
        known=known,
        sign=sign,
        basis=person.basis,
    )


def role_of(speaker: Person | None, item: Item | None) -> Role | None:
    """Return the role of `speaker` in `item`; None where they have none."""
    if speaker is None or item is None:
        return None
    return next((a.role for a in item.people if a.person == speaker.name), None)


def form_of_address(person: Person, lang: Lang, role: Role | None = None) -> "Address":
    """Return how `person` is addressed in `lang`: what was entered for them wins."""
    from booth_app.meeting.address import address

    entered = person.address.get(lang)
    return address(person, lang, role=role, kept=entered.text if entered else "")


def facts(person: Person, relay: Lang | Literal[""] = "") -> str:
    """Return in which language `person` speaks and is heard, and whether there is a text."""
    speaks = f"speaks {SPOKEN[person.speaks]}" if person.speaks else ""
    heard = f"relay from {relay.upper()}" if relay else ""
    return " · ".join(part for part in (speaks, heard, _SPEECH[person.speech]) if part)


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
