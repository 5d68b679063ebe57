import threading
from dataclasses import replace

import pytest

from booth_app.languages import Lang
from booth_app.meeting.meeting import Meeting
from booth_app.meetings import Meetings, Standing
from booth_app.paths import DataFolder
from booth_app.store.batches import Batch
from booth_app.store.faults import NotWritable
from booth_app.store.first_read import first_read
from booth_app.store.judging import Brought
from booth_app.store.store import Store
from booth_app.termbase import Termbase
from booth_app.terminology.concept import Concept, ConceptKey
from booth_app.terminology.concept_document import to_json
from tests.termbase.looking_up import SHIPPED, first_of, ids_of


def test_key_to_hit_to_concept(termbase: Termbase) -> None:
    hit = termbase.look_up("imrf")[0]
    assert hit.glossary == SHIPPED
    assert hit.concept is not None
    assert hit.concept == termbase.concept(ConceptKey(SHIPPED, "imrf"))
    assert (hit.person, hit.matched.term, hit.how, hit.tier) == (None, "IMRF", "exact", "glossary")
    assert len(termbase.look_up("migration", 3)) == 3
    assert {h.matched.lang for h in termbase.look_up("migration", languages=("fr",))} == {"fr"}
    assert termbase.concept(ConceptKey("other", "imrf")) is None


def test_people_are_found_and_their_meeting_s_terms_come_first(
    termbase: Termbase, meeting: Meeting
) -> None:
    assert not any(hit.person for hit in termbase.look_up("gunnarson"))
    termbase.follow(meeting)
    hit = termbase.look_up("gunnarson")[0]
    assert (hit.person, hit.concept, hit.glossary) == (
        meeting.person("Carola Gunnarsson"),
        None,
        None,
    )
    assert termbase.look_up("fmmd")[0].tier == "meeting"
    spots = termbase.spot("Mme Carola Gunnarsson et le FMMD", "fr")
    assert (spots[0].person, spots[1].concept and spots[1].concept.id) == (
        "Carola Gunnarsson",
        "gfmd",
    )
    termbase.follow(None)
    assert not any(hit.person for hit in termbase.look_up("gunnarson"))
    assert termbase.look_up("fmmd")[0].tier == "glossary"


def test_an_item_s_terms_come_in_the_order_of_where_they_stand(
    termbase: Termbase, meeting: Meeting
) -> None:
    termbase.follow(meeting)
    item = meeting.items[2]
    rows = termbase.item_terms(meeting, item).rows
    names = [
        row.person.name if row.person else row.concept.id if row.concept else "" for row in rows
    ]
    assert len(names) == len(set(names)) == 18
    first_person = names.index("Cécile Riallant")
    in_title = {s.concept.id for s in termbase.spot(item.title["fr"].text, "fr") if s.concept}
    assert in_title
    assert in_title <= set(names[:first_person])
    assert names.index("iom") > first_person  # of her organisation
    assert names.index("Carola Gunnarsson") > names.index("iom")
    own = [row.own for row in rows]
    assert own == sorted(own, reverse=True)


def test_what_is_missing_to_eighteen_is_the_meeting_s_by_frequency(
    termbase: Termbase, meeting: Meeting
) -> None:
    termbase.follow(meeting)
    rows = termbase.item_terms(meeting, meeting.items[6]).rows
    others = [row.concept.key for row in rows if not row.own and row.concept]
    assert len(rows) == 18
    (note,) = meeting.documents
    spotted = [spot.concept for spot in termbase.spot(note.text, note.lang)]
    counts = [spotted.count(key) for key in others]
    assert counts == sorted(counts, reverse=True)
    assert counts[0] > 1


def test_terms_of_a_meeting_that_is_not_followed(termbase: Termbase, meeting: Meeting) -> None:
    item = meeting.items[2]
    unfollowed = termbase.item_terms(meeting, item)
    termbase.follow(meeting)
    followed = termbase.item_terms(meeting, item)
    assert [row.concept for row in unfollowed.rows] == [row.concept for row in followed.rows]
    assert len(termbase.item_terms(meeting, item, 5).rows) == 5


