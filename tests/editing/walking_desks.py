"""Desks that work at random and send each other files, watched by somebody who forgets nothing.

Every value that anybody gives a field is a text of its own, so each can be followed: which of them
a person had before her when she changed a field, and which of them a file has known. From that
follows what a merge may do. A value goes only where who wrote the file knew it, and what a desk
does not know yet is there afterwards, or waits for a decision.
"""

import json
import random
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from booth_app.editing.importing import Import
from booth_app.editing.reviews import Reviews
from booth_app.exchange import formats
from booth_app.exchange.reading import FileReading, Progressed, ReadConcepts
from booth_app.terminology.concept import Concept, ConceptKey
from booth_app.terminology.concept_document import from_document
from booth_app.terminology.differences import differences, with_field
from booth_app.terminology.fields import TEXT, Field, Value, held, values
from booth_app.terminology.glossary_folder import concept_files, read_concept
from booth_app.terminology.glossary_writing import write_concept
from tests.editing.desks import NOTE, SUBJECT, Desk
from tests.editing.made_glossaries import CONCEPTS, NAME

Place = tuple[str, Field]
"""A concept and a field of it."""

FORMATS = ("tbx", "xlsx", "csv")


class ReadHere(FileReading):
    """Reads a file in this process: another one for each of hundreds would take minutes."""

    def concepts(self, progressed: Progressed | None = None) -> Iterator[ReadConcepts]:  # type: ignore[override]
        with formats.reader(self.path) as reader:
            self.facts = reader.facts
            yield list(reader.concepts())
            self.report = reader.report


@dataclass
class Sent:
    """A file: what it says in each place, and what was known of that place where it was made."""

    path: Path
    says: Mapping[Place, Value]
    knew: Mapping[Place, frozenset[Value | None]]
    concepts: frozenset[str]
    speaks: bool = False


