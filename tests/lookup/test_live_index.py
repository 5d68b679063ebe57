import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from booth_app.languages import LANGUAGES, Lang
from booth_app.lookup.index import Index
from booth_app.lookup.live_index import LiveIndex
from booth_app.lookup.searchables import searchables
from booth_app.lookup.terms import Match, Tier
from booth_app.meeting.meeting import Document, Meeting, Person
from booth_app.terminology.concept import Concept, ConceptKey, LanguageSection, Term

NOW = datetime(2021, 1, 22, tzinfo=UTC)


def concept(id_: str, text: str, glossary: str = "g", lang: Lang = "en") -> Concept:
    term = Term(id=f"{id_}.{lang}.1", text=text)
    return Concept(glossary=glossary, id=id_, languages={lang: LanguageSection(terms=(term,))})


OLD = (concept("a", "migrant worker"), concept("b", "seasonal worker"))
NEW = (*OLD, concept("c", "posted worker"), concept("d", "border worker", "h"))
MEETING = Meeting(
    id="m",
    title={},
    start=NOW,
    end=NOW,
    people=(Person(name="Carola Gunnarsson"),),
    documents=(
        Document(lang="en", file="note.txt", text="The migrant worker and the posted worker met."),
    ),
)


def built(concepts: tuple[Concept, ...]) -> Index:
    return Index.build(searchables(concepts))


@pytest.fixture
def live() -> LiveIndex:
    return LiveIndex(built(OLD))


def found(live: LiveIndex, text: str = "worker") -> dict[str, Tier]:
    matches = live.look_up(text, 10, LANGUAGES, ())
    return {match.key.id: match.tier for match in matches if match.key}


def test_another_index_takes_the_place_with_what_changed_meanwhile(live: LiveIndex) -> None:
    changes = [{ConceptKey("g", "b"): None, ConceptKey("g", "e"): concept("e", "new worker")}, {}]
    live.exchange(built(NEW), lambda: changes.pop(0) if changes else {})
    assert set(found(live)) == {"a", "c", "d", "e"}
    assert [spot.concept for spot in live.spot("a posted worker", "en")] == [ConceptKey("g", "c")]


def test_the_meeting_is_followed_on_and_what_it_newly_has(live: LiveIndex) -> None:
    live.follow(MEETING)
    live.replace(ConceptKey("booth", "p"), concept("p", "guest worker", "booth"))
    live.add(ConceptKey("booth", "p"))
    assert found(live) == {"a": "meeting", "p": "meeting", "b": "glossary"}
    pair = {ConceptKey("booth", "p"): concept("p", "guest worker", "booth")}
    news = [pair]
    live.exchange(built(NEW), lambda: news.pop() if news else {})
    assert found(live) == {
        "a": "meeting",
        "c": "meeting",
        "p": "meeting",
        "b": "glossary",
        "d": "glossary",
    }
    [match] = live.look_up("gunnarson", 10, LANGUAGES, ())
    assert live.person(match.person) == MEETING.people[0]


def test_glossaries_stay_switched_as_they_were(live: LiveIndex) -> None:
    live.switch_off(["g"])
    live.exchange(built(NEW), dict)
    assert found(live) == {"d": "glossary", "a": "other", "b": "other", "c": "other"}


def test_what_changes_without_pause_is_in_the_new_index_too(live: LiveIndex) -> None:
    told = iter(range(200))

    def news() -> dict[ConceptKey, Concept | None]:
        number = next(told)
        return {ConceptKey("g", "n"): concept("n", f"worker {number}")}

    live.exchange(built(NEW), news)
    (latest,) = [
        m.term for m in live.look_up("worker", 10, LANGUAGES, ()) if m.key and m.key.id == "n"
    ]
    assert latest == f"worker {next(told) - 1}"


def test_nobody_waits_for_a_new_index_to_be_brought_up_to_date(live: LiveIndex) -> None:
    inside, done = threading.Event(), threading.Event()
    changes: Iterator[dict[ConceptKey, Concept | None]] = iter([{}, {}])

    def slow() -> dict[ConceptKey, Concept | None]:
        inside.set()
        if not done.is_set():
            assert done.wait(10)
        return next(changes, {})

    exchanging = threading.Thread(target=live.exchange, args=(built(NEW), slow))
    exchanging.start()
    assert inside.wait(10)
    live.replace(ConceptKey("g", "a"), concept("a", "zorb"))  # would wait for ever otherwise
    assert set(found(live)) == {"b"}
    done.set()
    exchanging.join()
    assert "c" in found(live)


def test_an_edit_of_a_meeting_s_concept_stays_the_meeting_s(live: LiveIndex) -> None:
    live.follow(MEETING)
    assert found(live)["a"] == "meeting"
    live.replace(ConceptKey("g", "a"), concept("a", "travelling worker"))
    assert found(live)["a"] == "meeting"
    assert found(live, "travelling") == {"a": "meeting"}
    assert found(live, "migrant") == {}
    live.replace(ConceptKey("g", "a"), None)
    assert "a" not in found(live)
    live.replace(ConceptKey("g", "a"), concept("a", "migrant worker"))
    assert found(live, "migrant") == {"a": "meeting"}


def test_following_the_same_meeting_again_keeps_what_came_up(live: LiveIndex) -> None:
    live.follow(MEETING)
    live.replace(ConceptKey("booth", "p"), concept("p", "guest worker", "booth"))
    live.add(ConceptKey("booth", "p"))
    live.follow(MEETING)
    assert found(live)["p"] == "meeting"
    live.follow(None)
    assert set(found(live).values()) == {"glossary"}


def test_the_language_s_words_follow(live: LiveIndex) -> None:
    assert live.language.of("seasonal") == "en"
    assert live.language.of("zorbage") is None
    live.replace(ConceptKey("g", "z"), concept("z", "zorbage", lang="fr"))
    assert live.language.of("zorbage") == "fr"
    live.replace(ConceptKey("g", "z"), None)
    assert live.language.of("zorbage") is None


def test_look_ups_of_two_threads_take_turns(monkeypatch: pytest.MonkeyPatch) -> None:
    index = built(OLD)
    alone = threading.Lock()
    met: list[str] = []

    def looked_up(*_: object) -> list[Match]:
        if not alone.acquire(blocking=False):
            met.append("two at once")
            return []
        time.sleep(0.001)
        alone.release()
        return []

    monkeypatch.setattr(index, "look_up", looked_up)
    live = LiveIndex(index)
    threads = [
        threading.Thread(target=lambda: [live.look_up("x", 1, LANGUAGES, ()) for _ in range(20)])
        for _ in range(3)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert met == []
