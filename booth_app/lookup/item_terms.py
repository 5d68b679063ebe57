"""What of a meeting is spotted where: the terms and names of an item, of the whole meeting."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Final, NamedTuple

from booth_app.languages import LANGUAGES, Lang
from booth_app.lookup.spotting import Spot
from booth_app.meeting.meeting import Item, Meeting, Person, Text
from booth_app.terminology.concept import ConceptKey

LIMIT: Final = 18
"""Rows of an item's terms and names."""


class Entry(NamedTuple):
    """A concept, or else a person's name; `own` where the item itself has it."""

    concept: ConceptKey | None
    person: str | None
    own: bool


class MeetingTerms:
    """The terms and names of one meeting. `spot` spots a text in a language."""

    def __init__(self, meeting: Meeting, spot: Callable[[str, Lang], list[Spot]]) -> None:
        self.meeting = meeting
        self._spot = spot
        self.concepts = self._by_frequency()

    def of_item(self, item: Item, limit: int = LIMIT) -> list[Entry]:
        """Return the terms and names of `item`, each once, until there are `limit`.

        First what is spotted in its title and questions; then its people, each followed by what
        is spotted in their title and organisation; then, not its own, the meeting's others.
        """
        others = (Entry(key, None, False) for key in self.concepts)
        once: dict[tuple[ConceptKey | None, str | None], Entry] = {}
        for entry in (*self._own(item), *others):
            once.setdefault((entry.concept, entry.person), entry)
        return list(once.values())[:limit]

    def add(self, key: ConceptKey) -> None:
        """Count a concept that came up in the meeting, after those of its documents."""
        if key not in self.concepts:
            self.concepts.append(key)

    def _own(self, item: Item) -> Iterator[Entry]:
        yield from self._entries(item.title, item.question)
        for person, _ in self.meeting.item_people(item):
            yield Entry(None, person.name, own=True)
            yield from self._entries(person.title, person.organisation)

    def _entries(self, *texts: Text) -> Iterator[Entry]:
        for spotted in self._spots(texts):
            if spotted.concept or spotted.person:
                yield Entry(spotted.concept, spotted.person, own=True)

    def _by_frequency(self) -> list[ConceptKey]:
        """Return the spotted concepts, by how often the documents have them.

        What only the agenda and the people's posts have comes after, as it is met.
        """
        in_documents = (
            spotted
            for document in self.meeting.documents
            for spotted in self._spot(document.text, document.lang)
        )
        counted = Counter(spotted.concept for spotted in in_documents if spotted.concept)
        elsewhere = self._spots(_texts(self.meeting))
        met = (spotted.concept for spotted in elsewhere if spotted.concept)
        return list(dict.fromkeys((*(key for key, _ in counted.most_common()), *met)))

    def _spots(self, texts: Iterable[Text]) -> Iterator[Spot]:
        for text in texts:
            for lang, wording in originals(text, self.meeting):
                yield from self._spot(wording, lang)


def originals(text: Text, meeting: Meeting) -> Iterator[tuple[Lang, str]]:
    """Yield the wordings `text` was really given in, that of the meeting's document first.

    Those are the verified ones; where none is verified, the first wording there is.
    """
    received = [document.lang for document in meeting.documents]
    order = dict.fromkeys((*received, *LANGUAGES))
    there = [lang for lang in order if lang in text]
    verified = [lang for lang in there if text[lang].verified]
    for lang in verified or there[:1]:
        yield lang, text[lang].text


def name_forms(person: Person) -> list[tuple[Lang, str]]:
    """Return how `person` is written in each language, to be found by."""
    return [(lang, person.name_in(lang)) for lang in LANGUAGES]


def _texts(meeting: Meeting) -> Iterator[Text]:
    yield meeting.title
    yield meeting.theme
    for item in meeting.items:
        yield from (item.title, item.question)
    for person in meeting.people:
        yield from (person.title, person.organisation)
