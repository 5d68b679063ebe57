"""New parts of a concept, with ids that no other workstation makes."""

from booth_app.store.ids import ulid
from booth_app.terminology.concept import Concept, LanguageSection, Term, Trap


def new_term(section: LanguageSection) -> Term:
    """Return a term without text for `section`: the one to say where there is none yet."""
    has_preferred = any(term.status == "preferred" for term in section.terms)
    return Term(id=f"t_{ulid()}", text="", status="admitted" if has_preferred else "preferred")


def new_trap() -> Trap:
    """Return a trap without text."""
    return Trap(id=f"trap_{ulid()}", term="", trap="")


def new_concept(glossary: str) -> Concept:
    """Return a concept of `glossary` that says nothing yet."""
    return Concept(glossary=glossary, id=f"c_{ulid()}")
