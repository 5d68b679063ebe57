from pathlib import Path

import pytest

from booth_app.paths import DataFolder
from booth_app.store.shared_traps import SharedTraps
from booth_app.termbase import Termbase
from booth_app.terminology.concept import Concept, ConceptKey, LanguageSection, Term, Trap

SHARED = Trap(id="cross", term="a / b", trap="They cross.")


def concept(name: str, *traps: Trap, glossary: str = "g") -> Concept:
    section = LanguageSection(terms=(Term(id=f"{name}.en.1", text=name, status="preferred"),))
    return Concept(glossary=glossary, id=name, traps=traps, languages={"en": section})


@pytest.fixture
def termbase(tmp_path: Path) -> Termbase:
    empty = tmp_path / "none"
    empty.mkdir()
    opened = Termbase.open(DataFolder(tmp_path), "me", write=True, glossaries=empty)
    opened.store.told = lambda sentence: None
    return opened


def test_the_other_half_is_found_once_the_store_is_read(termbase: Termbase) -> None:
    one, other = concept("a", SHARED), concept("b", SHARED)
    for each in (one, other, concept("c"), concept("d", SHARED, glossary="h")):
        termbase.save(each, "typed")
    traps = SharedTraps(termbase.store.reader.path)
    assert traps.beside(one, SHARED) == []
    traps.learn()
    traps.learn()
    assert traps.beside(one, SHARED) == [ConceptKey("g", "b")]
    assert traps.beside(other, SHARED) == [ConceptKey("g", "a")]
    termbase.close()


def test_what_changes_is_known_at_once(termbase: Termbase) -> None:
    one = termbase.save(concept("a", SHARED), "typed")
    other = termbase.save(concept("b", SHARED), "typed")
    assert [found.id for found in termbase.sharing(one, SHARED)] == ["b"]
    termbase.save(concept("b"), "typed")
    assert termbase.sharing(one, SHARED) == []
    termbase.save(other, "typed")
    termbase.delete(one.key, "typed")
    assert termbase.sharing(other, SHARED) == []
    termbase.close()


def test_learning_keeps_what_came_meanwhile(tmp_path: Path, termbase: Termbase) -> None:
    one = termbase.save(concept("a", SHARED), "typed")
    traps = SharedTraps(termbase.store.reader.path)
    traps.replace(ConceptKey("g", "z"), concept("z", SHARED))
    traps.learn()
    assert traps.beside(one, SHARED) == [ConceptKey("g", "z")]
    termbase.close()