def test_following_leaves_the_terms_prepared_for_the_next_start(
    data: DataFolder, meeting: Meeting
) -> None:
    termbase = Termbase.open(data, "Ana", write=True)
    kept = Meetings(termbase.store).last_open()
    assert kept == meeting
    termbase.follow(kept)
    shown = {item.id: termbase.item_terms(meeting, item) for item in meeting.items}
    termbase.close()
    for item, terms in shown.items():
        store = Store.open(data, "Ana", write=True)
        Meetings(store).keep(meeting.id, Standing(item=item))
        store.close()
        found = first_read(data, meeting.id)
        assert found is not None
        assert found.terms == {item: terms}


def test_a_meeting_that_is_not_stored_prepares_nothing_and_harms_nothing(
    data: DataFolder, meeting: Meeting
) -> None:
    told: list[str] = []
    termbase = Termbase.open(data, "Ana", write=True, told=told.append)
    termbase.follow(replace(meeting, id="not stored"))
    termbase.close()
    assert told == []


def test_the_item_in_progress_ranks_above_equals(termbase: Termbase, meeting: Meeting) -> None:
    termbase.follow(meeting)
    for item in (*meeting.items, None):
        termbase.follow_item(item)
        assert first_of(termbase, "imrf") == "imrf"


def test_an_edit_is_found_at_once_and_what_it_replaced_no_more(termbase: Termbase) -> None:
    concept = termbase.concept(ConceptKey(SHIPPED, "imrf"))
    assert concept is not None
    section = concept.section("en")
    renamed = replace(section.terms[0], text="zorbing forum")
    changed = replace(
        concept,
        languages={**concept.languages, "en": replace(section, terms=(renamed,))},
    )
    assert termbase.save(changed, "typed") == changed
    assert termbase.look_up("zorbing forum")[0].concept == changed
    assert [s.concept for s in termbase.spot("a zorbing forum", "en")] == [concept.key]
    assert [c.origin for c in termbase.history(concept.key)] == ["bundled", "typed"]
    termbase.delete(concept.key, "typed")
    assert "imrf" not in ids_of(termbase, "zorbing forum")
    assert termbase.spot("a zorbing forum", "en") == []


def test_reading_changes_nothing(data: DataFolder) -> None:
    termbase = Termbase.open(data, "Ana", write=False)
    assert not termbase.can_write
    with pytest.raises(NotWritable):
        termbase.pairs.add(("en", "one"), ("fr", "un"))
    assert termbase.pairs.take_back() is None
    termbase.close()


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("الهجرة الدولية", "ar"),
        ("the mayor of the city", "en"),
        ("caravane de migrants", "fr"),
        ("l'accès municipal", "fr"),
        ("niños y mujeres", "es"),
        ("la gobernanza de la migración", "es"),
        ("42", None),
        ("", None),
        ("xyzzy", None),
    ],
)
def test_the_language_of_a_text(termbase: Termbase, text: str, lang: Lang | None) -> None:
    assert termbase.language_of(text) == lang


def test_other_threads_may_spot_and_read_while_the_window_looks_up(
    termbase: Termbase, meeting: Meeting
) -> None:
    termbase.follow(meeting)
    key = ConceptKey(SHIPPED, "imrf")
    spotted: list[int] = []

    def work() -> None:
        for _ in range(20):
            spotted.append(len(termbase.spot(meeting.documents[0].text, "fr")))
            assert termbase.concept(key) is not None

    threads = [threading.Thread(target=work) for _ in range(2)]
    for thread in threads:
        thread.start()
    for n in range(20):
        termbase.pairs.add(("en", f"zorbing {n}"), ("fr", f"zorbage {n}"))
        assert termbase.look_up("imrf")
    for thread in threads:
        thread.join()
    assert len(spotted) == 40
    assert len(set(spotted)) == 1


def test_a_glossary_counts_as_filled_once_its_import_can_be_seen(termbase: Termbase) -> None:
    batch = Batch(termbase.store, "begun", "import")
    begun = Concept(glossary="begun", id="road")
    batch.add([Brought(begun.id, to_json(begun))])
    assert "begun" in termbase.glossaries()
    assert "begun" not in termbase.filled_glossaries()
    batch.show()
    assert "begun" in termbase.filled_glossaries()
