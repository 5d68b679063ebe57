import threading
from pathlib import Path

import pytest

from booth_app.store import growing
from booth_app.store.batches import Batch
from booth_app.store.concepts import delete
from booth_app.store.faults import DatabaseDamaged
from booth_app.store.growing import growing_searchables
from booth_app.store.history import Stamp
from booth_app.store.judging import Brought
from booth_app.store.store import Store
from booth_app.terminology.concept import ConceptKey
from booth_app.terminology.concept_document import to_json
from booth_app.terminology.searchable import Searchable
from tests.store.samples import concept, saved


def brought(*ids: str, text: str = "migration") -> list[Brought]:
    return [Brought(id_, to_json(concept(id_, text))) for id_ in ids]


def as_indexed(told: list[Searchable | ConceptKey]) -> dict[str, str]:
    """Return the texts of English terms by concept, as an index that reads this has them."""
    texts: dict[str, str] = {}
    for each in told:
        if isinstance(each, ConceptKey):
            texts.pop(each.id, None)
        elif each.lang == "en":
            texts[each.concept] = each.text
    return texts


def test_what_is_stored_and_changed_meanwhile_is_told(store: Store, tmp_path: Path) -> None:
    saved(store, concept("old"), concept("kept"), concept("gone"))
    earlier = Batch(store, "g", "import")
    earlier.add(brought("again"))
    earlier.show()
    batch, other = Batch(store, "g", "import"), Batch(store, "g", "import")
    other.add(brought("unseen"))
    batch.add(brought("a", "b"))
    told: list[Searchable | ConceptKey] = []
    read = threading.Event()

    def reading() -> None:
        path = store.data.database
        for each in growing_searchables(path, batch.id, tmp_path / "whole"):
            told.append(each)
            if isinstance(each, Searchable) and each.concept == "b":
                read.set()

    thread = threading.Thread(target=reading)
    thread.start()
    assert read.wait(30)
    saved(store, concept("old", "renamed"), concept("b", "mine"))
    with store.writing() as connection:
        delete(connection, ConceptKey("g", "gone"), Stamp(person="Ana", origin="typed"))
    batch.add(brought("c"))
    batch.add(brought("again", text="otherwise"))
    (tmp_path / "whole").touch()
    thread.join()
    assert as_indexed(told) == {
        "kept": "migration",
        "a": "migration",
        "c": "migration",
        "old": "renamed",
        "b": "mine",
        "again": "otherwise",
    }
    other.give_up()
    batch.give_up()


def test_what_is_no_document_is_damage(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved(store, concept("a"))
    (tmp_path / "whole").touch()
    monkeypatch.setattr(growing, "_ROWS", growing._ROWS.replace(", CASE", ", '[' || CASE"))
    with pytest.raises(DatabaseDamaged):
        list(growing_searchables(store.data.database, "", tmp_path / "whole"))