class Walk:
    """Some desks on a random walk of `seed`; `step` does something and looks whether it was right."""

    def __init__(self, folder: Path, seed: int, people: str = "ABC") -> None:
        self.random = random.Random(seed)
        self.desks = {name: Desk(folder / name, name) for name in people}
        self.folder = folder
        self.sent: list[Sent] = []
        self.told: list[str] = []
        self._known: dict[tuple[str, Place], frozenset[Value | None]] = defaultdict(frozenset)
        self._came_with: dict[Value, frozenset[Value | None]] = {}
        self._numbers = iter(range(1_000_000))
        first = self.desks[people[0]]
        for each in CONCEPTS:
            first.termbase.save(each, "typed")
            for field, value in values(each).items():
                self._know(people[0], (each.id, field), value)
        self._send(people[0], "tbx")
        for name in people[1:]:
            self._take_in(name, self.sent[0])

    def close(self) -> None:
        for desk in self.desks.values():
            desk.close()

    def step(self) -> None:
        """Do one thing at one desk."""
        name = self.random.choice([*self.desks])
        acts: dict[Callable[[str], None], int] = {
            self._edit: 8,
            self._undo: 1,
            self._export: 3,
            self._release: 2,
            self._import: 8,
            self._decide: 1,
            self._take_back: 1,
            self._by_hand: 1,
        }
        act = self.random.choices([*acts], [*acts.values()])[0]
        self.told.append(f"{name} {act.__name__[1:]}")
        act(name)

    def _edit(self, name: str) -> None:
        desk, concept = self.desks[name], self._any_concept(name)
        if concept is None:
            return
        terms = [Field("term", lang, term.id, TEXT) for lang, term in concept.terms()]
        fields = [NOTE, SUBJECT, *terms, *(each._replace(name="source") for each in terms)]
        fields.append(Field("term", self.random.choice(("en", "fr")), f"t_{self._new()}", TEXT))
        field = self.random.choice(fields)
        value = None if self.random.random() < 0.1 and field.name != TEXT else f"v{self._new()}"
        desk.edit(concept.id, field, value)
        self._changed(name, (concept.id, field), value)

    def _undo(self, name: str) -> None:
        """Set a field back to what it was before its last change."""
        concept = self._any_concept(name)
        changes = self.desks[name].termbase.history(concept.key) if concept else []
        if concept is None or len(changes) < 2 or changes[-1].before is None:
            return
        self.desks[name].termbase.save(changes[-1].before, "typed")
        for field in {**values(concept), **values(changes[-1].before)}:
            self._know(name, (concept.id, field), values(changes[-1].before).get(field))

    def _export(self, name: str) -> None:
        self._send(name, self.random.choice(FORMATS))

    def _release(self, name: str) -> None:
        where = self.folder / f"released by {name}"
        with self._watched(name, self._folder_of(where)):
            file = self.desks[name].release(where)
        self._read(name, file, speaks=True)

    def _import(self, name: str) -> None:
        sent = self.random.choice(self.sent[-12:])
        self._take_in(name, sent)
        before = {id_: self.desks[name].now(id_) for id_ in self._ids(name)}
        self._stored(name, sent)
        after = {id_: self.desks[name].now(id_) for id_ in self._ids(name)}
        changed = [differences(before.get(id_), after.get(id_)) for id_ in {**before, **after}]
        said = [each for each in changed if each]
        assert not said, self._tale(f"{sent.path.name} again changed {said}")

    def _take_in(self, name: str, sent: Sent) -> None:
        with self._watched(name, sent):
            self._stored(name, sent)

    def _stored(self, name: str, sent: Sent) -> int:
        self.told.append(f"  {name} takes in {sent.path.name}")
        termbase = self.desks[name].termbase
        return Import(termbase, ReadHere(sent.path)).apply_at_once().counts.stored

    def _decide(self, name: str) -> None:
        self.desks[name].decide(self.random.choice(("mine", "theirs")))
        for each in self.sent:  # a person has seen both sides of everything that waited
            for place, value in each.says.items():
                if (name, place) in self._waited:
                    self._know(name, place, value)
        self._waited = {each for each in self._waited if each[0] != name}
        self._know_all(name)

    def _take_back(self, name: str) -> None:
        from booth_app.editing.taking_back import TakingBack

        found = TakingBack(self.desks[name].termbase).batches(NAME)
        imports = [one for one in found if one.origin in ("import", "release")]
        imports = [one for one in imports if not one.taken_back]
        if imports:
            self.desks[name].take_back(imports[0].id)
            self._know_all(name)

    def _by_hand(self, name: str) -> None:
        """Edit a file that a release wrote."""
        files = sorted(concept_files(self.folder / f"released by {name}" / NAME))
        if not files:
            return
        file = self.random.choice(files)
        concept, value = read_concept(file, NAME), f"v{self._new()}"
        place = concept.id, NOTE
        self._came_with[value] = self._lore(values(concept).get(NOTE)) | {value}
        write_concept(file, with_field(concept, NOTE, value))
        del place

    # What is known of what.

    _waited: set[tuple[str, Place]] = set()

    def _know(self, name: str, place: Place, value: Value | None) -> None:
        self._known[name, place] |= self._lore(value) | {value}

    def _know_all(self, name: str) -> None:
        for id_ in self._ids(name):
            for field, value in values(self.desks[name].now(id_)).items():
                self._know(name, (id_, field), value)

    def _changed(self, name: str, place: Place, value: Value | None) -> None:
        self._known[name, place] |= {value}
        if value is not None:
            self._came_with[value] = self._known[name, place]

    def _lore(self, value: Value | None) -> frozenset[Value | None]:
        """Return what was known where a value was given first."""
        return frozenset() if value is None else self._came_with.get(value, frozenset({value}))

    def _new(self) -> int:
        return next(self._numbers)

    def _ids(self, name: str) -> list[str]:
        rows = self.desks[name].termbase.store.reader.rows(
            "SELECT id FROM concept WHERE glossary = ? AND NOT deleted ORDER BY id", (NAME,)
        )
        return [id_ for (id_,) in rows]

    def _any_concept(self, name: str) -> Concept | None:
        ids = self._ids(name)
        if not ids:
            return None
        return self.desks[name].termbase.concept(ConceptKey(NAME, self.random.choice(ids)))

    def _send(self, name: str, format_: str) -> None:
        path = self.folder / f"{self.random.choice(('a', 'b'))}{self._new()}.{format_}"
        self.desks[name].export(path, format_)  # type: ignore[arg-type]
        self._read(name, path)

    def _read(self, name: str, path: Path, *, speaks: bool = False) -> None:
        """Note what a new file says, and what its author knew."""
        with formats.reader(path) as reader:
            holds, found = reader.facts.holds, list(reader.concepts())
        says: dict[Place, Value] = {}
        for read in found:
            for field, value in values(from_document(NAME, json.loads(read.document))).items():
                says[read.id, field] = value
        knew = {
            place: known
            for (who, place), known in self._known.items()
            if who == name and held(place[1], holds)
        }
        ids = frozenset(read.id for read in found)
        self.sent.append(Sent(path, says, knew, ids, speaks))
        self.told.append(f"  {path.name} is by {name}")

    def _folder_of(self, where: Path) -> Sent | None:
        folder = where / NAME
        if not folder.is_dir():
            return None
        says: dict[Place, Value] = {}
        for file in concept_files(folder):
            concept = read_concept(file, NAME)
            says |= {(concept.id, field): value for field, value in values(concept).items()}
        knew = {place: self._lore(value) | {value} for place, value in says.items()}
        return Sent(folder, says, knew, frozenset(id_ for id_, _ in says))

    def _watched(self, name: str, sent: Sent | None) -> "Watch":
        return Watch(self, name, sent)

    def _tale(self, said: str) -> str:
        return "\n".join([*self.told[-60:], said])


