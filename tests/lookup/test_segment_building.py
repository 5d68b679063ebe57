from pathlib import Path

from booth_app.lookup.index import Index
from booth_app.lookup.terms import Searchable
from booth_app.terminology.concept import ConceptKey

EARLIER = [
    Searchable("g", "a", "en", "Global Compacts", form_of="Global Compact"),
    Searchable("g", "a", "fr", "le pacte"),
]
OTHER = [
    Searchable("g", "b", "en", "Review Forum"),
    Searchable("g", "b", "ar", "رؤساء البلديات", form_of="رئيس البلدية"),
]
LATER = [Searchable("g", "a", "es", "pacto mundial de otra clase", "preferred", heard=True)]


def saved(terms: list[Searchable | ConceptKey], folder: Path) -> bytes:
    Index.build(terms).save(folder)
    [file] = folder.iterdir()
    return file.read_bytes()


def test_what_is_taken_back_was_never_there(tmp_path: Path) -> None:
    again = [*EARLIER, *OTHER, ConceptKey("g", "a"), *LATER]
    without = saved([*OTHER, *LATER], tmp_path / "without")
    assert saved(again, tmp_path / "again") == without
    assert saved([*again, ConceptKey("g", "none")], tmp_path / "none") == without
    assert saved([*EARLIER, *OTHER, *LATER], tmp_path / "with") != without


def test_a_concept_can_go_and_come_more_than_once(tmp_path: Path) -> None:
    key = ConceptKey("g", "a")
    index = Index.build([*EARLIER, key, *LATER, key, *OTHER])
    assert index.look_up("pact", 5) == []
    assert [match.key for match in index.look_up("forum", 5)] == [ConceptKey("g", "b")]
    index = Index.build([*EARLIER, key, *LATER, key, *EARLIER])
    assert [match.term for match in index.look_up("compact", 5)] == ["Global Compact"]
