import json
import threading
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from booth_app.editing.importing import FileUnreadable, Import, Imported, JobCancelled, dry_run
from booth_app.editing.reviews import ALL, Reviews
from booth_app.editing.taking_back import TakingBack
from booth_app.exchange.reading import FileReading
from booth_app.lookup import index_cache
from booth_app.store import reviews
from booth_app.store.reviews import Decision, Review
from booth_app.termbase import Termbase
from booth_app.terminology.concept import Concept, ConceptKey, LanguageSection, Reference
from booth_app.terminology.concept_document import to_json
from booth_app.terminology.joining import joined
from booth_app.terminology.state_marks import mark
from tests.editing.made_glossaries import CONCEPTS, NAME, concept

OWN = "glossary,concept_id,term_id,lang,term,status,type,states"


def table(path: Path, *rows: str) -> Path:
    path.write_text("\n".join(rows) + "\n", "utf-8")
    return path


def imported(termbase: Termbase, path: Path, into: str = "") -> Imported:
    looked = dry_run(termbase.store.reader, FileReading(path), into)
    done = Import(termbase, FileReading(path), into=into).apply_at_once()
    assert looked.counts == done.counts
    assert looked.glossary == done.glossary
    return done


def became(done: Imported) -> tuple[int, int, int, int]:
    counts = done.counts
    return counts.new, counts.changed, counts.same, counts.conflicts


def everything(termbase: Termbase) -> dict[str, Concept]:
    rows = termbase.store.reader.rows("SELECT id FROM concept WHERE glossary = ?", (NAME,))
    found = (termbase.concept(ConceptKey(NAME, id_)) for (id_,) in rows)
    return {each.id: each for each in found if each is not None}


def waiting(termbase: Termbase) -> Iterator[tuple[Review, reviews.ReviewRow]]:
    reader = termbase.store.reader
    for review in reviews.reviews(reader):
        for row in reviews.rows(reader, review.id):
            yield review, row


def tables(termbase: Termbase) -> Sequence[object]:
    names = ("concept", "change", "batch", "glossary", "review", "review_row")
    return [termbase.store.reader.rows(f"SELECT * FROM {name}") for name in names]


def test_a_file_of_another_program_becomes_a_glossary_named_after_it(
    desk_termbase: Termbase, tmp_path: Path
) -> None:
    path = table(tmp_path / "list.csv", "English,French", "zorb,zorbe", "quibble,chicane")
    done = imported(desk_termbase, path)
    assert (done.glossary, became(done), done.review) == ("list", (2, 0, 0, 0), "")
    hit = desk_termbase.look_up("zorb")[0].concept
    assert hit is not None
    assert hit.section("fr").terms[0].text == "zorbe"
    assert became(imported(desk_termbase, path)) == (0, 0, 2, 0)


def test_another_file_of_the_same_name_makes_another_glossary(
    desk_termbase: Termbase, tmp_path: Path
) -> None:
    path = table(tmp_path / f"{NAME}.csv", "English,French", "zorb,zorbe")
    done = imported(desk_termbase, path)
    assert done.glossary == f"{NAME}-2"
    assert became(imported(desk_termbase, path)) == (0, 0, 1, 0)


def test_a_dry_run_writes_nothing(desk_termbase: Termbase, tmp_path: Path) -> None:
    before = tables(desk_termbase)
    path = table(tmp_path / "list.csv", "English,French", "zorb,zorbe", "host city,ville")
    done = dry_run(desk_termbase.store.reader, FileReading(path), NAME)
    assert became(done) == (1, 0, 0, 1)
    assert tables(desk_termbase) == before


def test_two_languages_find_the_concept_and_one_only_suggests_it(
    desk_termbase: Termbase, tmp_path: Path
) -> None:
    path = table(
        tmp_path / "list.csv",
        "English;French;note",
        "migrant caravan;caravane;heard often",
        "host city;ville hôte;",
        "host city;;",
    )
    done = imported(desk_termbase, path, NAME)
    assert became(done) == (0, 1, 1, 1)
    found = everything(desk_termbase)
    assert found["c1"].note == "heard often"
    assert found["c3"] == CONCEPTS[2]
    [(review, row)] = waiting(desk_termbase)
    assert (review.id, review.file, review.glossary) == (done.review, "list.csv", NAME)
    assert (row.verdict, row.concept, row.line) == ("probable", "c3", 3)
    assert row.document is not None
    assert "ville hôte" in row.document


