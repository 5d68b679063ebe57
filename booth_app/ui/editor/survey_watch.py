"""Keeps the survey of the glossary that is open true, beside the window."""

from functools import partial
from typing import Final, NamedTuple

from PySide6.QtCore import QObject, Signal

from booth_app.editing.survey import Survey
from booth_app.editing.survey_facts import Facts
from booth_app.editing.surveying import News, Surveying
from booth_app.jobs import JobFailed, Progress
from booth_app.termbase import StoreFault
from booth_app.ui.editor.beside import Beside

FAULTS: Final = (StoreFault, JobFailed)
"""What work beside the window tells in a sentence."""


class SurveyWatch(QObject):
    """Has one survey at a time made, and brought up to date each time it is asked to catch up."""

    surveyed = Signal()
    """There is a survey, or it has changed."""
    renewed = Signal(object)
    """The ids of concepts that are no longer what they were."""
    progressed = Signal(int, int)
    """How many concepts are surveyed, of how many."""
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.survey: Survey | None = None
        self._surveying: Surveying | None = None
        self._counting = Beside(FAULTS, self)
        self._counting.answered.connect(self._take)
        self._counting.failed.connect(self.failed)

    def open(self, surveying: Surveying) -> None:
        """Watch another glossary, or the same one with other eyes."""
        if self._surveying is not None:
            self._surveying.stop()
            if self._surveying.glossary != surveying.glossary:
                self.survey = None
        self._surveying = surveying
        self._counting.ask(partial(_opened, surveying, is_first=self.survey is None))

    def catch_up(self) -> None:
        """Bring the survey up to date with all that was stored, by whomever."""
        surveying, survey = self._surveying, self.survey
        if surveying is not None and survey is not None and survey.is_counted:
            newest = surveying.newest()
            self._counting.ask(lambda: _Answer(surveying, surveying.news(survey.seq, newest)))

    def list_new(self, id_: str) -> None:
        """Have a concept listed that was stored while the others are still being counted."""
        survey = self.survey
        if survey is not None and not survey.is_counted and survey.number(id_) is None:
            survey.take({id_: Facts(id_, "", 0, 0)}, survey.seq)
            self.surveyed.emit()

    def leave_out(self, id_: str) -> None:
        """Have the survey without a concept that is no more, before all else about it is known."""
        if self.survey is not None:
            self.survey.take({id_: None}, self.survey.seq)
            self.surveyed.emit()

    def stop(self) -> None:
        """End what is under way; an answer that is on its way still is let pass."""
        if self._surveying is not None:
            self._surveying.stop()
        self._surveying = None
        self._counting.stop()

    def _take(self, answer: object) -> None:
        """Take in what the thread answers, unless another glossary is open by now."""
        assert isinstance(answer, _Answer)
        surveying, given = answer
        if surveying is not self._surveying:
            return
        if given is None:
            self._make(surveying)
        elif isinstance(given, News):
            self._take_news(given)
        else:
            self.survey = given
            self.surveyed.emit()
            if given.is_counted:
                self.catch_up()
            else:
                self._make(surveying)

    def _make(self, surveying: Surveying) -> None:
        """Have the survey made anew; the list stays as it is until then."""
        self._counting.ask(lambda: _Answer(surveying, surveying.made(self._tell)))

    def _take_news(self, news: News) -> None:
        if self.survey is None:
            return
        self.survey.take(news.found, news.seq)
        if news.found:
            self.surveyed.emit()
            self.renewed.emit(list(news.found))

    def _tell(self, progress: Progress) -> None:
        self.progressed.emit(progress.done, progress.total)


class _Answer(NamedTuple):
    """What a survey of some glossary has to say; None: it is better made anew."""

    surveying: Surveying
    given: Survey | News | None


def _opened(surveying: Surveying, *, is_first: bool) -> _Answer:
    """Return the survey as it is kept, else made; of a large glossary at first uncounted."""
    survey = surveying.kept()
    if survey is None:
        show_at_once = is_first and surveying.is_large
        survey = surveying.uncounted() if show_at_once else surveying.made()
    return _Answer(surveying, survey)
