"""What the idle screen prints: the current item's people and terms, floor form and target form."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from booth_app.languages import LANGUAGES, Lang, script
from booth_app.meeting.meeting import Person
from booth_app.terminology.concept import Concept
from booth_app.ui.booth.harmless import harmless
from booth_app.ui.booth.people_wording import title_in
from booth_app.ui.booth.wording import BOOTH_GLOSSARY

if TYPE_CHECKING:
    from booth_app.termbase import ItemRow


class Form(NamedTuple):
    """A term or name in one language, and its abbreviation.

    `briefs` may stand for it where it takes too much room: the short form, the abbreviation.
    """

    text: str
    lang: Lang
    beside: str = ""
    briefs: tuple[str, ...] = ()


class ItemPair(NamedTuple):
    """A row of the idle screen. `loud`: the target form was not read or not verified yet."""

    floor: Form
    target: Form
    loud: bool
    own: bool


def item_pairs(rows: Sequence["ItemRow"], target: Lang, floor: Lang) -> list[ItemPair]:
    """Return the rows that have something to say in the target language, in their order."""
    pairs = (_pair(row, target, floor) for row in rows)
    return [pair for pair in pairs if pair is not None]


def _pair(row: "ItemRow", target: Lang, floor: Lang) -> ItemPair | None:
    if row.person is not None:
        return _person_pair(row.person, target, floor, row.own)
    if row.concept is None:
        return None
    said = row.concept.section(target).preferred
    heard = _heard(row.concept, target, floor)
    if said is None or heard is None:
        return None
    loud = said.approval != "approved" and (
        said.attested == "none" or row.concept.glossary == BOOTH_GLOSSARY
    )
    floors, targets = _form(row.concept, heard), _form(row.concept, target)
    if not (floors.beside and targets.beside):
        floors, targets = _spelt_out(floors), _spelt_out(targets)
    return ItemPair(floors, targets, loud, row.own)


def _spelt_out(form: Form) -> Form:
    """Return `form` never abbreviated: an abbreviation may only answer an abbreviation."""
    return form._replace(briefs=tuple(brief for brief in form.briefs if brief != form.beside))


def _person_pair(person: Person, target: Lang, floor: Lang, own: bool) -> ItemPair:
    name = harmless(person.name_in(floor))
    title = harmless(title_in(person, target)) or harmless(person.name_in(target))
    known = person.title.get(target)
    loud = known is None or not known.verified or not person.verified
    return ItemPair(Form(name, _lang(name)), Form(title, _lang(title)), loud, own)


def _heard(concept: Concept, target: Lang, floor: Lang) -> Lang | None:
    """Return the floor's language; where floor and target are one, another the concept has."""
    wanted = dict.fromkeys((floor, *LANGUAGES))
    return next(
        (lang for lang in wanted if lang != target and concept.section(lang).preferred), None
    )


def _form(concept: Concept, lang: Lang) -> Form:
    section = concept.section(lang)
    said = section.preferred.text if section.preferred else ""
    short = section.short.text if section.short else ""
    beside = harmless(short) if short != said else ""
    usable = (t for t in section.terms if t.type == "short_form" and not t.is_heard_only)
    brief = next((t.text for t in usable if t.status in ("preferred", "admitted")), "")
    briefs = dict.fromkeys(text for text in (harmless(brief), beside) if text)
    return Form(harmless(said), lang, beside, tuple(briefs))


def _lang(text: str) -> Lang:
    return "ar" if script(text) == "arabic" else "en"
