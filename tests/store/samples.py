"""Small concepts and stores for the tests of what is kept."""

from booth_app.store.history import Stamp
from booth_app.store.store import Store
from booth_app.terminology.concept import Concept, LanguageSection, Term


def concept(id_: str, text: str = "migration", glossary: str = "g") -> Concept:
    """Return a concept with one English and one Arabic term."""
    return Concept(
        glossary=glossary,
        id=id_,
        languages={
            "en": LanguageSection(terms=(Term(id=f"{id_}.en.1", text=text),)),
            "ar": LanguageSection(terms=(Term(id=f"{id_}.ar.1", text=f"هجرة {text}"),)),
        },
    )


def saved(store: Store, *concepts: Concept, origin: str = "typed") -> None:
    """Store `concepts`, each in a transaction of its own."""
    from booth_app.store.concepts import save

    for one in concepts:
        with store.writing() as connection:
            save(connection, one, Stamp(person="Ana", origin=origin))


def stored(store: Store) -> dict[str, str]:
    """Return the first English term of each visible concept by its id."""
    from booth_app.store.decoded import all_concepts

    return {c.id: c.section("en").terms[0].text for c in all_concepts(store.data.database)}
