"""What stands behind the window: at first nothing, then a term base to read, then one to write."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Final, TypeVar

from PySide6.QtCore import QObject, Signal

from booth_app.languages import RIGHT_TO_LEFT, Lang, script
from booth_app.meeting.meeting import Item, Meeting, Person
from booth_app.paths import DataFolder
from booth_app.ui.opening import Opened

if TYPE_CHECKING:  # not needed before the first paint
    from booth_app.meetings import Meetings, Standing
    from booth_app.termbase import Hit, ItemRow, Termbase
    from booth_app.terminology.concept import Concept, ConceptKey, Trap
    from booth_app.translation.suggestions import Suggestions

HITS: Final = 10
"""Hits asked for with each key: more than are shown, so that what follows is at hand."""

_T = TypeVar("_T")
_LATER: Final = "Saving is not possible yet; try again in a moment."


class Backing(QObject):
    """Answers with what is opened so far; what cannot be stored is told, never raised.

    `prepared` are the item terms kept from the last time, by item id.
    """

    told = Signal(str)

    def __init__(self, data: DataFolder, prepared: "Mapping[str, Sequence[ItemRow]]") -> None:
        super().__init__()
        self._data = data
        self._prepared = prepared
        self._termbase: Termbase | None = None
        self._meetings: Meetings | None = None

    @property
    def is_ready(self) -> bool:
        """Whether there is a term base to look up in."""
        return self._termbase is not None

    @property
    def can_save(self) -> bool:
        """Whether what is changed here is kept."""
        return self._meetings is not None

    def take_in(self, opened: Opened) -> None:
        """Answer with what was opened from now on."""
        before, self._termbase = self._termbase, opened.termbase
        self._meetings = opened.meetings
        if before is not None:
            before.close()

    def close(self) -> None:
        """Finish what is being stored and close."""
        if self._termbase is not None:
            self._termbase.close()

    def look_up(self, text: str, prefer: Sequence[Lang]) -> "Sequence[Hit]":
        """Return the answers to `text`, best first."""
        return self._asked(lambda base: base.look_up(text, HITS, prefer=prefer), ())

    def glossaries(self) -> Sequence[str]:
        """Return the names of the glossaries with a concept; none before the term base is open."""
        return self._asked(lambda base: base.filled_glossaries(), ())

    def switch_off(self, glossaries: Sequence[str]) -> None:
        """Have these glossaries found after all others."""
        self._asked(lambda base: base.switch_off(glossaries), None)

    def concept(self, key: "ConceptKey") -> "Concept | None":
        """Return the concept `key`; None where there is none, or no term base yet."""
        return self._asked(lambda base: base.concept(key), None)

    def sharing(self, concept: "Concept", trap: "Trap") -> "Sequence[Concept]":
        """Return the other concepts that have the same trap."""
        return self._asked(lambda base: base.sharing(concept, trap), ())

    def language_of(self, text: str) -> Lang | None:
        """Return the language of `text`; before the term base is open its script alone decides."""
        if self._termbase is not None:
            return self._asked(lambda base: base.language_of(text), None)
        (arabic,) = RIGHT_TO_LEFT
        return arabic if script(text) == "arabic" else None

    def item_terms(self, meeting: Meeting, item: Item | None) -> "Sequence[ItemRow]":
        """Return the item's terms and names; as they were prepared until they can be found."""
        if item is None:
            return ()
        if self._termbase is None:
            return self._prepared.get(item.id, ())
        self._termbase.follow_item(item)
        return self._asked(lambda base: base.item_terms(meeting, item).rows, ())

    def keep(self, meeting: Meeting, standing: "Standing") -> None:
        """Remember where the booth stands, as soon as anything can be kept."""
        if self._meetings is not None:
            self._meetings.keep(meeting.id, standing)

    def add_pair(self, left: tuple[Lang, str], right: tuple[Lang, str]) -> bool:
        """Store a new term; tell whether it was."""
        return self._stored(lambda base, _: base.pairs.add(left, right)) is not None

    def take_back(self) -> bool:
        """Take the last new term back; tell whether there was one."""
        return self._stored(lambda base, _: base.pairs.take_back()) is not None

    def miss(self, meeting: Meeting, text: str, lang: Lang) -> None:
        """Count a look-up that found nothing, as soon as anything can be kept."""
        if self._meetings is not None:
            self._meetings.miss(meeting.id, text, lang)

    def missed(self, meeting: Meeting) -> "Sequence[str] | None":
        """Return what was looked up in vain and not released; None where that was told."""
        return self._stored(lambda _, kept: kept.missed(meeting.id))

    def release_missed(self, meeting: Meeting) -> int | None:
        """Let the editor see what was looked up in vain, and return how much; None: was told."""
        return self._stored(lambda _, kept: kept.release_missed(meeting.id))

    def add_person(self, meeting: Meeting, person: Person, item: Item | None) -> Meeting | None:
        """Add somebody unplanned to the meeting and the item; return the meeting, if stored."""
        items = (item.id,) if item else ()
        return self._changed(lambda kept: kept.add_person(meeting, person, items))

    def enter(self, meeting: Meeting, person: Person) -> Meeting | None:
        """Keep what was entered about somebody of the meeting; return the meeting, if stored."""
        return self._changed(lambda kept: kept.enter(meeting, person))

    def suggestions(self, meeting: Callable[[], Meeting]) -> "Suggestions":
        """Return the suggestions of the installed packs, held to the term base."""
        from booth_app.translation.glossary_answers import GlossaryAnswers
        from booth_app.translation.suggestions import Suggestions

        if self._termbase is None:
            return Suggestions.opened(self._data.packs)
        answers = GlossaryAnswers(self._termbase, lambda name: meeting().person(name))
        return Suggestions.opened(
            self._data.packs, glossary=answers.exact, terms=answers.terms, people=answers.people
        )

    def _asked(self, ask: "Callable[[Termbase], _T]", otherwise: _T) -> _T:
        """Return what the term base answers; `otherwise` without one, or where a fault is told."""
        if self._termbase is None:
            return otherwise
        from booth_app.termbase import StoreFault

        try:
            return ask(self._termbase)
        except StoreFault as fault:
            self.told.emit(str(fault))
            return otherwise

    def _changed(self, change: "Callable[[Meetings], Meeting]") -> Meeting | None:
        def followed(base: "Termbase", kept: "Meetings") -> Meeting:
            meeting = change(kept)
            base.follow(meeting)
            return meeting

        return self._stored(followed)

    def _stored(self, change: "Callable[[Termbase, Meetings], _T]") -> _T | None:
        from booth_app.termbase import StoreFault

        if self._termbase is None or self._meetings is None:
            self.told.emit(_LATER)
            return None
        try:
            return change(self._termbase, self._meetings)
        except StoreFault as fault:
            self.told.emit(str(fault))
            return None
