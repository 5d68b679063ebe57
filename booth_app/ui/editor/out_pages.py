"""Glossaries on their way out: exported, printed, released; what that leaves out is told before."""

from datetime import datetime
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer

from booth_app.editing.exporting import Format, export, losses
from booth_app.editing.release_counts import ReleaseCounts
from booth_app.editing.releasing import Released, Releasing
from booth_app.exchange.printed_rows import PrintedRows
from booth_app.termbase import Termbase
from booth_app.ui.editor.asking_page import AskingPage
from booth_app.ui.editor.concepts_out import ConceptsOut
from booth_app.ui.editor.desk_work import Counted, Told
from booth_app.ui.editor.editor_window import EditorWindow
from booth_app.ui.editor.file_choice import FileChoice
from booth_app.ui.editor.release_wording import counts_lines
from booth_app.ui.editor.working import Working
from booth_app.ui.printing import write_pdf
from booth_app.ui.theme import Look

_FORMATS: Final = (
    ("TBX-Basic, for other term bases", "tbx"),
    ("Workbook, comes back without loss", "xlsx"),
    ("CSV, a term a row", "csv"),
    ("Booth sheet, languages side by side", "sheet"),
)
_SUFFIXES: Final = {"tbx": ".tbx", "xlsx": ".xlsx", "csv": ".csv", "sheet": "-sheet.xlsx"}
_REST: Final = 300
"""Milliseconds that a format stays chosen before it is looked at what that costs."""


class OutPages(QObject):
    """Answers the menu's entries about files that go out."""

    def __init__(
        self, window: EditorWindow, working: Working, files: FileChoice, look: Look
    ) -> None:
        super().__init__(window)
        self._window = window
        self._working = working
        self._files = files
        asked = {"format": ("&Format", _FORMATS)}
        self._export_page = AskingPage("Export", asked, {}, "&Export…", look)
        held = {"approved": "A&pproved terms only"}
        self._publish_page = AskingPage("Publish", {}, held, "Publish &now", look)
        for page in (self._export_page, self._publish_page):
            page.closed.connect(window.show_desk)
        self._export_page.changed.connect(self._wait_for_choice)
        self._chosen = QTimer(self, singleShot=True, interval=_REST)
        self._chosen.timeout.connect(self._tell_losses)
        self._export_page.accepted.connect(self._choose_export)
        self._export_page.closed.connect(self._chosen.stop)
        self._publish_page.changed.connect(self._count)
        self._publish_page.accepted.connect(self.publish)
        window.answer("export", self.show_export)
        window.answer("print", self.choose_sheet)
        window.answer("publish", self.show_publish)

    @property
    def termbase(self) -> Termbase:
        """The term base whose glossary goes out."""
        return self._window.desk.termbase

    @property
    def glossary(self) -> str:
        """The glossary that goes out."""
        return self._window.desk.glossary

    def show_export(self) -> None:
        """Ask in which format, and say what it cannot hold."""
        self._export_page.show_heading(f"Export {self.glossary}")
        self._window.show_page(self._export_page)
        self._tell_losses()

    def export(self, path: Path) -> None:
        """Write the glossary to `path` in the format that is chosen."""
        format_, glossary, concepts = self._format, self.glossary, self._concepts()

        def work(told: Told, counted: Counted) -> str:
            told("writing …")
            export(path, format_, glossary, concepts.read(counted), concepts.check)
            return f"{path} was written."

        self._working.start(f"Exporting {glossary}", work, self._tell, concepts.stop)

    def choose_sheet(self) -> None:
        """Ask where the sheet to print is to go."""
        self._files.to_write("Booth sheet", f"{self.glossary}.pdf", self.print_sheet)

    def print_sheet(self, path: Path) -> None:
        """Write the booth sheet as a PDF."""
        glossary, concepts = self.glossary, self._concepts()
        languages = self._window.desk.languages

        def work(told: Told, counted: Counted) -> str:
            told("reading …")
            rows = PrintedRows.of((each for each, _ in concepts.read(counted)), languages)
            told("printing …")
            today = datetime.now().astimezone().date()
            pages = write_pdf(rows, glossary, today, path, concepts.counted(counted))
            return f"{path} was written: {pages:,} {'page' if pages == 1 else 'pages'}."

        self._working.start(f"Printing {glossary}", work, self._tell, concepts.stop)

    def show_publish(self) -> None:
        """Show what a release would take along, before anything is written."""
        self._publish_page.show_heading(f"Publish {self.glossary}")
        self._count()

    def publish(self) -> None:
        """Write the release."""
        releasing, total = self._releasing(), self._total

        def work(told: Told, counted: Counted) -> Released:
            told("writing …")
            now = datetime.now().astimezone()
            return releasing.write(now, progressed=lambda done: counted(done, total))

        def done(released: Released) -> None:
            self._window.editor.show_released()
            self._tell(f"Published: {released.file}")

        self._working.start(f"Publishing {self.glossary}", work, done, releasing.cancel)

    def wear(self, look: Look) -> None:
        """Take the look's colours and fonts."""
        for page in (self._export_page, self._publish_page):
            page.wear(look)

    @property
    def _format(self) -> Format:
        chosen = self._export_page.chosen("format")
        return next(name for name in ("tbx", "xlsx", "csv", "sheet") if name == chosen)

    def _wait_for_choice(self) -> None:
        """Look at what is lost once the keyboard rests; who walks along the formats is let by."""
        self._export_page.button.setEnabled(False)  # what is lost is told before
        self._export_page.tell("…")
        self._chosen.start()

    def _tell_losses(self) -> None:
        format_, concepts = self._format, self._concepts()

        def work(told: Told, counted: Counted) -> tuple[str, ...]:
            told("looking …")
            return losses(format_, (each for each, _ in concepts.read(counted)))

        def done(lost: tuple[str, ...]) -> None:
            self._export_page.tell(*(lost or ("Nothing is lost in this format.",)))
            self._export_page.button.setEnabled(True)
            self._window.show_page(self._export_page)

        self._working.start(f"Looking at {self.glossary}", work, done, concepts.stop)

    def _concepts(self) -> ConceptsOut:
        return ConceptsOut(self.termbase, self.glossary, self._total)

    @property
    def _total(self) -> int:
        """How many concepts there are; 0 while nobody knows."""
        survey = self._window.desk.survey
        return 0 if survey is None else len(survey)

    def _choose_export(self) -> None:
        name = f"{self.glossary}{_SUFFIXES[self._format]}"
        self._files.to_write("Export", name, self.export)

    def _releasing(self) -> Releasing:
        only = self._publish_page.is_on("approved")
        return Releasing(self.termbase, self.glossary, approved_only=only)

    def _count(self) -> None:
        releasing, total = self._releasing(), self._total

        def work(told: Told, counted: Counted) -> ReleaseCounts:
            told("counting …")
            return releasing.counts(lambda done: counted(done, total))

        def done(counts: ReleaseCounts) -> None:
            self._publish_page.tell(*counts_lines(counts))
            self._publish_page.button.setEnabled(counts.concepts > 0)
            self._window.show_page(self._publish_page)

        self._working.start(f"Counting {self.glossary}", work, done, releasing.cancel)

    def _tell(self, sentence: str) -> None:
        self._window.show_desk()
        self._window.tell(sentence)
