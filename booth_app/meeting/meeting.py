"""The meeting as data: agenda items, people, notes; each text in the languages it exists in."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Final, Literal, NamedTuple
from zoneinfo import ZoneInfo

from booth_app.languages import LANGUAGES, Lang

Role = Literal["speaker", "moderator", "respondent", "coordinator", "chair"]
ROLES: Final[tuple[Role, ...]] = ("speaker", "moderator", "respondent", "coordinator", "chair")


class Wording(NamedTuple):
    """A text in one language. Unverified ones are the project's own translations."""

    text: str
    verified: bool


Text = Mapping[Lang, Wording]
"""One text in the languages it exists in."""


def wording(text: Text, lang: Lang) -> tuple[Lang, Wording] | None:
    """Return the text in `lang`, else in the first language it exists in; None where empty."""
    for candidate in (lang, *LANGUAGES):
        if candidate in text:
            return candidate, text[candidate]
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody of the meeting. `name` is as the meeting has it; `names` other scripts' forms.

    `verified` is whether independent sources confirm the post; `basis` says which part they do.
    `say_as` is how the name is said, empty where no source gives it. `address` is the form of
    address somebody entered in place of Booth's own. `speaks` is the language they will speak and
    `speech` whether its text was received, empty while not known.
    """

    name: str
    names: Text = field(default_factory=dict, hash=False)
    honorific: str = ""
    gender: Literal["f", "m", ""] = ""
    title: Text = field(default_factory=dict, hash=False)
    organisation: Text = field(default_factory=dict, hash=False)
    country: str = ""
    bio: Text = field(default_factory=dict, hash=False)
    verified: bool = False
    basis: str = ""
    sources: tuple[str, ...] = ()
    say_as: str = ""
    address: Text = field(default_factory=dict, hash=False)
    speaks: Lang | Literal[""] = ""
    speech: Literal["received", "none", ""] = ""
    unplanned: bool = False

    def name_in(self, lang: Lang) -> str:
        """Return the name in `lang`'s script where it is known, else as the meeting has it."""
        return self.names[lang].text if lang in self.names else self.name


@dataclass(frozen=True, slots=True)
class Appearance:
    """A person in an item. `label` is the role as the document prints it, else empty."""

    person: str
    role: Role
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One agenda item. `start` and `end` are aware datetimes in the meeting's zone."""

    id: str
    start: datetime
    end: datetime
    title: Text = field(hash=False)
    short_title: Text = field(default_factory=dict, hash=False)
    question: Text = field(default_factory=dict, hash=False)
    people: tuple[Appearance, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """Something to know about the documents or the day; shown, never applied.

    `kind` is `slip` (the source document errs) or `trap`; `items` are item ids, empty for all;
    `quote` is the place in the source.
    """

    id: str
    kind: Literal["slip", "trap"]
    text: str
    quote: str = ""
    items: tuple[str, ...] = ()
    status: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A document of the meeting, beside the meeting file."""

    file: str
    lang: Lang
    text: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """A meeting. `zone` is an IANA name, `zone_label` what the programme prints (CET)."""

    id: str
    title: Text = field(hash=False)
    theme: Text = field(default_factory=dict, hash=False)
    zone: str = "UTC"
    zone_label: str = "UTC"
    start: datetime
    end: datetime
    items: tuple[Item, ...] = ()
    people: tuple[Person, ...] = ()
    notes: tuple[Note, ...] = ()
    documents: tuple[Document, ...] = ()

    @property
    def tz(self) -> ZoneInfo:
        """The zone the meeting's clock runs in."""
        return ZoneInfo(self.zone)

    @property
    def day(self) -> date:
        """The date the meeting opens, in its own zone."""
        return self.start.astimezone(self.tz).date()

    def person(self, name: str) -> Person | None:
        """Return the person of that name."""
        return next((p for p in self.people if p.name == name), None)

    def item_people(self, item: Item) -> tuple[tuple[Person, Appearance], ...]:
        """Return the item's people with their roles, in the programme's order."""
        found = ((self.person(a.person), a) for a in item.people)
        return tuple((p, a) for p, a in found if p is not None)
