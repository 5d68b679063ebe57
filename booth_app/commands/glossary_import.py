"""`booth glossary import`: the concepts of a file, streamed into a glossary of the store."""

import argparse
import signal
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Any, Final

from booth_app.commands.arguments import Parser, folder, typed
from booth_app.commands.opening import opened_to_write
from booth_app.commands.output import CommandError, one_line, say, say_json
from booth_app.commands.progress_line import ProgressLine
from booth_app.languages import LANGUAGES
from booth_app.paths import DataFolder
from booth_app.terminology.counted import counted

if TYPE_CHECKING:
    from booth_app.editing.importing import Imported
    from booth_app.exchange.reading import FileReading
    from booth_app.store.reading import Reader

_LONGEST_NAME: Final = 100  # characters


def arguments(parser: Parser) -> None:
    """Describe the words after `import`."""
    parser.add_argument(
        "file",
        type=Path,
        metavar="FILE",
        help="TBX, XLSX, ODS, XLS, DOCX, CSV, TSV, a release, or a folder of YAML",
    )
    parser.add_argument(
        "--into",
        type=typed,
        metavar="NAME",
        help="the glossary; else the one the file names, else one named after the file",
    )
    parser.add_argument(
        "--map",
        type=typed,
        default="",
        metavar="COLUMN=LANG,…",
        help="what columns are, by their header or by their number from 1: Terme=fr,3=ar",
    )
    parser.add_argument("--dry-run", action="store_true", help="only say what it would come to")
    parser.add_argument("--json", action="store_true", help="a JSON object")


def run(options: argparse.Namespace) -> int:
    """Import the file and say what became of it; return the exit status.

    Ctrl+C leaves everything as it was. Raises CommandError where the file cannot be read.
    """
    from booth_app.editing.importing import FileUnreadable, JobCancelled, JobFailed
    from booth_app.exchange.reading import FileReading

    into, columns = _into(options), _columns(options.map)
    reading, imported = FileReading(options.file, columns), None
    work = _looked_at if options.dry_run else _taken_over
    try:
        imported = work(folder(options), reading, into)
    except JobCancelled:
        pass
    except (FileUnreadable, JobFailed) as fault:
        raise CommandError(str(fault)) from fault
    if options.json:
        say_json(_document(reading, imported))
    else:
        _print(reading, imported, only_looked_at=options.dry_run)
    return 128 + signal.SIGINT if imported is None else 0


def _into(options: argparse.Namespace) -> str:
    """Return the glossary that is named, empty where none is."""
    if options.into is None:
        return ""
    name = one_line(options.into).strip()
    if not 0 < len(name) <= _LONGEST_NAME:
        raise CommandError(f"a glossary needs a name of 1 to {_LONGEST_NAME} letters: --into NAME")
    return name


def _columns(named: str) -> Mapping[str, str]:
    """Return what `--map` says of columns."""
    columns: dict[str, str] = {}
    begun = ""
    for piece in named.split(","):
        each = f"{begun},{piece}" if begun else piece
        begun = each if "=" not in each and each.strip() else ""  # a header may have a comma
        if begun or not each.strip():
            continue
        column, _, part = (word.strip() for word in each.rpartition("="))
        column = column[1:-1] if len(column) > 1 and column[0] == column[-1] == '"' else column
        if not (column and part):
            raise CommandError(f"--map names columns as in Terme=fr,3=ar; {each!r} does not")
        if columns.setdefault(column, part) != part:
            raise CommandError(f"--map says two things of {column!r}: say one")
    if begun:
        raise CommandError(f"--map names columns as in Terme=fr,3=ar; {begun!r} does not")
    return columns


def _taken_over(data: DataFolder, reading: "FileReading", into: str) -> "Imported":
    from booth_app.editing.importing import Import

    shown = ProgressLine()
    with opened_to_write(data) as termbase:
        taking = Import(termbase, reading, into=into)
        with _ended_by_ctrl_c(taking.cancel):
            try:
                return taking.apply_at_once(shown.began, shown.progressed)
            finally:
                shown.clear()


def _looked_at(data: DataFolder, reading: "FileReading", into: str) -> "Imported":
    """Return what an import would come to; where nothing is stored yet, in a passing folder."""
    from booth_app.editing.importing import dry_run

    shown = ProgressLine("looking")
    with _to_look_at(data) as looked_at, _ended_by_ctrl_c(reading.cancel):
        try:
            return dry_run(looked_at, reading, into, shown.progressed)
        finally:
            shown.clear()


@contextmanager
def _ended_by_ctrl_c(cancel: Callable[[], None]) -> Iterator[None]:
    def cancelled(_signal: int, _frame: FrameType | None) -> None:
        cancel()

    before = signal.signal(signal.SIGINT, cancelled)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


@contextmanager
def _to_look_at(data: DataFolder) -> "Iterator[Reader]":
    """Give what is stored to be read, and write nothing beside it.

    Before a first start that is what a first start would store. Raises CommandError.
    """
    from booth_app.store.faults import StoreFault
    from booth_app.store.opening import State, state
    from booth_app.store.reading import Reader
    from booth_app.store.traces import without_trace

    try:
        with without_trace(data.database):
            is_missing = state(data.database) is State.MISSING
        if is_missing:
            with (
                tempfile.TemporaryDirectory(prefix="booth-") as passing,
                opened_to_write(DataFolder(Path(passing))) as termbase,
            ):
                yield termbase.store.reader
        else:
            with without_trace(data.database), closing(Reader(data.database)) as reader:
                yield reader
    except StoreFault as fault:
        raise CommandError(str(fault)) from fault


def _document(reading: "FileReading", imported: "Imported | None") -> dict[str, Any]:
    report = reading.report
    counts = imported.counts if imported else None
    became = {key: getattr(counts, key, 0) for key in ("new", "changed", "same", "conflicts")}
    return {
        "glossary": imported.glossary if imported else "",
        "concepts": report.concepts,
        "terms": {lang: report.terms[lang] for lang in LANGUAGES},
        "other_languages": dict(report.other_languages),
        **became,
        "problems": [problem._asdict() for problem in report.problems],
        "untold_problems": report.untold,
        "cancelled": imported is None,
    }


def _print(reading: "FileReading", imported: "Imported | None", *, only_looked_at: bool) -> None:
    report = reading.report
    for problem in report.problems:
        say(f"{reading.path}:{problem.line}: {problem.message}")
    if report.untold:
        say(f"… and {counted(report.untold, 'more problem')}")
    if imported is None:
        say("Cancelled: nothing was changed.")
        return
    terms = ", ".join(f"{lang} {report.terms[lang]:,}" for lang in LANGUAGES)
    say(f"{imported.glossary}: {counted(report.concepts, 'concept')} ({terms})")
    counts = imported.counts
    say(
        f"{counts.new:,} new, {counts.changed:,} changed, {counts.same:,} same,"
        f" {counts.conflicts:,} to be decided"
    )
    if only_looked_at:
        say("Nothing was changed: it was only looked at.")
    elif counts.conflicts:
        say("What is to be decided waits in the editor window: `booth edit`.")
