"""Files on their way in: chosen, read, mapped, reviewed, applied, taken back."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from booth_app.editing import questions, remembered
from booth_app.editing.importing import Import, Imported
from booth_app.editing.reviews import Review, Reviews
from booth_app.editing.taking_back import StoredBatch, TakingBack
from booth_app.exchange.reading import FileReading
from booth_app.exchange.release_writing import SUFFIX
from booth_app.exchange.table_columns import TableColumns, columns_of
from booth_app.jobs import Progress
from booth_app.termbase import Termbase
from booth_app.ui.editor.choice_page import ChoicePage
from booth_app.ui.editor.column_mapper import ColumnMapper
from booth_app.ui.editor.desk_work import Counted, Told
from booth_app.ui.editor.editor_window import EditorWindow
from booth_app.ui.editor.history_wording import moment
from booth_app.ui.editor.release_pages import ReleasePages
from booth_app.ui.editor.review_page import ReviewPage
from booth_app.ui.editor.review_wording import counts_line
from booth_app.ui.editor.working import Working
from booth_app.ui.theme import Look

_FILES: Final = (
    "Glossaries (*.tbx *.xlsx *.xls *.ods *.docx *.csv *.tsv *.txt *.boothglossary *.yaml)"
)


class ImportPages(QObject):
    """Answers the menu's entries about files that come in."""

    def __init__(self, window: EditorWindow, working: Working, look: Look) -> None:
        super().__init__(window)
        self._window = window
        self._working = working
        self._look = look
        self._review_page: ReviewPage | None = None
        self._reviews_page = ChoicePage("Open reviews", {"open": "&Go on", "end": "&End it"}, look)
        self._batches_page = ChoicePage("Imports", {"back": "&Take it back"}, look)
        self.releases = ReleasePages(window, working, look)
        self._mapper = ColumnMapper(look)
        self._to_map: tuple[Path, TableColumns] | None = None
        self._listed: Sequence[Review] = ()
        self._batches: Sequence[StoredBatch] = ()
        for page in (self._reviews_page, self._batches_page, self._mapper):
            page.closed.connect(window.show_desk)
        self._mapper.mapped.connect(self._read_as_mapped)
        self._reviews_page.acted.connect(self._with_review)
        self._batches_page.acted.connect(lambda _action, at: self.take_back(self._batches[at].id))
        window.answer("import", self.choose_file)
        window.answer("reviews", self.show_reviews)
        window.answer("take_back", self.show_batches)
        window.batch_taken_back.connect(self.take_back)

    @property
    def termbase(self) -> Termbase:
        """The term base that files go into."""
        return self._window.desk.termbase

    def choose_file(self) -> None:
        """Ask which file is to be read."""
        dialog = QFileDialog(self._window, "Import a glossary", "", f"{_FILES};;All files (*)")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.open_file(Path(name)))
        dialog.open()

    def read(self, path: Path, columns: Mapping[str, str] | None = None) -> None:
        """Read a file and show what it holds beside what is stored; nothing is applied yet.

        Where no column says its language, what columns of that header were said to be before is
        taken, else a person is asked.
        """
        reading = FileReading(path, columns)
        import_ = Import(self.termbase, reading, into=self._into(path))

        def work(told: Told, counted: Counted) -> Imported:
            def progressed(progress: Progress) -> None:
                counted(progress.done, progress.total)

            return import_.preview(lambda step: told(f"{step} …"), progressed)

        def refused(sentence: str) -> None:
            self._look_for_columns(path, sentence)

        self._working.start(
            f"Reading {path.name}",
            work,
            self._show_imported,
            import_.cancel,
            refused if columns is None else None,
        )

    def open_file(self, path: Path) -> None:
        """Open a file that was dropped or named: a release with its news, any other as a review."""
        if path.suffix.casefold() == SUFFIX:
            self.releases.open(path)
        else:
            self.read(path)

    def show_reviews(self) -> None:
        """List the reviews that are not done with."""
        self._listed = Reviews(self.termbase).open_ones()
        lines = [
            f"{one.file} into {one.glossary} · {moment(one.at)} · {one.person}"
            for one in self._listed
        ]
        how = "Nothing waits." if not lines else "Decisions were kept; go on where you left."
        self._reviews_page.show_lines("Open reviews", how, lines)
        self._window.show_page(self._reviews_page)

    def show_review(self, review: Review) -> None:
        """Show a review."""
        reviews = Reviews(self.termbase)
        page = ReviewPage(self._look, reviews)
        page.closed.connect(self._window.show_desk)
        page.apply_wanted.connect(self.apply)
        page.parked_wanted.connect(self.choose_questions)
        page.answers_wanted.connect(self.choose_answers)
        page.group_meant.connect(self.decide_group)
        if self._review_page is not None:
            self._window.view.pages.removeWidget(self._review_page)
            self._review_page.deleteLater()
        self._review_page = page
        page.show_review(review)
        self._window.show_page(page)

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
            reviews.finish(review)
            return counts_line(counts)

        def done(line: str) -> None:
            self._window.show_desk()
            self._window.tell(f"{review.file}: {line}")

        self._working.start(f"Storing {review.file}", work, done, taking.cancel)

    def show_batches(self) -> None:
        """List what changed the glossary, the newest first."""
        glossary = self._window.desk.glossary
        found = TakingBack(self.termbase).batches(glossary)
        self._batches = [one for one in found if one.origin in ("import", "release", "merge")]
        lines = [_batch_line(one) for one in self._batches]
        how = "What was changed since stays." if lines else "No file was imported here."
        self._batches_page.show_lines(f"Imports into {glossary}", how, lines)
        self._window.show_page(self._batches_page)

    def take_back(self, batch: str) -> None:
        """Take a whole batch back."""
        taking = TakingBack(self.termbase).of_batch(self._window.desk.glossary, batch)

        def work(told: Told, _counted: Counted) -> str:
            return counts_line(taking.run(lambda step: told(f"{step} …")))

        def done(line: str) -> None:
            self._window.show_desk()
            self._window.tell(f"Taken back: {line}")

        self._working.start("Taking an import back", work, done, taking.cancel)

    def wear(self, look: Look) -> None:
        """Take the look's colours and fonts."""
        self._look = look
        self.releases.wear(look)
        for page in (self._reviews_page, self._batches_page, self._mapper, self._review_page):
            if page is not None:
                page.wear(look)

    def choose_questions(self, review: Review) -> None:
        """Ask where the questions of a review are to go."""
        dialog = QFileDialog(self._window, "Questions for a colleague")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(f"{Path(review.file).stem}-questions.xlsx")
        dialog.fileSelected.connect(lambda name: self.send_questions(review, Path(name)))
        dialog.open()

    def send_questions(self, review: Review, path: Path) -> None:
        """Write the parked rows of a review as a workbook for a colleague."""
        termbase = self.termbase

        def work(told: Told, _counted: Counted) -> int:
            told("writing …")
            return questions.send(termbase, review, path)

        def done(count: int) -> None:
            self.show_review(review)
            self._window.tell(f"{path} was written: {count:,} concepts to be asked about.")

        self._working.start("Writing the questions", work, done)

    def choose_answers(self, review: Review) -> None:
        """Ask which workbook came back."""
        dialog = QFileDialog(self._window, "Answers of a colleague", "", "Workbooks (*.xlsx)")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.read_answers(review, Path(name)))
        dialog.open()

    def read_answers(self, review: Review, path: Path) -> None:
        """Show what a colleague answered as a review; what came back waits no more in `review`."""
        termbase = self.termbase
        import_ = Import(termbase, FileReading(path), into=review.glossary)

        def work(told: Told, counted: Counted) -> Imported:
            def progressed(progress: Progress) -> None:
                counted(progress.done, progress.total)

            def began(step: str) -> None:
                told(f"{step} …")

            return questions.receive(termbase, review, import_, began, progressed)

        self._working.start(f"Reading {path.name}", work, self._show_imported, import_.cancel)

    def _into(self, path: Path) -> str:
        """Return the glossary a file goes into: the open one, unless it is a release of another."""
        return "" if path.suffix.casefold() == SUFFIX else self._window.desk.glossary

    def _look_for_columns(self, path: Path, refused: str) -> None:
        """Ask what the columns of a refused file hold; tell why it was where it has none."""

        def done(table: TableColumns | None) -> None:
            if table is None:
                self._window.show_desk()
                self._window.tell(refused)
            elif said := remembered.columns(self.termbase, table.key):
                self.read(path, said)
            else:
                self._to_map = (path, table)
                self._mapper.show_columns(table.columns, table.rows)
                self._window.show_page(self._mapper)
                self._window.tell(refused)

        def work(told: Told, _counted: Counted) -> TableColumns | None:
            told("looking at its columns …")
            return columns_of(path)

        self._working.start(f"Reading {path.name}", work, done)

    def _read_as_mapped(self, said: dict[str, str]) -> None:
        if self._to_map is not None:
            path, table = self._to_map
            remembered.keep_columns(self.termbase, table.key, said)
            self.read(path, said)

    def _show_imported(self, imported: Imported) -> None:
        if imported.review:
            found = (one for one in Reviews(self.termbase).open_ones() if one.id == imported.review)
            if (review := next(found, None)) is not None:
                self.show_review(review)
                return
        self._window.show_desk()
        self._window.tell(f"Nothing new: {counts_line(imported.counts)}")

    def _with_review(self, action: str, at: int) -> None:
        review = self._listed[at]
        if action == "open":
            self.show_review(review)
        else:
            Reviews(self.termbase).end(review)
            self.show_reviews()


def _batch_line(one: StoredBatch) -> str:
    back = " · taken back" if one.taken_back else ""
    signed = f"{one.note or one.origin} · {moment(one.at)} · {one.person}"
    return f"{signed} · {one.concepts:,} concepts{back}"
