"""The desk behind the editor's window: what is stored, surveyed and looked around for, and how."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final, NamedTuple, TypeVar

from PySide6.QtCore import QObject, Signal

from booth_app.editing.checking import Checking
from booth_app.editing.edits import TYPING, Edits, Step
from booth_app.editing.found import found
from booth_app.editing.inbox import Inbox
from booth_app.editing.remembered import house_style
from booth_app.editing.similar import Similar, similar
from booth_app.editing.survey import Survey
from booth_app.editing.survey_marks import last_version
from booth_app.editing.surveying import Surveying
from booth_app.editing.typed_together import typed_together
from booth_app.languages import Lang
from booth_app.termbase import Change, Hit, StoreFault, Termbase
from booth_app.terminology.concept import Concept, ConceptKey
from booth_app.terminology.house_style import HouseStyle
from booth_app.terminology.problem import Problem
from booth_app.ui.editor.beside import Beside
from booth_app.ui.editor.form_words import title
from booth_app.ui.editor.survey_watch import FAULTS, SurveyWatch

_T = TypeVar("_T")

READ_ONLY: Final = (
    "Nothing can be saved yet: another program is writing, or Booth is still opening."
)


class Around(NamedTuple):
    """What was found around a concept: its problems, others like it, and its changes."""

    concept: Concept
    problems: Sequence[Problem]
    similar: Sequence[Similar]
    changes: Sequence[Change]


class EditingDesk(QObject):
    """Works on one glossary at a time. What cannot be done is told, never raised.

    `languages` are the editor's, the own first.
    """

    surveyed = Signal()
    """There is a survey, or it has changed."""
    renewed = Signal(object)
    """The ids of concepts that are no longer what they were."""
    looked_around = Signal(object)
    """An `Around`."""
    told = Signal(str)
    progressed = Signal(int, int)
    """How many concepts are surveyed, of how many."""

    def __init__(self, termbase: Termbase, languages: Sequence[Lang]) -> None:
        super().__init__()
        self.termbase = termbase
        self.languages = tuple(languages)
        self.glossary = ""
        self.edits = Edits(termbase)
        self._checking = Checking(termbase)
        self._watch, self._looking = self._watches()

    @property
    def survey(self) -> Survey | None:
        """What is known of the glossary's concepts; None before anything is."""
        return self._watch.survey

    @property
    def can_save(self) -> bool:
        """Whether what is typed can be stored."""
        return self.termbase.can_write

    @property
    def glossaries(self) -> list[str]:
        """The names of all glossaries."""
        return self._asked(self.termbase.glossaries, [])

    @property
    def last_version(self) -> str:
        """The version of the glossary's last release; empty where there is none."""
        reader = self.termbase.store.reader
        return self._asked(lambda: last_version(reader, self.glossary), "")

    @property
    def waiting(self) -> int:
        """How much waits from the booth."""
        return self._asked(lambda: Inbox(self.termbase).count(), 0)

    @property
    def person(self) -> str:
        """Who signs what is done here."""
        return self.termbase.store.person

    def take_in(self, termbase: Termbase) -> None:
        """Work with `termbase` from now on, the same one opened for more; the old may be closed."""
        self.stop()
        self.termbase = termbase
        self.edits.move_to(termbase)
        self._checking = Checking(termbase)
        self._watch, self._looking = self._watches()
        if self.glossary:
            self.open(self.glossary)

    def open(self, glossary: str) -> None:
        """Work on `glossary`; its survey comes by itself."""
        self.glossary = glossary
        surveying = Surveying(self.termbase, glossary, self.languages, self._style_of)
        self._watch.open(surveying)

    def stop(self) -> None:
        """End what goes on beside the window."""
        self._watch.stop()
        self._looking.stop()

    def catch_up(self) -> None:
        """Bring the survey up to date with all that was stored, by whomever."""
        self._watch.catch_up()

    def leave_out(self, id_: str) -> None:
        """Have the survey without a concept that is no more, before all else about it is known."""
        self._watch.leave_out(id_)

    def key(self, id_: str) -> ConceptKey:
        """Return the key of a concept of the glossary that is open."""
        return ConceptKey(self.glossary, id_)

    def look_up(self, text: str, limit: int = 10, /) -> Sequence[Hit]:
        """Return at most `limit` answers to `text` of any glossary, best first."""
        return self._asked(
            lambda: self.termbase.look_up(text, limit, prefer=self.languages), list[Hit]()
        )

    def concept(self, key: ConceptKey) -> Concept | None:
        """Return a concept of any glossary; None where there is none."""
        return self._asked(lambda: self.termbase.concept(key), None)

    def called(self, id_: str) -> str:
        """Return what a concept of the glossary is called; empty where there is none."""
        concept = self.concept(self.key(id_))
        return title(concept, self.languages) if concept else ""

    def concepts(self, ids: Sequence[str]) -> dict[str, Concept]:
        """Return those concepts of the glossary that are there."""
        keys = [ConceptKey(self.glossary, id_) for id_ in ids]
        there: dict[ConceptKey, Concept] = self._asked(lambda: self.termbase.concepts(keys), {})
        return {key.id: concept for key, concept in there.items()}

    def find(self, text: str) -> list[str]:
        """Return the ids of the glossary's concepts that `text` finds, the best first."""
        return self._asked(lambda: found(self.termbase, text, self.glossary, self.languages), [])

    def look_around(self, concept: Concept, text: str, lang: Lang) -> None:
        """Have the problems of `concept` found, and what is like `text`, a term of it in `lang`."""
        self._looking.ask(
            partial(_looked_around, self.termbase, self._checking, concept, text, lang)
        )

    def save(self, concept: Concept, says: str = TYPING) -> Concept | None:
        """Store a concept; return it as it is stored, None where why not was told.

        `says` is what undo calls it.
        """
        stored = self._stored(lambda: self.edits.save(concept, says))
        if stored is not None:
            self._watch.list_new(stored.id)
        return stored

    def together(
        self, says: str, does: Callable[[], Concept | None], *keys: ConceptKey
    ) -> Concept | None:
        """Do what changes the concepts `keys`, or makes one; undo calls it `says`."""
        return self._stored(lambda: self.edits.together(says, does, *keys))

    def delete(self, key: ConceptKey) -> bool:
        """Delete a concept; tell whether it was there."""
        return bool(self._stored(lambda: self.edits.delete(key)))

    def approve(self, concept: Concept) -> Concept | None:
        """Approve all terms of `concept`; None where there was none to approve."""
        return self._stored(lambda: self.edits.approve(concept, self.person))

    def undo(self) -> Step | None:
        """Undo the last step; None where there is none."""
        return self._stored(self.edits.undo)

    def redo(self) -> Step | None:
        """Do the last undone step again; None where there is none."""
        return self._stored(self.edits.redo)

    def _style_of(self, glossary: str) -> HouseStyle:
        return house_style(self.termbase, glossary)

    def _watches(self) -> tuple[SurveyWatch, Beside]:
        watch, looking = SurveyWatch(self), Beside(FAULTS, self)
        watch.surveyed.connect(self.surveyed)
        watch.renewed.connect(self.renewed)
        watch.progressed.connect(self.progressed)
        watch.failed.connect(self.told)
        looking.answered.connect(self.looked_around)
        looking.failed.connect(self.told)
        return watch, looking

    def _stored(self, change: Callable[[], _T | None]) -> _T | None:
        if not self.can_save:
            self.told.emit(READ_ONLY)
            return None
        try:
            done = change()
        except StoreFault as fault:
            self.told.emit(str(fault))
            return None
        if done:
            self.catch_up()
        return done

    def _asked(self, ask: Callable[[], _T], otherwise: _T) -> _T:
        try:
            return ask()
        except StoreFault as fault:
            self.told.emit(str(fault))
            return otherwise


def _looked_around(
    termbase: Termbase, checking: Checking, concept: Concept, text: str, lang: Lang
) -> Around:
    like = similar(termbase, concept, text, lang) if text else []
    changes = typed_together(termbase.history(concept.key))
    return Around(concept, checking.of(concept), like, changes)
