"""What look-up takes in and gives back."""

from typing import Literal, NamedTuple

from booth_app.languages import Lang
from booth_app.terminology.concept import ConceptKey
from booth_app.terminology.searchable import Searchable

__all__ = ["How", "Match", "Matched", "Overlap", "Searchable", "Tier"]

How = Literal["exact", "prefix", "slip", "sound"]
Tier = Literal["meeting", "glossary", "other"]


class Match(NamedTuple):
    """A concept or a person that answers a query, and the term by which it was found.

    Of `key` and `person` one is None. `term` is the term as stored, for an irregular form its
    term's. `how`: the whole term apart from number, gender and article (exact); words or beginnings
    of words of it (prefix); the same with typing slips, or beside words of no term (slip); by its
    sound alone (sound).
    """

    key: ConceptKey | None
    person: str | None
    lang: Lang
    term: str
    how: How
    tier: Tier


class Overlap(NamedTuple):
    """A term that shares words with a text; `shared` is their part of the text, by weight."""

    shared: float
    key: ConceptKey
    lang: Lang
    term: str


class Matched(NamedTuple):
    """The term by which a hit was found."""

    lang: Lang
    term: str
