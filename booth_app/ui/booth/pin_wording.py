"""What is printed of the pins: what was heard and what is said, as on the idle screen. No Qt."""

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from booth_app.languages import Lang
from booth_app.meeting.desk import Pin
from booth_app.meeting.meeting import Person
from booth_app.terminology.concept import Concept, ConceptKey, Term
from booth_app.ui.booth.harmless import harmless
from booth_app.ui.booth.item_wording import Form, ItemPair, heard_in, is_unread, person_pair
from booth_app.ui.booth.saying import said_in

if TYPE_CHECKING:
    from booth_app.termbase import Hit

ConceptOf = Callable[[ConceptKey], Concept | None]
PersonOf = Callable[[str], Person | None]


def pin_of(found: "Hit | Person", target: Lang) -> Pin:
    """Return the pin of what was found."""
    if isinstance(found, Person):
        return Pin("", "", found.name, target, found.name)
    if found.person is not None:
        return Pin("", "", found.person.name, found.matched.lang, found.matched.term)
    concept = found.concept
    assert concept is not None
    return Pin(concept.glossary, concept.id, "", found.matched.lang, found.matched.term)


def pin_pairs(
    pins: Iterable[Pin], concept_of: ConceptOf, person_of: PersonOf, target: Lang, floor: Lang
) -> list[ItemPair]:
    """Return the rows of the pins, the newest first; what is no longer there is left out."""
    found = (_pair(pin, concept_of, person_of, target, floor) for pin in reversed([*pins]))
    return [pair for pair in found if pair is not None]


def _pair(
    pin: Pin, concept_of: ConceptOf, person_of: PersonOf, target: Lang, floor: Lang
) -> ItemPair | None:
    if pin.person:
        person = person_of(pin.person)
        return person_pair(person, target, floor, own=True) if person else None
    concept = concept_of(ConceptKey(pin.glossary, pin.concept))
    if concept is None:
        return None
    asked = next((t for t in concept.section(pin.lang).terms if t.text == pin.term), None)
    said = said_in(concept.section(target), asked)
    heard = _heard(concept, pin, asked, target, floor)
    if said is None or heard is None:
        return None
    briefs = tuple(text for text in (harmless(said.beside),) if text)
    form = Form(harmless(said.term.text), target, "", briefs)
    return ItemPair(heard, form, is_unread(said.term, concept), own=True)


def _heard(
    concept: Concept, pin: Pin, asked: Term | None, target: Lang, floor: Lang
) -> Form | None:
    """Return the term as it was found; of one of the target's the floor's, as it would answer."""
    if pin.lang != target:
        return Form(harmless(pin.term), pin.lang)
    lang = heard_in(concept, target, floor)
    said = said_in(concept.section(lang), asked) if lang else None
    return Form(harmless(said.term.text), lang) if lang and said else None


def is_pinned(pins: Sequence[Pin], pin: Pin) -> bool:
    """Whether what `pin` stands for is among `pins`, however it was found."""
    return any(kept.identity == pin.identity for kept in pins)
