"""A release on its way into a booth: what is new in it, term by term, then taken over."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject

from booth_app.editing.opening_release import ConceptNews, OpeningRelease
from booth_app.jobs import Progress
from booth_app.terminology.field_words import LANGUAGE_WORDS
from booth_app.terminology.news import News
from booth_app.ui.editor.choice_page import ChoicePage
from booth_app.ui.editor.desk_work import Counted, Told
from booth_app.ui.editor.editor_window import EditorWindow
from booth_app.ui.editor.review_wording import counts_line
from booth_app.ui.editor.working import Working
from booth_app.ui.theme import Look

_MOST_NEWS: Final = 2_000
"""Concepts of a release that are listed."""


class ReleasePages(QObject):
    """Opens release files: their version, what changed since the last one opened here."""

    def __init__(self, window: EditorWindow, working: Working, look: Look) -> None:
        super().__init__(window)
        self._window = window
        self._working = working
        self._opening: OpeningRelease | None = None
        self.page = ChoicePage("Release", {"take": "&Take it over"}, look)
        self.page.closed.connect(window.show_desk)
        self.page.acted.connect(lambda _action, _at: self.take_over())

    def wear(self, look: Look) -> None:
        """Take the look's colours and fonts."""
        self.page.wear(look)

    def open(self, path: Path) -> None:
        """Show what a release would change here, before it is taken over."""
        termbase = self._window.desk.termbase

        def work(told: Told, counted: Counted) -> tuple[OpeningRelease, list[str]]:
            told("checking it …")
            opening = OpeningRelease(termbase, path)
            news = opening.changes(lambda progress: counted(progress.done, progress.total))
            return opening, [news_line(one) for one in news]

        def done(found: tuple[OpeningRelease, list[str]]) -> None:
            self._opening, lines = found
            release, last = self._opening.release, self._opening.last
            how = f"{_news_counted(len(lines), last)} What you added yourself stays."
            heading = f"{release.glossary}, release {release.version}"
            self.page.show_lines(heading, how, lines[:_MOST_NEWS])
            self.page.buttons["take"].setEnabled(True)
            self._window.show_page(self.page)

        self._working.start(f"Reading {path.name}", work, done)

    def take_over(self) -> None:
        """Take over the release that is shown."""
        opening = self._opening
        if opening is None:
            return

        def work(told: Told, counted: Counted) -> str:
            def progressed(progress: Progress) -> None:
                counted(progress.done, progress.total)

            return counts_line(opening.take_over(lambda step: told(f"{step} …"), progressed))

        def done(line: str) -> None:
            self._window.editor.open(opening.glossary)
            self._window.show_desk()
            self._window.tell(f"Release {opening.release.version}: {line}")

        heading = f"Taking over {opening.release.glossary}"
        self._working.start(heading, work, done, opening.cancel)


def _news_counted(count: int, last: str) -> str:
    """Return how many concepts a release changes here, and since when."""
    changes = {0: "no concept changes", 1: "1 concept changes"}.get(
        count, f"{count:,} concepts change"
    )
    if last:
        return f"Since {last}, the last one opened here, {changes}."
    return f"It is the first one opened here: {changes}."


def news_line(one: ConceptNews) -> str:
    """Return what is new in a concept in one line, term by term."""
    named = next((term.text for _, term in one.concept.terms()), one.concept.id)
    return f"{named}: {'; '.join(map(_said, one.news))}"


def _said(news: News) -> str:
    is_term = news.name in (news.before, news.after)
    named = f"{LANGUAGE_WORDS[news.lang]} {news.name}" if is_term and news.lang else news.name
    if news.became != "changed":
        said = f": {news.after}" if news.became == "new" and not is_term else ""
        return f"{named} is {news.became}{said}"
    if news.before == news.after:
        return f"{named}: {', '.join(news.what)}"
    after = "" if is_term else f": {news.after}"
    return f"{named}{after}, was {news.before or 'empty'}"
