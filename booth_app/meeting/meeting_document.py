"""A meeting as a plain document (mappings, lists, text) and back.

The same document stands in YAML beside its sources and as JSON in the store. Absent values are
left out. The text of a meeting's documents is left out too: it has a file of its own.
"""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final, Literal, cast
from zoneinfo import ZoneInfo

from booth_app.languages import LANGUAGES
from booth_app.meeting.document_part import MeetingInvalid, Part, Where
from booth_app.meeting.meeting import (
    ROLES,
    Appearance,
    Document,
    Item,
    Meeting,
    Note,
    Person,
    Wording,
)

__all__ = ["MeetingInvalid", "Where", "from_document", "to_document"]

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

_KINDS: Final[tuple[Literal["slip", "trap"], ...]] = ("slip", "trap")
_SPEECHES: Final[tuple[Literal["received", "none"], ...]] = ("received", "none")
_GENDERS: Final[tuple[Literal["f", "m"], ...]] = ("f", "m")


def to_document(meeting: Meeting) -> dict[str, Any]:
    """Return `meeting` as JSON-able values; equal meetings have equal documents."""
    return cast("dict[str, Any]", _plain(meeting))


def from_document(document: object) -> Meeting:
    """Return the meeting that `document` describes; its documents have no text yet.

    Raises MeetingInvalid at the first value that cannot be read, a key nobody knows included.
    """
    part = Part(document, (), _keys(Meeting))
    zone = _zone(part)
    meeting = Meeting(
        id=part.required("id"),
        title=part.text_in_languages("title"),
        theme=part.text_in_languages("theme"),
        zone=zone.key,
        zone_label=part.text("zone_label") or zone.key,
        start=part.moment("start", zone),
        end=part.moment("end", zone),
        people=part.each("people", _person),
        items=part.each("items", lambda value, where: _item(value, where, zone)),
        notes=part.each("notes", _note),
        documents=part.each("documents", _document),
    )
    if _ends_before_start(meeting):
        raise MeetingInvalid("the meeting ends before it starts", ("end",))
    _refuse_twice(meeting)
    _refuse_unknown(meeting)
    return meeting


def _plain(value: object) -> object:
    """Return `value` in mappings, lists, text and truth values; what is empty is left out."""
    if isinstance(value, Wording):
        return {"text": value.text, "verified": value.verified}
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {lang: _plain(value[lang]) for lang in LANGUAGES if lang in value}
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    if is_dataclass(value):
        named = ((f.name, getattr(value, f.name)) for f in fields(value))
        text_left_out = isinstance(value, Document)
        return {k: _plain(v) for k, v in named if v and not (text_left_out and k == "text")}
    return value


def _keys(shape: "type[DataclassInstance]") -> list[str]:
    return [field.name for field in fields(shape)]


def _zone(part: Part) -> ZoneInfo:
    name = part.required("zone")
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        wanted = "a time zone like Europe/Brussels"
        raise MeetingInvalid(f"{name!r} is not {wanted}", ("zone",)) from None


def _item(value: object, where: Where, zone: ZoneInfo) -> Item:
    part = Part(value, where, _keys(Item))
    item = Item(
        id=part.required("id"),
        start=part.moment("start", zone),
        end=part.moment("end", zone),
        title=part.text_in_languages("title"),
        short_title=part.text_in_languages("short_title"),
        question=part.text_in_languages("question"),
        people=part.each("people", _appearance),
    )
    if _ends_before_start(item):
        raise MeetingInvalid(f"the item {item.id!r} ends before it starts", (*where, "end"))
    return item


def _appearance(value: object, where: Where) -> Appearance:
    part = Part(value, where, _keys(Appearance))
    return Appearance(part.required("person"), part.one_of("role", ROLES), part.text("label"))


def _person(value: object, where: Where) -> Person:
    part = Part(value, where, _keys(Person))
    return Person(
        name=part.required("name"),
        names=part.text_in_languages("names"),
        honorific=part.text("honorific"),
        gender=part.one_of("gender", (*_GENDERS, "")),
        title=part.text_in_languages("title"),
        organisation=part.text_in_languages("organisation"),
        country=part.text("country"),
        bio=part.text_in_languages("bio"),
        verified=part.truth("verified"),
        basis=part.text("basis"),
        sources=part.texts("sources"),
        say_as=part.text("say_as"),
        address=part.text_in_languages("address"),
        speaks=part.one_of("speaks", (*LANGUAGES, "")),
        speech=part.one_of("speech", (*_SPEECHES, "")),
        unplanned=part.truth("unplanned"),
    )


def _note(value: object, where: Where) -> Note:
    part = Part(value, where, _keys(Note))
    return Note(
        id=part.required("id"),
        kind=part.one_of("kind", _KINDS),
        text=part.required("text"),
        quote=part.text("quote"),
        items=part.texts("items"),
        status=part.text("status"),
    )


def _document(value: object, where: Where) -> Document:
    part = Part(value, where, _keys(Document))
    return Document(part.required("file"), part.one_of("lang", LANGUAGES))


def _ends_before_start(span: Meeting | Item) -> bool:
    """Compare instants: two times of one zone would compare by their digits."""
    return span.end.timestamp() < span.start.timestamp()


def _refuse_twice(meeting: Meeting) -> None:
    for key, names in (
        ("items", [item.id for item in meeting.items]),
        ("people", [person.name for person in meeting.people]),
        ("notes", [note.id for note in meeting.notes]),
    ):
        seen: set[str] = set()
        for at, name in enumerate(names):
            if name in seen:
                raise MeetingInvalid(f"{name!r} stands here a second time", (key, at))
            seen.add(name)


def _refuse_unknown(meeting: Meeting) -> None:
    """Refuse people of an item that are nobody's, and notes on items that are not there."""
    people = {person.name for person in meeting.people}
    items = {item.id for item in meeting.items}
    for at, item in enumerate(meeting.items):
        for row, appearance in enumerate(item.people):
            if appearance.person not in people:
                message = f"{appearance.person!r} is not among the meeting's people"
                raise MeetingInvalid(message, ("items", at, "people", row, "person"))
    for at, note in enumerate(meeting.notes):
        for row, name in enumerate(note.items):
            if name not in items:
                raise MeetingInvalid(f"{name!r} is no item", ("notes", at, "items", row))
