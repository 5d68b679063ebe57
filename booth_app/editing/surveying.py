"""Makes the survey of a stored glossary, and keeps it true: at each save only what it touched."""

import contextlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from booth_app.editing.checking import Checking
from booth_app.editing.similar import sharing_terms
from booth_app.editing.survey import Survey
from booth_app.editing.survey_facts import Facts, facts
from booth_app.editing.survey_file import Standing, file_of, keep, kept
from booth_app.editing.survey_making import surveyed, surveyed_away
from booth_app.editing.survey_marks import Marks, last_release, marks
from booth_app.jobs import Job, JobFailed, Limits, Progress
from booth_app.languages import Lang
from booth_app.store.documents import concept_of
from booth_app.store.reading import HIDDEN, SHOWN, all_documents
from booth_app.terminology.concept import Concept, ConceptKey
from booth_app.terminology.house_style import NO_STYLE, HouseStyle

if TYPE_CHECKING:
    from booth_app.termbase import Termbase

SMALL: Final = 1_500
"""Concepts that are surveyed in less time than a process apart takes to begin."""
FEW: Final = 300
"""Changed concepts up to which a survey is brought up to date, not made anew."""
_ROWS: Final = 5_000
"""Changes of them up to which that is so: a term that is typed makes some."""
_WORTH: Final = 100
"""Concepts from which on what was brought up to date is kept for the next time."""

_LIMITS: Final = Limits(memory=3 << 30, cpu=900)


class News(NamedTuple):
    """What is known now of the concepts that something touched; true of change `seq`."""

    found: Mapping[str, Facts | None]
    seq: int


