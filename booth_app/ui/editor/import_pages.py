"""Files on their way in: chosen, read, mapped, reviewed, applied, taken back."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject

from booth_app.editing import questions
from booth_app.editing.importing import Import, Imported
from booth_app.editing.reviews import Review, Reviews
from booth_app.exchange.reading import FileReading
from booth_app.exchange.release_writing import SUFFIX
from booth_app.jobs import Progress
from booth_app.termbase import Termbase
from booth_app.ui.editor.batch_pages import BatchPages
from booth_app.ui.editor.choice_page import ChoicePage
from booth_app.ui.editor.column_pages import ColumnPages
from booth_app.ui.editor.desk_work import Counted, Told
from booth_app.ui.editor.editor_window import EditorWindow
from booth_app.ui.editor.file_choice import FileChoice
from booth_app.ui.editor.open_reviews import OpenReviews
from booth_app.ui.editor.release_pages import ReleasePages
from booth_app.ui.editor.review_page import ReviewPage
from booth_app.ui.editor.review_wording import comparing, counts_line
from booth_app.ui.editor.working import Working
from booth_app.ui.theme import Look

_FILES: Final = (
    "Glossaries (*.tbx *.xlsx *.xls *.ods *.docx *.csv *.tsv *.txt *.boothglossary *.yaml)"
)
_STILL_OPEN: Final = "; what waits for an answer is kept under Open reviews"
_WITH_COLUMNS: Final = frozenset({"csv", "xlsx", "xls", "ods", "docx"})
"""The formats of tables, whose columns a person can say."""


class ImportPages(QObject):
    """Answers the menu's entries about files that come in."""

    def __init__(
        self, window: EditorWindow, working: Working, files: FileChoice, look: Look
    ) -> None:
        super().__init__(window)
        self._window = window
        self._working = working
        self._files = files
        self._review_page = ReviewPage(look)
        self.reviews = OpenReviews(window, look)
        self.batches = BatchPages(window, working, look)
        self.releases = ReleasePages(window, working, look)
        self._columns = ColumnPages(window, working, look)
        self._read_from: dict[str, Path] = {}
        self._mapped: Review | None = None
        for page in self._pages:
            page.closed.connect(window.show_desk)
        self._columns.mapped.connect(self._read)
        self._connect_review()
        self.reviews.wanted.connect(self.show_review)
        window.answer("import", self.choose_file)
        window.answer("import_folder", self.choose_folder)
        window.answer("reviews", self.reviews.show)

    @property
    def _pages(self) -> tuple[ReviewPage, ChoicePage]:
        return (self._review_page, self.reviews.page)

    @property
    def termbase(self) -> Termbase:
        """The term base that files go into."""
        return self._window.desk.termbase

    def choose_file(self) -> None:
        """Ask which file is to be read."""
        self._files.to_read("Import a glossary", _FILES, self.open_file)

    def choose_folder(self) -> None:
        """Ask which folder of concept files is to be read."""
        self._files.folder_to_read("Import a folder of concept files", self.read)

    def read(self, path: Path, columns: Mapping[str, str] | None = None) -> None:
        """Read a file and show what it holds beside what is stored; nothing is applied yet.

        What columns of its header were said to hold before is taken. Where no column says its
        language, a person is asked.
        """
        self._mapped = None
        if columns is not None:
            self._read(path, columns)
            return
        asked = partial(self._columns.ask, path)
        self._columns.recall(path, lambda said: self._read(path, said, refused=asked))

    def open_file(self, path: Path) -> None:
        """Open a file that was dropped or named: a release with its news, any other as a review."""
        if path.suffix.casefold() == SUFFIX:
            self.releases.open(path)
        else:
            self.read(path)

    def show_review(self, review: Review) -> None:
        """Show a review."""
        self._window.show_page(self._review_page)
        has_columns = review.id in self._read_from and review.format in _WITH_COLUMNS
        self._review_page.show_review(Reviews(self.termbase), review, has_columns=has_columns)

    def decide_group(self, review: Review, decide: Callable[[], object]) -> None:
        """Decide about many rows beside the window, then go on with the review."""

        def work(told: Told, _counted: Counted) -> None:
            told("storing …")
            decide()

        heading = f"Deciding about {review.file}"
        self._working.start(heading, work, lambda _: self.show_review(review))

    def apply(self, review: Review) -> None:
        """Store what is decided in a review, as one batch."""
        reviews = Reviews(self.termbase)
        taking = reviews.apply(review)

        def work(told: Told, _counted: Counted) -> str:
            counts = taking.run(lambda step: told(f"{step} …"))
            is_done = reviews.finish(review)
            return counts_line(counts) + ("" if is_done else _STILL_OPEN)

        def done(line: str) -> None:
            self._window.show_desk()
            self._window.tell(f"{review.file}: {line}")

        self._working.start(f"Storing {review.file}", work, done, taking.cancel)

    def wear(self, look: Look) -> None:
        """Take the look's colours and fonts."""
        self.releases.wear(look)
        for part in (*self._pages, self._columns, self.batches):
            part.wear(look)

    def stop(self) -> None:
        """End what goes on beside the window."""
        self._review_page.stop()

    def choose_questions(self, review: Review) -> None:
        """Ask where the questions of a review are to go."""
        name = f"{Path(review.file).stem}-questions.xlsx"
        send = partial(self.send_questions, review)
        self._files.to_write("Questions for a colleague", name, send)

    def send_questions(self, review: Review, path: Path) -> None:
        """Write the parked rows of a review as a workbook for a colleague."""
        termbase = self.termbase

        def work(told: Told, _counted: Counted) -> int:
            told("writing …")
            return questions.send(termbase, review, path)

        def done(count: int) -> None:
            self.show_review(review)
            noun = "concept" if count == 1 else "concepts"
            self._window.tell(f"{path} was written: {count:,} {noun} to be asked about.")

        self._working.start("Writing the questions", work, done)

    def choose_answers(self, review: Review) -> None:
        """Ask which workbook came back."""
        read = partial(self.read_answers, review)
        self._files.to_read("Answers of a colleague", "Workbooks (*.xlsx)", read)

    def read_answers(self, review: Review, path: Path) -> None:
        """Show what a colleague answered as a review; what came back waits no more in `review`."""
        termbase = self.termbase
        import_ = Import(termbase, FileReading(path), into=review.glossary)

        def work(told: Told, counted: Counted) -> Imported:
            def progressed(progress: Progress) -> None:
                counted(progress.done, progress.total)

            return questions.receive(
                termbase, review, import_, lambda step: told(comparing(step)), progressed
            )

        self._working.start(f"Reading {path.name}", work, self._show_imported, import_.cancel)

    def _connect_review(self) -> None:
        page = self._review_page
        page.apply_wanted.connect(self.apply)
        page.parked_wanted.connect(self.choose_questions)
        page.answers_wanted.connect(self.choose_answers)
        page.group_meant.connect(self.decide_group)
        page.columns_wanted.connect(self.ask_columns)
        page.told.connect(self._window.tell)

    def ask_columns(self, review: Review) -> None:
        """Ask what the columns of a review's file hold; what they do is another review then."""
        self._mapped = review
        path = self._read_from[review.id]
        self._columns.ask(path, f"{path.name} has no table any more.")

    def _read(
        self,
        path: Path,
        columns: Mapping[str, str],
        refused: Callable[[str], object] | None = None,
    ) -> None:
        import_ = Import(self.termbase, FileReading(path, columns), into=self._into(path))

        def work(told: Told, counted: Counted) -> Imported:
            def progressed(progress: Progress) -> None:
                counted(progress.done, progress.total)

            return import_.preview(lambda step: told(comparing(step)), progressed)

        def done(imported: Imported) -> None:
            self._end_mapped()
            self._read_from[imported.review] = path
            self._show_imported(imported)

        self._working.start(f"Reading {path.name}", work, done, import_.cancel, refused)

    def _into(self, path: Path) -> str:
        """Return the glossary a file goes into: the open one, unless it always names its own."""
        names_it = path.suffix.casefold() == SUFFIX or path.is_dir()
        return "" if names_it else self._window.desk.glossary

    def _end_mapped(self) -> None:
        """End the review in place of which another one was read from the same file."""
        mapped, self._mapped = self._mapped, None
        if mapped is not None:
            Reviews(self.termbase).end(mapped)

    def _show_imported(self, imported: Imported) -> None:
        """Show the review of a file; where it says nothing new, only tell that."""
        reviews, counts = Reviews(self.termbase), imported.counts
        found = (one for one in reviews.open_ones() if one.id == imported.review)
        review = next(found, None)
        has_news = counts.new or counts.changed or counts.conflicts or imported.report.problems
        if review is not None and has_news:
            self.show_review(review)
            return
        if review is not None:
            reviews.end(review)
        self._window.show_desk()
        self._window.tell(f"Nothing new: {counts_line(counts)}")
