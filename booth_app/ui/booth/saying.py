"""What is said of a concept in one language, so that it can be said: short where that answers.

Who asks for an acronym or a short form hears one, the full form beneath it; a term that is too
long for a breath appears by its short form.
"""

from typing import Final, NamedTuple

from booth_app.terminology.concept import LanguageSection, Term

LONGEST: Final = 60
"""Characters of a preferred term that is still said as it is."""

_USABLE: Final = ("preferred", "admitted")


class Said(NamedTuple):
    """The term to say, beside it an abbreviation, and beneath it the full form; both may be ''."""

    term: Term
    beside: str = ""
    full: str = ""


def said_in(section: LanguageSection, asked: Term | None) -> Said | None:
    """Return what to say of `section`; None where nothing of it may be said.

    `asked` is the term that the query matched, of whatever language.
    """
    preferred = section.preferred
    if preferred is None:
        return None
    said = _brief(section, preferred, asked) or preferred
    full = _full(section, preferred, said)
    shown = {said.text, full}
    short = section.short
    return Said(said, short.text if short and short.text not in shown else "", full)


def _brief(section: LanguageSection, preferred: Term, asked: Term | None) -> Term | None:
    """Return the short form to be said in the preferred term's place, if one is called for."""
    abbreviations = [term for term in section.terms if term.is_short and _may_be_said(term)]
    shorter = [t for t in section.terms if t.type == "short_form" and _may_be_said(t)]
    if asked is not None and asked.is_short:
        briefs = abbreviations + shorter
    elif (asked is not None and asked.type == "short_form") or len(preferred.text) > LONGEST:
        briefs = shorter + abbreviations
    else:
        return None
    return next(iter(briefs), None)


def _full(section: LanguageSection, preferred: Term, said: Term) -> str:
    """Return the full form of what is said where that is short, else nothing."""
    if said.text != preferred.text:
        return preferred.text
    if not said.is_short:
        return ""
    full = (t.text for t in section.terms if t.type == "full_form" and _may_be_said(t))
    return next(full, "")


def _may_be_said(term: Term) -> bool:
    return term.status in _USABLE and not term.is_heard_only
