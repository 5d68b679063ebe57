"""A release on its way into a booth: what is new in it, term by term, then taken over."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject

from booth_app.editing.opening_release import OpeningRelease
from booth_app.jobs import Progress
from booth_app.ui.editor.choice_page import ChoicePage
from booth_app.ui.editor.desk_work import Counted, Told
from booth_app.ui.editor.editor_window import EditorWindow
from booth_app.ui.editor.release_wording import news_counted, news_lines
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
            return opening, list(news_lines(news, opening.release.gone))

        def done(found: tuple[OpeningRelease, list[str]]) -> None:
            self._opening, lines = found
            release, last = self._opening.release, self._opening.last
            how = f"{news_counted(len(lines), last)} What you added yourself stays."
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
