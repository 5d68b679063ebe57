"""What a term base finds, in words to be compared."""

from booth_app.termbase import Hit, ItemRow, Termbase

SHIPPED = "migration-governance"
IDS = ("imrf", "gcm", "rmrf", "gfmd", "lrg", "recovery", "response", "iom", "mayor", "uclg")


def ids_of(termbase: Termbase, text: str) -> list[str]:
    """The concepts that are found."""
    return [hit.concept.id for hit in termbase.look_up(text) if hit.concept]


def name_of(of: Hit | ItemRow) -> str:
    return of.concept.id if of.concept else of.person.name if of.person else ""


def first_of(termbase: Termbase, text: str) -> str:
    """The concept, or the person, that is found first."""
    return name_of(termbase.look_up(text)[0])
