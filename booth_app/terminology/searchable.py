"""The texts by which a concept is found."""

from typing import NamedTuple

from booth_app.languages import Lang
from booth_app.terminology.concept import Status, TermType


class Searchable(NamedTuple):
    """One term as it is indexed; a term's irregular forms are further ones.

    `form_of` is empty, or the text of the term that `text` is an irregular form of. `heard` marks
    what people say and the interpreter does not, `is_place` the names of places.
    """

    glossary: str
    concept: str
    lang: Lang
    text: str
    status: Status = "admitted"
    type: TermType | None = None
    heard: bool = False
    form_of: str = ""
    is_place: bool = False
