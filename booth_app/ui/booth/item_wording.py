"""What the idle screen prints: the current item's people and terms, floor form and target form."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from booth_app.languages import LANGUAGES, Lang, script
from booth_app.meeting.meeting import Person
from booth_app.terminology.concept import Concept, Term
from booth_app.terminology.folding import fold
from booth_app.ui.booth.harmless import harmless
from booth_app.ui.booth.people_wording import title_in
from booth_app.ui.booth.printed import BOOTH_GLOSSARY

if TYPE_CHECKING:
    from booth_app.termbase import ItemRow

_BEGINNING: Final = 2
_ALIKE: Final = 0.75
"""Letters that words which look alike begin with, and the share of the longer that is the same."""


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
    """Return the rows that have something to say in the target language.

    The item's own come first; among them, and among the others, people, then terms with a trap,
    acronyms, proper names, the rest. Terms that look alike in both languages say themselves.
    """
    ordered = sorted(rows, key=lambda row: (not row.own, _rank(row, target, floor)))
    pairs = (_pair(row, target, floor) for row in ordered)
    return [pair for pair in pairs if pair is not None]


def person_pair(person: Person, target: Lang, floor: Lang, *, own: bool) -> ItemPair:
    """Return a person's row: from the name to the post in the target language."""
    name = harmless(person.name_in(floor))
    title = harmless(title_in(person, target)) or harmless(person.name_in(target))
    known = person.title.get(target)
    loud = known is None or not known.verified or not person.verified
    return ItemPair(Form(name, _lang(name)), Form(title, _lang(title)), loud, own)


def heard_in(concept: Concept, target: Lang, floor: Lang) -> Lang | None:
    """Return the floor's language; where floor and target are one, another the concept has."""
    wanted = dict.fromkeys((floor, *LANGUAGES))
    return next(
        (lang for lang in wanted if lang != target and concept.section(lang).preferred), None
    )


def is_unread(said: Term, concept: Concept) -> bool:
    """Whether `said` was neither approved by anybody nor read anywhere."""
    is_draft = said.attested == "none" or concept.glossary == BOOTH_GLOSSARY
    return is_draft and said.approval != "approved"


def look_alike(one: str, other: str, share: float = 1.0) -> bool:
    """Whether two terms are the same words, or a `share` of them, but for accents and endings.

    Words are the same whose beginnings and ends together are most of the longer one: migration,
    migración.
    """
    ones, others = fold(one).split(), fold(other).split()
    return len(ones) == len(others) and sum(map(_nearly, ones, others)) >= share * len(ones)


def _says_itself(floors: Form, targets: Form) -> bool:
    """Whether the forms look alike: all words, or half of them beside the same abbreviation."""
    same_short = bool(floors.beside) and floors.beside == targets.beside
    return look_alike(floors.text, targets.text, 0.5 if same_short else 1.0)


def _nearly(one: str, other: str) -> bool:
    longer = max(len(one), len(other))
    begin = _shared(one, other)
    end = _shared(one[begin:][::-1], other[begin:][::-1])
    return one == other or (begin >= _BEGINNING and (begin + end) / longer >= _ALIKE)


def _shared(one: str, other: str) -> int:
    """Return how many letters both begin with."""
    length = min(len(one), len(other))
    return next((at for at in range(length) if one[at] != other[at]), length)


def _rank(row: "ItemRow", target: Lang, floor: Lang) -> int:
    """Return the place of the row's kind: person, trap, acronym, proper name, anything else."""
    concept = row.concept
    if concept is None:
        return 0
    if concept.traps:
        return 1
    heard = heard_in(concept, target, floor)
    section = concept.section(heard) if heard else None
    if section and section.short:
        return 2
    names = (concept.section(lang).preferred for lang in LANGUAGES)
    return 3 if any(name and name.text[:1].isupper() for name in names) else 4


def _pair(row: "ItemRow", target: Lang, floor: Lang) -> ItemPair | None:
    if row.person is not None:
        return person_pair(row.person, target, floor, own=row.own)
    if row.concept is None:
        return None
    said = row.concept.section(target).preferred
    heard = heard_in(row.concept, target, floor)
    if said is None or heard is None:
        return None
    floors, targets = _form(row.concept, heard), _form(row.concept, target)
    if not row.concept.traps and _says_itself(floors, targets):
        return None
    if not (floors.beside and targets.beside) or floors.beside == targets.beside:
        floors, targets = _spelt_out(floors), _spelt_out(targets)
    return ItemPair(floors, targets, is_unread(said, row.concept), row.own)


def _spelt_out(form: Form) -> Form:
    """Return `form` never abbreviated: an abbreviation may only answer another one."""
    return form._replace(briefs=tuple(brief for brief in form.briefs if brief != form.beside))


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
