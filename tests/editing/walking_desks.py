"""Desks that work at random and send each other files, watched by somebody who forgets nothing.

Every value that anybody writes is a text of its own, so each can be followed through files,
merges and reviews wherever it goes. What may become of a value is little: it stays in sight, it
waits for a decision, or a person who had it in sight gave it up.
"""

import json
import random
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path
from typing import Final

from booth_app.editing.importing import Import
from booth_app.editing.joining_two import made_one
from booth_app.editing.reviews import Reviews, Which
from booth_app.editing.taking_back import TakingBack
from booth_app.exchange import formats
from booth_app.terminology.concept import Concept, ConceptKey
from booth_app.terminology.concept_document import from_document
from booth_app.terminology.fields import TEXT, Field, held, values
from booth_app.terminology.joining import ids_before
from tests.editing.desks import NOTE, SUBJECT, Desk
from tests.editing.made_glossaries import CONCEPTS, NAME
from tests.editing.walking_people import Person, ReadHere, Said, Sent, said_by, texts, written

FORMATS: Final = ("tbx", "xlsx", "csv")


class Walk:
    """People on a random walk; `step` does something and looks whether it was right."""

    def __init__(self, folder: Path, seed: int, people: str = "ABC") -> None:
        self.random = random.Random(seed)
        self.people = {name: Person(Desk(folder / name, name)) for name in people}
        self.folder = folder
        self.sent: list[Sent] = []
        self.told: list[str] = []
        self._numbers = iter(range(1_000_000))
        first = self.people[people[0]]
        for each in CONCEPTS:
            first.desk.termbase.save(each, "typed")
            for place in (NOTE, *(f for f in values(each) if f.name == TEXT)):
                self._write(first, each.id, place)
        self._send(first, "tbx")
        for name in people[1:]:
            self._take_in(self.people[name], self.sent[0])

    def close(self) -> None:
        for person in self.people.values():
            person.desk.close()

    def step(self) -> None:
        """Have somebody do one thing."""
        acts: dict[Callable[[Person], None], int] = {
            self._edit: 9,
            self._export: 4,
            self._import: 7,
            self._release: 2,
            self._preview: 2,
            self._decide: 3,
            self._apply: 3,
            self._take_back: 1,
            self._make_one: 1,
            self._delete: 1,
        }
        name = self.random.choice([*self.people])
        act = self.random.choices([*acts], [*acts.values()])[0]
        self.told.append(f"{name} {act.__name__[1:]}")
        act(self.people[name])
        self._nothing_is_lost(self.people[name])

    def come_to_terms(self) -> None:
        """Have all send all they have; where two differ the first decides for all."""
        first, *others = self.people.values()
        for person in self.people.values():
            reviews = Reviews(person.desk.termbase)
            for review in reviews.open_ones():
                reviews.end(review)
        for other in others:
            self._stored(first, self._send(other, "tbx"))
            first.desk.decide("mine")
        for other in others:
            self._stored(other, self._send(first, "tbx"))
            other.desk.decide("theirs")

    def tale(self, said: str) -> str:
        return "\n".join([*self.told[-60:], said])

    # What people do.

    def _edit(self, person: Person) -> None:
        concept = self._any_concept(person)
        if concept is None:
            return
        terms = [Field("term", lang, term.id, TEXT) for lang, term in concept.terms()]
        fields = [NOTE, SUBJECT, *terms, *(each._replace(name="source") for each in terms)]
        lang = self.random.choice(("en", "fr"))
        fields.append(Field("term", lang, f"t_{next(self._numbers)}", TEXT))
        self._write(person, concept.id, self.random.choice(fields))

    def _write(self, person: Person, id_: str, place: Field) -> None:
        before, text = person.visible(), f"v_{next(self._numbers)}."
        empties = place.name != TEXT and self.random.random() < 0.1
        person.desk.edit(id_, place, None if empties else text)
        if not empties:
            person.wrote.add(text)
        self.told.append(f"  {id_} {place.id or place.name}: {'nothing' if empties else text}")
        gone = self._gave_up(person, before)
        assert len(gone) <= 1 or place.name == TEXT, self.tale(f"more went than {place}: {gone}")

    def _delete(self, person: Person) -> None:
        concept, before = self._any_concept(person), person.visible()
        if concept is not None and len(person.ids()) > 2:
            person.desk.termbase.delete(concept.key, "typed")
            assert self._gave_up(person, before) <= {text for text, _ in written(concept)}

    def _make_one(self, person: Person) -> None:
        kept, other = self._any_concept(person), self._any_concept(person)
        if kept is None or other is None or kept == other:
            return
        before = person.visible()
        made_one(person.desk.termbase, kept.key, other.key, {})
        self.told.append(f"  {other.id} is part of {kept.id}")
        gone = self._gave_up(person, before)
        own = {text for text, place in written(other) if place.name != TEXT}
        assert gone <= own, self.tale(f"joined, {gone - own} went")

    def _export(self, person: Person) -> None:
        self._send(person, self.random.choice(FORMATS))

    def _release(self, person: Person) -> None:
        where = self.folder / f"released by {person.desk.person}"
        self._sent(person, person.desk.release(where))

    def _import(self, person: Person) -> None:
        sent = self.random.choice(self.sent[-9:])
        self._take_in(person, sent)
        before = {id_: person.desk.now(id_) for id_ in person.ids()}
        self._stored(person, sent)
        again = {id_: person.desk.now(id_) for id_ in person.ids()}
        is_same = sent.parted or before == again
        assert is_same, self.tale(f"{sent.path.name} changed something when it came again")

    def _preview(self, person: Person) -> None:
        sent = self.random.choice(self.sent[-9:])
        before = person.visible()
        done = Import(person.desk.termbase, ReadHere(sent.path)).preview()
        person.reviewed[done.review] = sent
        self.told.append(f"  {sent.path.name}")
        assert person.visible() == before

    def _decide(self, person: Person) -> None:
        """Decide about half of what waits; it is applied later, if ever."""
        for review, row in person.rows():
            if self.random.random() < 0.5:
                decision = self.random.choice(("mine", "theirs"))
                which = Which(positions=(row.position,))
                Reviews(person.desk.termbase).decide(review, which, decision)
                self.told.append(f"  {review.file} {row.concept}: {decision}")
                person.insisted.add(row.concept)
                seen = person.decided.setdefault(f"{review.id} {row.position}", set())
                seen.clear()
                seen |= texts(person.visible())

    def _apply(self, person: Person) -> None:
        reviews = Reviews(person.desk.termbase)
        for review in reviews.open_ones()[:1]:
            self.told.append(f"  {review.file} of {review.at}")
            before, rows = person.visible(), [row for _, row in person.rows()]
            sent = person.reviewed[review.id]
            seen = {
                text
                for row in reviews.rows(review)
                if row.decision == "theirs"
                for text in person.decided.get(f"{review.id} {row.position}", ())
            }
            against = [said_by(row).items() for row in rows if row.decision == "mine"]
            taking = reviews.apply(review)
            taking.run()
            reviews.finish(review)
            person.brought[taking.batch] = sent.says
            gone = self._gave_up(person, before)
            wrong = gone - seen - texts(sent.gave_up)
            assert not wrong, self.tale(f"{wrong} went, which nobody decided against")
            there = texts(person.visible())
            person.gave_up |= {
                (text, ""): place for said in against for text, place in said if text not in there
            }
            self._learn(person, sent)

    def _take_back(self, person: Person) -> None:
        found = TakingBack(person.desk.termbase).batches(NAME)
        mine = [one for one in found if one.id in person.brought and not one.taken_back]
        if mine:
            batch = self.random.choice(mine)
            self.told.append(f"  {batch.note}")
            before = person.visible()
            person.desk.take_back(batch.id)
            wrong = self._gave_up(person, before) - person.brought[batch.id]
            assert not wrong, self.tale(f"taking back took {wrong}, which came otherwise")

    # Files on their way.

    def _send(self, person: Person, format_: str) -> Sent:
        path = self.folder / f"{self.random.choice('ab')}{next(self._numbers)}.{format_}"
        person.desk.export(path, format_)  # type: ignore[arg-type]
        return self._sent(person, path)

    def _sent(self, person: Person, path: Path) -> Sent:
        with closing(formats.reader(path)) as reader:
            holds, found = reader.facts.holds, list(reader.concepts())
        concepts = [from_document(NAME, json.loads(read.document)) for read in found]
        says = frozenset(text for concept in concepts for text, _ in written(concept))
        gave_up = {said: place for said, place in person.gave_up.items() if held(place, holds)}
        parts = {old for concept in concepts for old in ids_before(concept)}
        parted = not parts.isdisjoint(concept.id for concept in concepts)
        self.sent.append(Sent(path, says, parted, gave_up))
        self.told.append(f"  {path.name} is by {person.desk.person}")
        return self.sent[-1]

    def _take_in(self, person: Person, sent: Sent) -> None:
        before = person.visible()
        self._stored(person, sent)
        wrong = self._gave_up(person, before) - texts(sent.gave_up)
        assert not wrong, self.tale(f"{sent.path.name} overwrote {wrong}")
        self._learn(person, sent)
        kept = texts(person.visible()) | person.waiting() | texts(person.gave_up)
        lost = sent.says - kept
        assert not lost, self.tale(f"{lost} of {sent.path.name} was lost on the way in")

    def _stored(self, person: Person, sent: Sent) -> None:
        self.told.append(f"  {person.desk.person} takes in {sent.path.name}")
        done = Import(person.desk.termbase, ReadHere(sent.path)).apply_at_once()
        person.brought[done.batch] = sent.says
        person.reviewed[done.review] = sent

    # What is looked at.

    def _learn(self, person: Person, sent: Sent) -> None:
        """Have a person give up what the author of a file did."""
        there, waiting = person.visible(), person.waiting()
        person.gave_up |= {
            said: place
            for said, place in sent.gave_up.items()
            if said not in there and said[0] not in waiting
        }

    def _gave_up(self, person: Person, before: Mapping[Said, Field]) -> set[str]:
        """Note what some concept says no more, and return what none does."""
        now = person.visible()
        person.gave_up |= {said: place for said, place in before.items() if said not in now}
        for said in now:
            person.gave_up.pop(said, None)
        return texts(before) - texts(now)

    def _nothing_is_lost(self, person: Person) -> None:
        remembered = person.remembered()
        forgotten = {text for text in person.wrote if f'"{text}"' not in remembered}
        assert not forgotten, self.tale(f"no history knows {forgotten}")
        kept = texts(person.visible()) | person.waiting() | texts(person.gave_up)
        assert person.wrote <= kept, self.tale(f"{person.wrote - kept} is lost")

    def _any_concept(self, person: Person) -> Concept | None:
        ids = person.ids()
        key = ConceptKey(NAME, self.random.choice(ids)) if ids else None
        return person.desk.termbase.concept(key) if key else None