def test_what_both_changed_and_what_is_emptied_waits_as_a_review(
    desk_termbase: Termbase, tmp_path: Path
) -> None:
    rows = [OWN, f"{NAME},c1,c1.en,en,migrant caravan,preferred,,"]
    rows += [f"{NAME},c1,c1.{lang},{lang},{text},preferred,," for lang, text in FRENCH_ON.items()]
    rows += [f"{NAME},c3,c3.en,en,hosting city,preferred,,{mark(to_json(CONCEPTS[2]))}"]
    rows += [f"{NAME},c2,c2.en,en,seeker,,,{mark(to_json(CONCEPTS[1]))}"]
    path = table(tmp_path / "sent.csv", *rows)
    mine = CONCEPTS[2].section("en").terms[0]
    edited = replace(mine, text="host town")
    changed = replace(CONCEPTS[2], languages={"en": LanguageSection(terms=(edited,))})
    desk_termbase.save(changed, "typed")
    done = imported(desk_termbase, path)
    assert done.glossary == NAME
    assert became(done) == (0, 0, 1, 2)
    assert everything(desk_termbase)["c3"] == changed
    verdicts = {row.concept: row.verdict for _, row in waiting(desk_termbase)}
    assert verdicts == {"c3": "conflict", "c2": "emptied"}
    kept = everything(desk_termbase)["c2"]
    assert kept.section("en").terms[0].text == "seeker"
    assert kept.section("fr") == CONCEPTS[1].section("fr")


FRENCH_ON = {"fr": "caravane", "es": "caravana", "ar": "قافلة"}


def test_ids_of_two_files_never_collide(desk_termbase: Termbase, tmp_path: Path) -> None:
    header = "concept_id\tlang\tterm\tkind"
    one = table(tmp_path / "one.tsv", header, "1\ten\tzorb\tmain")
    two = table(tmp_path / "two.tsv", header, "1\ten\tquibble\tmain")
    for path in (one, two):
        assert became(imported(desk_termbase, path, "both")) == (1, 0, 0, 0)
        assert became(imported(desk_termbase, path, "both")) == (0, 0, 1, 0)
    first, second = (desk_termbase.look_up(text)[0].concept for text in ("zorb", "quibble"))
    assert first is not None
    assert second is not None
    assert first.id == "1" != second.id
    assert Reference("two", "1") in second.external


def test_foreign_ids_find_their_concept_again(desk_termbase: Termbase, tmp_path: Path) -> None:
    path = table(tmp_path / "list.csv", "Entry_ID,English,French", "7,zorb,zorbe")
    imported(desk_termbase, path)
    table(path, "Entry_ID,English,French", "7,zorb,globe", "8,quibble,chicane")
    done = imported(desk_termbase, path)
    assert done.counts.new == 1
    assert done.counts.changed + done.counts.conflicts == 1


def test_merged_ids_lead_to_the_concept_they_are_part_of(
    desk_termbase: Termbase, tmp_path: Path
) -> None:
    kept, other = CONCEPTS[0], CONCEPTS[2]
    desk_termbase.save(joined(kept, other), "merge")
    desk_termbase.delete(other.key, "merge")
    path = table(
        tmp_path / "sent.csv",
        OWN,
        f"{NAME},c3,c3.en,en,hosting city,preferred,,{mark(to_json(CONCEPTS[2]))}",
    )
    done = imported(desk_termbase, path)
    assert became(done) == (0, 1, 0, 0)
    texts = [term.text for term in everything(desk_termbase)["c1"].section("en").terms]
    assert texts == ["migrant caravan", "hosting city"]
    assert "c3" not in everything(desk_termbase)


def test_a_preview_judges_everything_and_stores_nothing(
    desk_termbase: Termbase, tmp_path: Path
) -> None:
    path = table(
        tmp_path / "list.csv",
        "English,French,German word,note",
        "migrant caravan,caravane,,heard",
        "asylum seeker,demandeur d’asile,,",
        "zorb,zorbe,,",
        "a/b,c,,",
    )
    before = everything(desk_termbase)
    done = Import(desk_termbase, FileReading(path), into=NAME).preview()
    assert became(done) == (2, 1, 1, 0)
    assert done.batch == ""
    assert everything(desk_termbase) == before
    assert desk_termbase.look_up("zorb") == []
    rows = [row for _, row in waiting(desk_termbase)]
    verdicts = [(row.line, row.verdict) for row in rows if row.verdict != "problem"]
    assert verdicts == [(2, "changed"), (3, "same"), (4, "new"), (5, "new")]
    assert [row for row in rows if row.verdict == "problem"]
    assert desk_termbase.store.reader.hidden_batches() == []


@pytest.mark.parametrize("only_judged", [True, False])
def test_cancelled_nothing_is_left(
    desk_termbase: Termbase, tmp_path: Path, *, only_judged: bool
) -> None:
    rows = (f"zorb {number},zorbe {number}" for number in range(3_000))
    path = table(tmp_path / "list.csv", "English,French", *rows)
    before = tables(desk_termbase)
    taking = Import(desk_termbase, FileReading(path), into=NAME)
    run = taking.preview if only_judged else taking.apply_at_once
    begun = threading.Event()

    def began(step: str) -> None:
        if step == "storing":
            begun.set()

    threading.Thread(target=lambda: (begun.wait(), taking.cancel())).start()
    with pytest.raises(JobCancelled):
        run(began)
    desk_termbase.store.sweep()  # what the store's own thread does, too
    assert tables(desk_termbase) == before


