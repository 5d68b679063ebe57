"""A small glossary of its own in a new term base, for the tests of the editor's desk."""

from pathlib import Path

from booth_app.languages import Lang
from booth_app.paths import DataFolder
from booth_app.termbase import Termbase
from booth_app.terminology.concept import Concept, LanguageSection, Relation, Term

NAME = "desk"


def concept(id_: str, *, related: tuple[str, ...] = (), **texts: str) -> Concept:
    """Return a concept with one preferred term for each language named in `texts`."""
    sections: dict[Lang, LanguageSection] = {}
    langs: tuple[Lang, ...] = ("en", "fr", "es", "ar")
    for lang in langs:
        if lang in texts:
            term = Term(id=f"{id_}.{lang}", text=texts[lang], status="preferred")
            sections[lang] = LanguageSection(terms=(term,))
    links = tuple(Relation(to) for to in related)
    return Concept(glossary=NAME, id=id_, subject="s", related=links, languages=sections)


WHOLE = {"fr": "caravane", "es": "caravana", "ar": "قافلة"}
CONCEPTS = (
    concept("c1", en="migrant caravan", **WHOLE),
    concept("c2", en="asylum seeker", fr="demandeur d’asile", es="solicitante", ar="طالب لجوء"),
    concept("c3", en="host city"),
    concept("c4", en="zoning plan", related=("c3",), fr="zonage", es="zonificación", ar="تقسيم"),
)


def opened(folder: Path, *, write: bool = True) -> Termbase:
    """Return a term base with the small glossary and no other."""
    empty = folder / "no-glossaries"
    empty.mkdir(exist_ok=True)
    termbase = Termbase.open(DataFolder(folder / "data"), "Ana", write=True, glossaries=empty)
    if not termbase.concepts([each.key for each in CONCEPTS]):
        for each in CONCEPTS:
            termbase.save(each, "typed")
    if write:
        return termbase
    termbase.close()
    return Termbase.open(DataFolder(folder / "data"), "Ana", write=False, glossaries=empty)
