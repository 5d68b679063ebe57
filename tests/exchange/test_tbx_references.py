import json
from contextlib import closing
from pathlib import Path

import pytest

from booth_app.exchange.tbx_reading import TbxFile
from booth_app.exchange.tbx_references import EntryIds, relation
from booth_app.terminology.concept import Concept, Relation
from booth_app.terminology.concept_document import from_document


def entry(id_: str, reference: str = "") -> str:
    section = '<langSec xml:lang="en"><termSec><term>road</term></termSec></langSec>'
    return f'<conceptEntry id="{id_}">{reference}{section}</conceptEntry>'


def reference(target: str, text: str = "") -> str:
    return f'<ref type="crossReference" target="{target}">{text}</ref>'


def read(path: Path, *entries: str) -> list[Concept]:
    path.write_text(f"<tbx><text><body>{''.join(entries)}</body></text></tbx>", "utf-8")
    with closing(TbxFile(path)) as file:
        return [from_document("g", json.loads(one.document)) for one in file.concepts()]


@pytest.mark.parametrize("target", ["c2", "#c2"])
def test_a_reference_to_an_entry_further_on_is_a_relation(tmp_path: Path, target: str) -> None:
    first, _ = read(tmp_path / "a.tbx", entry("c1", reference(target)), entry("c2"))
    assert first.related == (Relation(to="c2", type="related"),)
    assert first.extra == {}


def test_its_words_are_kept_where_they_name_no_relation(tmp_path: Path) -> None:
    both = reference("c2", "Broader") + reference("c3", "the road")
    first, *_ = read(tmp_path / "a.tbx", entry("c1", both), entry("c2"), entry("c3"))
    assert [(each.to, each.type) for each in first.related] == [
        ("c2", "broader"),
        ("c3", "related"),
    ]
    assert first.extra == {"crossReference": "the road c3"}


def test_one_that_leads_to_no_entry_is_kept_as_it_is(tmp_path: Path) -> None:
    [only] = read(tmp_path / "a.tbx", entry("c1", reference("c9", "see")))
    assert only.related == ()
    assert only.extra == {"crossReference": "see c9"}


def test_the_ids_of_all_entries_are_found_wherever_they_stand(tmp_path: Path) -> None:
    path = tmp_path / "a.tbx"
    gap = " " * 600_000
    path.write_text(
        f'<a><x:termEntry n="1" id="é1"/>{gap}<conceptEntry id = \'c2\'>{gap}<langSec id="l"/>'
        "<conceptEntry>",
        "utf-8",
    )
    ids = EntryIds(path)
    assert ["é1" in ids, "c2" in ids, "l" in ids, "" in ids] == [True, True, False, False]


def test_what_a_reference_says_of_the_relation() -> None:
    assert relation("c2", "see") == ({"to": "c2", "type": "see"}, "")
    assert relation("c2", "c2") == ({"to": "c2", "type": "related"}, "")
