"""What a value of a concept is called, and what it says, in words for the desk."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Final

from booth_app.terminology.concept import Concept
from booth_app.terminology.field_words import LANGUAGE_WORDS, described, in_words
from booth_app.terminology.fields import APPROVAL, TEXT, Field, Value

Called = Callable[[str], str]
"""Returns what the concept of an id is called; empty where there is none."""

_MONTHS: Final = (
    *("Jan", "Feb", "Mar", "Apr", "May", "Jun"),
    *("Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
)


def by_id(_id: str) -> str:
    """Call no concept by a name: each stands with its id."""
    return ""


def value_name(field: Field, concept: Concept) -> str:
    """Return what a value is called; what the value itself says is not said twice."""
    if field.part == "term" and field.name == TEXT and field.lang:
        return f"{LANGUAGE_WORDS[field.lang]} term"
    if field.part in ("relation", "reference"):
        return "related concept" if field.part == "relation" else "reference"
    return described(field, concept)


def value_words(field: Field, value: Value | None, called: Called = by_id) -> str:
    """Return what a value says; a related concept by its name, a time as people here read it."""
    if field.part == "relation" and isinstance(value, tuple):
        kind, to = value
        return f"{kind.replace('_', ' ')}: {called(to) or to}"
    if field.name == APPROVAL and isinstance(value, tuple):
        standing, person, at = value
        return in_words(field, (standing, person, at and f"on {moment(at)}"))
    return in_words(field, value)


def day_words(day: date) -> str:
    """Return a day as people here read it: 22 Jan 2021."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def moment(at: str) -> str:
    """Return a stored time as people here read it; as it stands where it is none."""
    try:
        when = datetime.fromisoformat(at)
    except ValueError:
        return at
    local = when.astimezone() if when.tzinfo else when
    return f"{day_words(local)}, {local:%H:%M}"
