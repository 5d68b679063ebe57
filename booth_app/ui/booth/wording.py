"""What is printed of a hit: the answer, where it comes from, the other languages, the traps.

No Qt here: from a hit, the target and floor languages and the meeting's day to plain text that is
harmless to paint, of the same length as what is stored.
"""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from booth_app.languages import LANGUAGES, Lang
from booth_app.terminology.concept import Concept, Term
from booth_app.terminology.folding import fold
from booth_app.ui.booth.harmless import harmless, isolated
from booth_app.ui.booth.printed import (
    BOOTH_GLOSSARY,
    LANGUAGE_WORDS,
    InLanguage,
    Origin,
    Printed,
)
from booth_app.ui.booth.saying import said_in
from booth_app.ui.booth.seat import Seat
from booth_app.ui.booth.trap_wording import cautions, definition

if TYPE_CHECKING:
    from booth_app.termbase import Hit

_FILE: Final = re.compile(r"\s*\(?[\w./{},-]+\.(?:ya?ml|txt|xml|csv|json)\)?$")
"""The file at the end of a source: it helps an editor to find the place, nobody in a booth."""
_TIERS: Final = {"meeting": "this meeting", "glossary": "glossary"}


def term_printed(hit: "Hit", wanted: Lang, seat: Seat) -> Printed:
    """Return what is printed of a concept that was found.

    `wanted` is the language it should be answered in. A concept without a term there answers in
    the next language that it has, and says so. Raises ValueError for a hit that is a person.
    """
    concept = hit.concept
    if concept is None:
        raise ValueError("term_printed takes a hit that is a concept")
    lang = _first_with_term(concept, (wanted, seat.target))
    said = said_in(concept.section(lang), _matched(concept, hit))
    tag = "" if lang == seat.target else lang.upper()
    if said is None:
        origin = Origin("diamond", "no term that may be said", loud=True)
        text, notices = harmless(hit.matched.term), _notices(concept, hit, seat)
        return Printed(lang=lang, tag=tag, text=text, origin=origin, notices=notices)
    missing = () if lang == wanted else (f"no {LANGUAGE_WORDS[wanted]} term yet",)
    others = _others(hit, concept, lang, seat)
    shown = {said.term.text, said.beside, said.full} if hit.matched.lang == lang else set()
    told = hit.matched.term in shown or hit.matched.lang in {other.lang for other in others}
    return Printed(
        lang=lang,
        tag=tag,
        text=harmless(said.term.text),
        beside=harmless(said.beside),
        full=harmless(said.full),
        origin=origin_of(said.term, concept, _details(hit, said.term, told=told)),
        notices=(*missing, *_notices(concept, hit, seat)),
        others=others,
        cautions=cautions(concept, hit.matched, seat),
        definition=definition(concept, seat.target),
    )


def answer_language(hits: Sequence["Hit"], query: str, target: Lang, floor: Lang) -> Lang:
    """Return the language all `hits` are answered in: the target, or the floor's.

    It is the floor's only where the best match exists in the target language and in no other: who
    types a word of the target language wants to hear it from the floor. A term that another
    language also has (IMRF), or a query that fits a term of another language among the hits
    (migration), is answered in the target.
    """
    best = hits[0].concept if hits else None
    if best is None or hits[0].matched.lang != target or not best.section(floor).preferred:
        return target
    found, typed = fold(hits[0].matched.term), fold(query).split()
    elsewhere = (
        fold(text)
        for hit in hits
        if hit.concept is not None
        for lang, term in hit.concept.terms()
        if lang != target
        for text in (term.text, *term.forms)
    )
    if any(text == found or _fits(typed, text.split()) for text in elsewhere):
        return target
    return floor


def origin_of(term: Term, concept: Concept, details: tuple[str, ...] = ()) -> Origin:
    """Return where `term` comes from: approved, made in the booth, or where it was read.

    What an editor approved says by whom. Otherwise the word tells what was read in an official
    text, what elsewhere, and, loudly, what was not read yet.
    """
    if term.approval == "approved":
        by = f"approved by {isolated(term.approved_by)}" if term.approved_by else "approved"
        when = (harmless(term.approved_at[:10]),) if term.approved_at else ()
        return Origin("check", by, False, (*when, *details))
    if concept.glossary == BOOTH_GLOSSARY:
        return Origin("plus", "booth-made", True, details)
    if term.attested == "official":
        return Origin("disc", "official", False, details)
    if term.attested == "secondary":
        return Origin("half", "read elsewhere", False, details)
    return Origin("diamond", "not read yet", True, details)


def _first_with_term(concept: Concept, wanted: tuple[Lang, ...]) -> Lang:
    order = dict.fromkeys((*wanted, *LANGUAGES))
    return next((lang for lang in order if concept.section(lang).preferred), wanted[0])


def _fits(typed: list[str], words: list[str]) -> bool:
    return bool(typed) and all(any(word.startswith(t) for word in words) for t in typed)


def _details(hit: "Hit", said: Term, *, told: bool) -> tuple[str, ...]:
    """Return the quiet part of the origin line: source, use, how it was found, whose it is.

    `told` is whether what was found stands among the terms that are shown.
    """
    matched = _matched(hit.concept, hit) if hit.concept else None
    told = told or bool(matched and _warned_of(matched))
    found = "" if told else f"found as “{isolated(hit.matched.term)}”"
    source = _FILE.sub("", said.source) or said.source
    stored = (isolated(text) for text in (source, said.register, said.region) if text)
    tier = _TIERS.get(hit.tier) or f"other glossary: {isolated(hit.glossary or '')}"
    return tuple(detail for detail in (*stored, found, tier) if detail)


def _notices(concept: Concept, hit: "Hit", seat: Seat) -> tuple[str, ...]:
    """Return what must not be overlooked: what is not to be said, what did not exist yet."""
    matched = _matched(concept, hit)
    notices = []
    if matched and _warned_of(matched):
        why = "heard, not said" if matched.is_heard_only else matched.status
        notices.append(f"{why}: {isolated(matched.text)}")
    if seat.day and concept.since > seat.day.isoformat():
        notices.append(f"later than this meeting: since {harmless(concept.since)}")
    return tuple(notices)


def _matched(concept: Concept, hit: "Hit") -> Term | None:
    terms = concept.section(hit.matched.lang).terms
    return next((term for term in terms if term.text == hit.matched.term), None)


def _warned_of(term: Term) -> bool:
    return term.is_heard_only or term.status in ("deprecated", "forbidden")


def _others(hit: "Hit", concept: Concept, answered: Lang, seat: Seat) -> tuple[InLanguage, ...]:
    """Return the other languages the person reads; the found term stands beside its own."""
    lines = []
    matched = _matched(concept, hit)
    may_be_said = matched is not None and not _warned_of(matched)
    for lang in seat.reads:
        section = concept.section(lang)
        if lang == answered or section.preferred is None:
            continue
        said = section.preferred.text
        short = section.short.text if section.short else ""
        found = hit.matched.term if hit.matched.lang == lang and may_be_said else ""
        beside = dict.fromkeys(text for text in (short, found) if text and text != said)
        lines.append(InLanguage(lang, harmless(said), tuple(harmless(text) for text in beside)))
    return tuple(lines)