def test_cancelled_when_all_is_read_nothing_is_left(
    desk_termbase: Termbase, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(index_cache, "_FEW_OF_SMALL", 0)  # so that there is a last step
    before = tables(desk_termbase)
    path = table(tmp_path / "list.csv", "English,French", "zorb,zorbe")
    taking = Import(desk_termbase, FileReading(path), into=NAME)
    with pytest.raises(JobCancelled):
        taking.apply_at_once(lambda step: taking.cancel() if step == "indexing" else None)
    desk_termbase.store.sweep()
    assert tables(desk_termbase) == before


def test_what_cannot_be_read_leaves_nothing(desk_termbase: Termbase, tmp_path: Path) -> None:
    before = tables(desk_termbase)
    with pytest.raises(FileUnreadable):
        Import(desk_termbase, FileReading(tmp_path / "missing.csv")).apply_at_once()
    assert tables(desk_termbase) == before


def test_an_import_is_taken_back_whole(desk_termbase: Termbase, tmp_path: Path) -> None:
    before = everything(desk_termbase)
    path = table(tmp_path / "list.csv", "English,French,note", "migrant caravan,caravane,x", "a,b,")
    done = imported(desk_termbase, path, NAME)
    counts = TakingBack(desk_termbase).of_batch(NAME, done.batch).run()
    assert (counts.changed, counts.conflicts) == (2, 0)
    assert everything(desk_termbase) == before
    again = imported(desk_termbase, path, NAME)
    assert became(again) == (1, 1, 0, 0)


def test_relations_lead_to_the_concepts_as_they_are_named_here(
    desk_termbase: Termbase, tmp_path: Path
) -> None:
    folder = tmp_path / "other"
    folder.mkdir()
    for each in (concept("x1", en="zorb", fr="zorbe", related=("x2",)), concept("x2", en="quip")):
        _write(folder, each)
    imported(desk_termbase, folder, "here")
    hit = desk_termbase.look_up("zorb")[0].concept
    assert hit is not None
    [relation] = hit.related
    other = desk_termbase.concept(ConceptKey("here", relation.to))
    assert other is not None
    assert other.section("en").terms[0].text == "quip"


def _write(folder: Path, each: Concept) -> None:
    from booth_app.terminology.glossary_writing import write_glossary

    write_glossary(folder, [each])


def test_the_rows_of_a_review_can_be_read_tomorrow(desk_termbase: Termbase, tmp_path: Path) -> None:
    path = table(tmp_path / "list.csv", "English,French", "host city,ville hôte")
    Import(desk_termbase, FileReading(path), into=NAME).preview()
    [(review, row)] = waiting(desk_termbase)
    assert "term.id" not in review.holds
    assert review.person == "Ana"
    document = json.loads(row.document or "")
    assert document["languages"]["fr"]["terms"][0]["term"] == "ville hôte"


@pytest.mark.parametrize("decision", ["mine", "theirs", "new"])
def test_what_was_decided_is_not_asked_again(
    desk_termbase: Termbase, tmp_path: Path, decision: Decision
) -> None:
    path = table(tmp_path / "list.csv", "English,French", "host city,ville hôte")
    assert became(imported(desk_termbase, path, NAME)) == (0, 0, 0, 1)
    kept = Reviews(desk_termbase)
    [review] = kept.open_ones(NAME)
    kept.decide(review, ALL, decision)
    kept.apply(review).run()
    assert kept.finish(review)
    assert became(imported(desk_termbase, path, NAME)) == (0, 0, 1, 0)


def test_what_was_deleted_here_does_not_come_back_with_the_same_list(
    desk_termbase: Termbase, tmp_path: Path
) -> None:
    rows = ("English,French", "night train,train de nuit", "mayor,maire")
    path = table(tmp_path / "list.csv", *rows)
    first = imported(desk_termbase, path, NAME)
    assert became(first) == (2, 0, 0, 0)
    [hit] = desk_termbase.look_up("night train")
    assert hit.concept is not None
    desk_termbase.delete(hit.concept.key, "typed")
    for again in (path, table(path, rows[0], *rows[:0:-1])):
        assert became(imported(desk_termbase, again, NAME)) == (0, 0, 2, 0)
    assert desk_termbase.look_up("night train") == []
    other = table(tmp_path / "other.csv", *rows)
    assert became(imported(desk_termbase, other, NAME)) == (1, 0, 1, 0), "another list brings it"


def test_what_was_taken_back_comes_with_the_same_list_again(
    desk_termbase: Termbase, tmp_path: Path
) -> None:
    path = table(tmp_path / "list.csv", "English,French", "night train,train de nuit")
    first = imported(desk_termbase, path, NAME)
    TakingBack(desk_termbase).of_batch(NAME, first.batch).run()
    assert became(imported(desk_termbase, path, NAME)) == (1, 0, 0, 0)
    assert len(desk_termbase.look_up("night train")) == 1