class Watch:
    """Looks at a desk before and after it takes a file in."""

    def __init__(self, walk: Walk, name: str, sent: Sent | None) -> None:
        self.walk, self.name, self.sent = walk, name, sent

    def __enter__(self) -> None:
        self.before = self._state()

    def __exit__(self, kind: object, *_: object) -> None:
        if kind is not None or self.sent is None:
            return
        now, waiting = self._state(), self._waiting()
        for place in {**self.before, **now, **self.sent.says}:
            self._look(place, self.before.get(place), now.get(place), waiting)

    def _look(
        self, place: Place, was: Value | None, now: Value | None, waiting: set[tuple[str, Value]]
    ) -> None:
        walk, name, sent = self.walk, self.name, self.sent
        assert sent is not None
        theirs, knew = sent.says.get(place), sent.knew.get(place, frozenset())
        known = walk._known[name, place]
        if was != now:
            where = f"{name}: {place} was {was!r}, is {now!r}, {sent.path.name} has {theirs!r}"
            assert now == theirs, walk._tale(f"{where}: nobody said that")
            assert was is None or was in knew, walk._tale(f"{where}: an edit is overwritten")
        elif theirs is not None and theirs != was and theirs not in known:
            told = (place[0], theirs) in waiting
            assert told, walk._tale(f"{name}: {place} is {was!r}, {theirs!r} is lost")
            walk._waited.add((name, place))
        if now == theirs:
            walk._known[name, place] |= knew | {now}
        elif theirs in known or was != now:
            walk._known[name, place] |= knew

    def _state(self) -> dict[Place, Value]:
        return {
            (id_, field): value
            for id_ in self.walk._ids(self.name)
            for field, value in values(self.walk.desks[self.name].now(id_)).items()
        }

    def _waiting(self) -> set[tuple[str, Value]]:
        """Return each value that waits, with its concept."""
        reviews = Reviews(self.walk.desks[self.name].termbase)
        found: set[tuple[str, Value]] = set()
        for review in reviews.open_ones(NAME):
            for row in reviews.rows(review, limit=10_000):
                if row.document:
                    theirs = from_document(NAME, json.loads(row.document))
                    found |= {(row.concept, value) for value in values(theirs).values()}
        return found
