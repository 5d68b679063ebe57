"""`booth glossary import`: the concepts of a file, streamed into a glossary of the store."""

import argparse
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Any, Final

from booth_app.commands.arguments import Parser, folder, typed
from booth_app.commands.opening import opened_to_write
from booth_app.commands.output import CommandError, one_line, say, say_json
from booth_app.languages import LANGUAGES
from booth_app.paths import bundled

if TYPE_CHECKING:
    from booth_app.exchange.reading import FileReading
    from booth_app.jobs import Progress
    from booth_app.store.batches import Counts
    from booth_app.termbase import Termbase

_LONGEST_NAME: Final = 100  # characters


def arguments(parser: Parser) -> None:
    """Describe the words after `import`."""
    parser.add_argument(
        "file", type=Path, metavar="FILE", help="a table: concept_id, lang, term, kind; tabs"
    )
    parser.add_argument(
        "--into", type=typed, metavar="NAME", help="the glossary; else it is named after the file"
    )
    parser.add_argument("--json", action="store_true", help="a JSON object")


def run(options: argparse.Namespace) -> int:
    """Import the file and say what became of it; Ctrl+C leaves everything as it was."""
    from booth_app.exchange.reading import FileReading
    from booth_app.exchange.report import FileUnreadable
    from booth_app.jobs import JobCancelled, JobFailed

    reading = FileReading(options.file, _glossary(options))
    with opened_to_write(folder(options)) as termbase:
        try:
            counts, cancelled = _taken_over(termbase, reading), False
        except JobCancelled:
            counts, cancelled = None, True
        except (FileUnreadable, JobFailed) as fault:
            raise CommandError(str(fault)) from fault
    if options.json:
        say_json(_document(reading, counts, cancelled=cancelled))
    else:
        _print(reading, counts)
    return 128 + signal.SIGINT if cancelled else 0


def _glossary(options: argparse.Namespace) -> str:
    """Return the glossary to import into: never one of Booth's own that nobody named."""
    from booth_app.store.additions import BOOTH
    from booth_app.terminology.glossary_folder import glossary_folders

    name = one_line(options.file.stem if options.into is None else options.into).strip()
    if not 0 < len(name) <= _LONGEST_NAME:
        raise CommandError(f"a glossary needs a name of 1 to {_LONGEST_NAME} letters: --into NAME")
    own = {BOOTH, *(path.name for path in glossary_folders(bundled("glossaries")))}
    return f"{name}-2" if options.into is None and name in own else name


def _taken_over(termbase: "Termbase", reading: "FileReading") -> "Counts":
    shown = _Shown()
    documents = reading.documents(shown.progressed)
    taking = termbase.take_over(reading.glossary, documents, note=reading.path.name)
    with _ended_by_ctrl_c(taking.cancel):
        try:
            return taking.run(shown.began)
        finally:
            shown.close()


@contextmanager
def _ended_by_ctrl_c(cancel: Callable[[], None]) -> Iterator[None]:
    def cancelled(_signal: int, _frame: FrameType | None) -> None:
        cancel()

    before = signal.signal(signal.SIGINT, cancelled)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


class _Shown:
    """One line on a terminal's stderr that says how far the work is; elsewhere nothing."""

    def __init__(self) -> None:
        self._seen = sys.stderr is not None and sys.stderr.isatty()
        self._line = ""

    def began(self, step: str) -> None:
        self._show(f"{step} …")

    def progressed(self, progress: "Progress") -> None:
        self._show(f"storing … {100 * progress.done // max(progress.total, 1)} %")

    def close(self) -> None:
        self._show("")

    def _show(self, line: str) -> None:
        if self._seen and line != self._line:
            self._line = line
            print(f"\r\x1b[K{line}", end="", file=sys.stderr, flush=True)


def _document(
    reading: "FileReading", counts: "Counts | None", *, cancelled: bool
) -> dict[str, Any]:
    report = reading.report
    became = {key: getattr(counts, key, 0) for key in ("new", "changed", "same", "conflicts")}
    return {
        "glossary": reading.glossary,
        "concepts": report.concepts,
        "terms": {lang: report.terms[lang] for lang in LANGUAGES},
        "other_languages": dict(report.other_languages),
        **became,
        "problems": [problem._asdict() for problem in report.problems],
        "untold_problems": report.untold,
        "cancelled": cancelled,
    }


def _print(reading: "FileReading", counts: "Counts | None") -> None:
    report = reading.report
    for problem in report.problems:
        say(f"{reading.path}:{problem.line}: {problem.message}")
    if report.untold:
        say(f"… and {report.untold:,} more problems")
    if counts is None:
        say("Cancelled: nothing was changed.")
        return
    terms = ", ".join(f"{lang} {report.terms[lang]:,}" for lang in LANGUAGES)
    say(f"{reading.glossary}: {report.concepts:,} concepts ({terms})")
    say(
        f"{counts.new:,} new, {counts.changed:,} changed, {counts.same:,} same,"
        f" {counts.conflicts:,} left as you changed them"
    )