class Surveying:
    """Surveys one glossary of a term base for an editor.

    `languages` are the editor's, the own first. Everything here may be called from any thread and
    belongs in a worker's: it takes from milliseconds to a minute.
    """

    def __init__(
        self,
        termbase: "Termbase",
        glossary: str,
        languages: Sequence[Lang],
        style_of: Callable[[str], HouseStyle] = lambda _: NO_STYLE,
    ) -> None:
        self.glossary = glossary
        self._termbase = termbase
        self._reader = termbase.store.reader
        self._languages = tuple(languages)
        self._style_of = style_of
        self._checking = Checking(termbase, style_of)
        self._file = file_of(termbase.store.data.cache, glossary)
        self._job: Job[object] | None = None
        self._stopped = False
        self._seen = self._seen_now()
        self._newest = self.newest()

    def kept(self) -> Survey | None:
        """Return the survey of the last time, brought up to date; None: it is to be made anew."""
        self._seen = self._seen_now()
        found = kept(self._file)
        if found is None or found[0] != self._standing(found[0].seq):
            return None
        survey = found[1]
        news = self.news(survey.seq, self._newest)
        if news is None:
            return None
        survey.take(news.found, news.seq)
        if len(news.found) >= _WORTH:
            with contextlib.suppress(OSError):
                keep(self._file, survey.packed(), self._standing(news.seq))
        return survey

    def uncounted(self) -> Survey:
        """Return which concepts there are, in the order they were stored."""
        seq = self._reader.last_change()
        return Survey.uncounted(self._ids(), seq)

    @property
    def is_large(self) -> bool:
        """Whether it takes so long that the list is shown uncounted until it is made."""
        [(count,)] = self._reader.rows(
            "SELECT count(*) FROM concept WHERE glossary = ?", (self.glossary,)
        )
        return int(count) > SMALL

    def made(self, progressed: Callable[[Progress], None] = lambda _: None) -> Survey:
        """Return the survey made anew: of a large glossary in a child process.

        Raises JobFailed, JobCancelled after `stop`, StoreFault.
        """
        self._seen = self._seen_now()
        standing = self._standing(self._reader.last_change())
        work = (self._reader.path, self._file, standing, self._languages, self._style)
        if not self.is_large:
            columns = surveyed(*work)
            return Survey(columns, standing.seq)
        self._job = Job(surveyed_away, *work, limits=_LIMITS)
        if self._stopped:
            self._job.cancel()
        for _ in self._job.pieces(progressed):
            pass
        found = kept(self._file)
        if found is None:
            raise JobFailed(f"The survey of {self.glossary} could not be kept in {self._file}.")
        return found[1]

    @property
    def _style(self) -> HouseStyle:
        return self._style_of(self.glossary)

    def stop(self) -> None:
        """End the child, from any thread."""
        self._stopped = True
        if self._job is not None:
            self._job.cancel()

    def newest(self) -> int:
        """Return the number of the newest change, to be asked where changes are made.

        In that thread alone all up to it are sure to be found by a look-up, too.
        """
        return self._reader.last_change()

    def news(self, seq: int, newest: int) -> News | None:
        """Return what is known now of all that changes after number `seq` up to `newest` touched.

        None where the survey is better made anew: that is much, or it is seen with other eyes,
        after a release or with another house style.
        """
        if self._seen_now() != self._seen:
            return None
        states = self._states(seq, newest)
        if states is None:
            return None
        now = {id_: self._concept(id_) for id_ in states}
        # Of every state in between, too: what was asked last may have met any of them.
        all_states = (*(state for each in states.values() for state in each), *now.values())
        touched = {*states, *self._beside(all_states)}
        for id_, each in states.items():
            if len({state is None for state in (*each, now[id_])}) > 1:  # it came, or went
                touched.update(self._related_to(id_))
        if len(touched) > 2 * FEW:
            return None
        marked = marks(self._reader, self.glossary, touched)
        return News({id_: self._facts(id_, marked) for id_ in touched}, newest)

    def _facts(self, id_: str, marked: Marks) -> Facts | None:
        concept = self._concept(id_)
        if concept is None:
            return None
        return facts(
            concept,
            self._checking.of(concept),
            self._languages,
            from_booth=id_ in marked.from_booth,
            is_changed=id_ in marked.changed,
        )

    def _concept(self, id_: str) -> Concept | None:
        return self._termbase.concept(ConceptKey(self.glossary, id_))

    def _states(self, seq: int, newest: int) -> dict[str, list[Concept | None]] | None:
        """Return the concepts that changed after `seq` up to `newest`, in the states before that.

        None where there are too many.
        """
        rows = self._reader.rows(
            "SELECT concept, before FROM change WHERE glossary = ? AND seq > ? AND seq <= ?"
            f" AND batch NOT IN ({HIDDEN}) ORDER BY seq LIMIT {_ROWS + 1}",
            (self.glossary, seq, newest),
        )
        if len(rows) > _ROWS or len({id_ for id_, _ in rows}) > FEW:
            return None
        states: dict[str, list[Concept | None]] = {}
        for id_, text in rows:
            state = concept_of(self.glossary, text) if text else None
            states.setdefault(id_, []).append(state)
        return states

    def _beside(self, states: Iterable[Concept | None]) -> Iterator[str]:
        """Yield the concepts of the glossary that share a term with one of these states."""
        for state in states:
            if state is not None:
                for other, _, _ in sharing_terms(self._termbase, state):
                    if other.glossary == self.glossary:
                        yield other.id

    def _related_to(self, id_: str) -> Iterator[str]:
        for row in all_documents(self._reader.path, holding=id_):
            if row.glossary == self.glossary:
                concept = concept_of(row.glossary, row.document)
                if any(relation.to == id_ for relation in concept.related):
                    yield row.id

    def _ids(self) -> list[str]:
        rows = self._reader.rows(
            f"SELECT id FROM concept WHERE glossary = ? AND {SHOWN} IS NOT NULL ORDER BY pk",
            (self.glossary,),
        )
        return [id_ for (id_,) in rows]

    def _standing(self, seq: int) -> Standing:
        found = self._reader.rows("SELECT operation FROM change WHERE seq = ?", (seq,))
        operation = str(found[0][0]) if found else ""
        return Standing(self._reader.identity(), self.glossary, seq, operation, self._seen)

    def _seen_now(self) -> str:
        """Return what the survey depends on beside the concepts."""
        release = last_release(self._reader, self.glossary)
        return repr((self._languages, self._style, release))
