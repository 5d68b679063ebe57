"""A survey is true: made anew, brought up to date, or read from the cache it says the same."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from booth_app.editing import surveying as module
from booth_app.editing.edits import Edits
from booth_app.editing.survey import Survey
from booth_app.editing.surveying import Surveying
from booth_app.jobs import JobCancelled, Progress
from booth_app.languages import LANGUAGES
from booth_app.store.faults import DatabaseDamaged
from booth_app.termbase import Termbase
from booth_app.terminology.concept import Concept, ConceptKey
from booth_app.terminology.house_style import HouseStyle
from tests.editing.made_glossaries import NAME, WHOLE, concept, opened


def told(survey: Survey) -> dict[str, object]:
    names = ("all", "draft", "in_review", "missing", "twins", "problems", "booth", "changed")
    listed: dict[str, object] = {n: survey.ids(survey.numbers(n)) for n in names}  # type: ignore[arg-type]
    numbers = survey.numbers().tolist()
    return {**listed, "counts": survey.counts(), "each": [survey.problems(n) for n in numbers]}


def key(id_: str) -> ConceptKey:
    return ConceptKey(NAME, id_)


def changed(termbase: Termbase, id_: str, **fields: object) -> Concept:
    found = termbase.concept(key(id_))
    assert found is not None
    return replace(found, **fields)  # type: ignore[arg-type]


def test_each_filter_has_what_it_says(desk_termbase: Termbase) -> None:
    survey = Surveying(desk_termbase, NAME, LANGUAGES).made()
    known = told(survey)
    assert known["all"] == ["c2", "c3", "c1", "c4"]  # by their English terms
    assert known["missing"] == ["c3"]
    assert known["problems"] == ["c3"]
    assert known["draft"] == known["changed"] == known["all"]
    assert known["twins"] == known["booth"] == known["in_review"] == []


def test_the_order_is_that_of_the_editors_language(desk_termbase: Termbase) -> None:
    survey = Surveying(desk_termbase, NAME, ("fr", "en", "es", "ar")).made()
    assert survey.ids(survey.numbers()) == ["c1", "c2", "c3", "c4"]


STEPS: tuple[Callable[[Termbase, Edits], object], ...] = (
    lambda base, _: base.save(concept("c5", en="Migrant caravan", **WHOLE), "typed"),  # a twin
    lambda base, _: base.save(changed(base, "c1", note="say it slowly"), "typed"),
    lambda base, edits: edits.approve(changed(base, "c2"), "Ana"),
    lambda base, edits: edits.save(changed(base, "c2", languages={})),
    lambda _, edits: edits.undo(),
    lambda _, edits: edits.delete(key("c3")),  # c4 leads nowhere then
    lambda _, edits: edits.undo(),
    lambda base, _: base.save(concept("c6", en="aaa", fr="zzz"), "booth"),
    lambda base, _: base.delete(key("c5"), "typed"),
    lambda base, _: base.save(concept("c5", en="caravan site"), "typed"),
    lambda base, _: base.save(concept("c3", en="zebra crossing"), "typed"),
)


def test_it_is_brought_up_to_date_as_if_it_were_made_anew(desk_termbase: Termbase) -> None:
    surveying = Surveying(desk_termbase, NAME, LANGUAGES)
    survey, edits = surveying.made(), Edits(desk_termbase)
    for step in STEPS:
        step(desk_termbase, edits)
        news = surveying.news(survey.seq, surveying.newest())
        assert news is not None
        survey.take(news.found, news.seq)
        assert told(survey) == told(surveying.made()), step


def test_what_is_newer_than_it_was_asked_for_comes_the_next_time(
    desk_termbase: Termbase,
) -> None:
    surveying = Surveying(desk_termbase, NAME, LANGUAGES)
    survey = surveying.made()
    desk_termbase.save(concept("n1", en="one"), "typed")
    newest = surveying.newest()
    desk_termbase.save(concept("n2", en="two"), "typed")
    for upto, ids in ((newest, {"n1"}), (surveying.newest(), {"n2"})):
        news = surveying.news(survey.seq, upto)
        assert news is not None
        assert set(news.found) == ids
        survey.take(news.found, news.seq)
        assert survey.seq == upto


def test_the_next_start_finds_it_and_what_changed_since(tmp_path: Path) -> None:
    termbase = opened(tmp_path)
    Surveying(termbase, NAME, LANGUAGES).made()
    termbase.save(concept("c0", en="a first one", **WHOLE), "typed")
    termbase.close()
    termbase = opened(tmp_path)
    surveying = Surveying(termbase, NAME, LANGUAGES)
    found = surveying.kept()
    assert found is not None
    assert told(found) == told(surveying.made())
    assert Surveying(termbase, NAME, ("ar", "en", "fr", "es")).kept() is None  # another order
    assert Surveying(termbase, "other", LANGUAGES).kept() is None
    termbase.close()


def test_what_was_brought_up_to_date_is_kept_where_that_is_worth_it(
    desk_termbase: Termbase, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_WORTH", 2)
    Surveying(desk_termbase, NAME, LANGUAGES).made()
    for number in range(2):
        desk_termbase.save(concept(f"n{number}", en=f"new {number}"), "typed")
    found = Surveying(desk_termbase, NAME, LANGUAGES).kept()
    assert found is not None
    monkeypatch.setattr(module, "FEW", 0)  # nothing is to be brought up to date any more
    again = Surveying(desk_termbase, NAME, LANGUAGES).kept()
    assert again is not None
    assert told(again) == told(found)


@pytest.mark.parametrize("cut", [0, 10, -30])
def test_a_damaged_cache_is_no_cache(desk_termbase: Termbase, cut: int) -> None:
    surveying = Surveying(desk_termbase, NAME, LANGUAGES)
    surveying.made()
    [file] = desk_termbase.store.data.cache.glob("survey-*.npz")
    file.write_bytes(file.read_bytes()[:cut])
    assert surveying.kept() is None


def test_a_large_one_is_made_in_a_process_apart(
    desk_termbase: Termbase, monkeypatch: pytest.MonkeyPatch
) -> None:
    surveying = Surveying(desk_termbase, NAME, LANGUAGES)
    here = told(surveying.made())
    monkeypatch.setattr(module, "SMALL", 2)
    assert surveying.is_large
    assert told(surveying.made()) == here
    surveying.stop()
    with pytest.raises(JobCancelled):
        surveying.made()


def far_from_done(*_: object) -> Iterator[Progress]:
    """Say more than a pipe holds."""
    for done in range(50_000):
        yield Progress(done, 0)


def test_one_under_way_is_ended_at_once(
    desk_termbase: Termbase, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "SMALL", 2)
    monkeypatch.setattr(module, "surveyed_away", far_from_done)
    surveying = Surveying(desk_termbase, NAME, LANGUAGES)
    with pytest.raises(JobCancelled):
        surveying.made(lambda _: surveying.stop())


def test_much_that_changed_is_not_followed(
    desk_termbase: Termbase, monkeypatch: pytest.MonkeyPatch
) -> None:
    surveying = Surveying(desk_termbase, NAME, LANGUAGES)
    monkeypatch.setattr(module, "FEW", 1)
    assert surveying.news(0, surveying.newest()) is None


def test_uncounted_is_all_there_is(desk_termbase: Termbase) -> None:
    desk_termbase.delete(key("c1"), "typed")
    survey = Surveying(desk_termbase, NAME, LANGUAGES).uncounted()
    assert survey.ids(survey.numbers()) == ["c2", "c3", "c4"]


def test_what_is_as_it_was_released_has_not_changed(desk_termbase: Termbase) -> None:
    released = desk_termbase.store.reader.last_change()
    with desk_termbase.store.writing() as connection:
        connection.exec_driver_sql(
            "INSERT INTO release (glossary, version, person, at, checksum, seq)"
            " VALUES (?, '2026.11.24', 'Ana', '2026-11-24T10:00:00.000Z', '', ?)",
            (NAME, released),
        )
    edits = Edits(desk_termbase)
    edits.save(changed(desk_termbase, "c1", note="later"))
    edits.save(changed(desk_termbase, "c2", note="later"))
    edits.undo()
    survey = Surveying(desk_termbase, NAME, LANGUAGES).made()
    assert told(survey)["changed"] == ["c1"]


def test_with_other_eyes_it_is_made_anew(desk_termbase: Termbase) -> None:
    styles = {NAME: HouseStyle()}
    surveying = Surveying(desk_termbase, NAME, LANGUAGES, styles.__getitem__)
    survey = surveying.made()
    assert surveying.news(survey.seq, surveying.newest()) is not None
    styles[NAME] = HouseStyle(languages=("en",))  # no other language is missed now
    assert surveying.news(survey.seq, surveying.newest()) is None
    assert surveying.kept() is None
    assert told(surveying.made())["problems"] == []
    assert surveying.news(survey.seq, surveying.newest()) is not None
    assert surveying.kept() is not None


def test_damage_is_told(desk_termbase: Termbase) -> None:
    with desk_termbase.store.writing() as connection:
        connection.exec_driver_sql("UPDATE concept SET document = '{' WHERE id = 'c1'")
    with pytest.raises(DatabaseDamaged):
        Surveying(desk_termbase, NAME, LANGUAGES).made()
