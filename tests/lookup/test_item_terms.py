from datetime import UTC, datetime

from booth_app.languages import Lang
from booth_app.lookup.item_terms import Entry, MeetingTerms, name_forms, originals
from booth_app.lookup.spotting import Spot
from booth_app.meeting.meeting import Appearance, Document, Item, Meeting, Person, Text, Wording
from booth_app.terminology.concept import ConceptKey

AT = datetime(2021, 1, 22, 16, tzinfo=UTC)


def _spot(text: str, lang: Lang) -> list[Spot]:
    """Spot every word: a capital one names a person, `-` nothing, any other a concept."""
    found, at = [], 0
    for word in text.split():
        key = None if word[0].isupper() or word == "-" else ConceptKey(lang, word)
        person = word if word[0].isupper() else None
        symbol = word if word == "-" else None
        found.append(Spot(at, at + len(word), word, key, person, symbol))
        at += len(word) + 1
    return found


def _text(**wordings: str) -> Text:
    """Return a text; a wording that ends with `?` is not verified."""
    return {lang: Wording(w.removesuffix("?"), not w.endswith("?")) for lang, w in wordings.items()}  # type: ignore[misc]


def _meeting(*items: Item, people: tuple[Person, ...] = (), document: str = "") -> Meeting:
    documents = (Document("note.txt", "fr", document),) if document else ()
    return Meeting(
        id="m", title=_text(fr="titre"), start=AT, end=AT, items=items, people=people,
        documents=documents,
    )  # fmt: skip


def _item(title: Text, question: Text | None = None, *people: str) -> Item:
    appearances = tuple(Appearance(name, "speaker") for name in people)
    return Item(id="i", start=AT, end=AT, title=title, question=question or {}, people=appearances)


def _own(*ids: str, lang: str = "fr") -> list[Entry]:
    return [
        Entry(None, id_, own=True) if id_[0].isupper() else Entry(ConceptKey(lang, id_), None, True)
        for id_ in ids
    ]


def test_title_then_questions_then_people_then_the_meeting_s_others() -> None:
    ana = Person(name="Ana", title=_text(fr="maire"), organisation=_text(fr="ville port"))
    ben = Person(name="Ben", title=_text(fr="maire chef"))
    item = _item(_text(fr="accès - fonds"), _text(fr="ville fonds"), "Ana", "Ben")
    meeting = _meeting(item, people=(ana, ben), document="rare souvent souvent fonds fonds fonds")
    found = MeetingTerms(meeting, _spot).of_item(item)
    assert found[:8] == _own("accès", "fonds", "ville", "Ana", "maire", "port", "Ben", "chef")
    others = [entry.concept and entry.concept.id for entry in found[8:]]
    assert others == ["souvent", "rare", "titre"]
    assert not any(entry.own for entry in found[8:])


def test_a_person_named_in_the_title_stands_there_once() -> None:
    ana = Person(name="Ana", title=_text(fr="maire"))
    item = _item(_text(fr="avec Ana"), None, "Ana", "Nobody")
    found = MeetingTerms(_meeting(item, people=(ana,)), _spot).of_item(item)
    assert [entry for entry in found if entry.own] == _own("avec", "Ana", "maire")


def test_there_are_as_many_as_fit() -> None:
    item = _item(_text(fr=" ".join(f"a{n}" for n in range(30))))
    terms = MeetingTerms(_meeting(item, document="b c d"), _spot)
    assert len(terms.of_item(item)) == 18
    assert terms.of_item(item, 3) == _own("a0", "a1", "a2")


def test_what_came_up_in_the_meeting_counts_last_and_once() -> None:
    item = _item({})
    terms = MeetingTerms(_meeting(item, document="b b c"), _spot)
    for _ in range(2):
        terms.add(ConceptKey("booth", "new"))
    assert [key.id for key in terms.concepts] == ["b", "c", "titre", "new"]
    assert terms.of_item(item)[-1] == Entry(ConceptKey("booth", "new"), None, own=False)


def test_a_text_is_spotted_in_the_wordings_it_was_given_in() -> None:
    meeting = _meeting(document="note")
    both = _text(en="said", fr="dit", es="dicho?")
    assert list(originals(both, meeting)) == [("fr", "dit"), ("en", "said")]
    translated = _text(ar="قيل?", en="said?")
    assert list(originals(translated, meeting)) == [("en", "said")]
    assert list(originals({}, meeting)) == []


def test_a_name_is_found_in_every_script_it_has() -> None:
    person = Person(name="António", names={"ar": Wording("أنطونيو", False)})
    assert name_forms(person) == [
        ("en", "António"),
        ("fr", "António"),
        ("es", "António"),
        ("ar", "أنطونيو"),
    ]
