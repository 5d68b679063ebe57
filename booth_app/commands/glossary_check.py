"""`booth glossary check`: names what is wrong with glossary files or with a stored glossary."""

import argparse
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

from booth_app.commands.arguments import Parser, folder, typed
from booth_app.commands.opening import opened
from booth_app.commands.output import CommandError, say, say_json, say_json_rows
from booth_app.commands.progress_line import ProgressLine
from booth_app.paths import bundled
from booth_app.terminology.counted import counted
from booth_app.terminology.problem import SEVERITIES, Problem

if TYPE_CHECKING:
    from booth_app.termbase import Termbase

_KEYS: Final = ("file", "line", "concept", "lang", "check", "severity", "message")


def arguments(parser: Parser) -> None:
    """Describe the words after `check`."""
    what = parser.add_mutually_exclusive_group()
    what.add_argument(
        "path",
        nargs="?",
        type=Path,
        metavar="PATH",
        help="a glossary folder, a folder of such, or one concept file; else those that ship",
    )
    what.add_argument("--glossary", type=typed, metavar="NAME", help="a stored glossary instead")
    parser.add_argument("--infos", action="store_true", help="print infos too, not their number")
    parser.add_argument("--json", action="store_true", help="a JSON list")


def run(options: argparse.Namespace) -> int:
    """Say what is wrong; exit status 1 where any of it is an error."""
    if options.glossary is not None:
        return _stored(options)
    found = list(_problems(options.path or bundled("glossaries")))
    found.sort(key=lambda p: (SEVERITIES.index(p.severity), p.file, p.line, p.check))
    if options.json:
        say_json([_document(problem) for problem in found])
        return _status(Counter(problem.severity for problem in found))
    return _print(iter(found), infos=options.infos)


def _stored(options: argparse.Namespace) -> int:
    """Check a stored glossary in a child process; what is wrong is said as it is found."""
    from booth_app.jobs import JobFailed

    with opened(folder(options)) as (termbase, _):
        found = _stored_problems(termbase, options.glossary)
        try:
            if not options.json:
                return _print(found, infos=options.infos)
            counts: Counter[str] = Counter()
            say_json_rows(_document(problem) for problem in _counted(found, counts))
            return _status(counts)
        except JobFailed as fault:
            raise CommandError(str(fault)) from fault


def _stored_problems(termbase: "Termbase", glossary: str) -> Iterator[Problem]:
    from booth_app.editing.checking import Checking

    if glossary not in (known := termbase.filled_glossaries()):
        raise CommandError(f"there is no glossary {glossary!r}; stored: {', '.join(known)}")
    line = ProgressLine("checking")
    try:
        for piece in Checking(termbase).job(glossary).pieces(line.progressed):
            line.clear()
            yield from piece
    finally:
        line.clear()


def _problems(path: Path) -> Iterator[Problem]:
    from booth_app.terminology.checks import problems
    from booth_app.terminology.glossary_folder import glossary_folders, read_glossary

    if _is_file(path):
        yield from _file_problems(path)
        return
    own = read_glossary(path)
    folders = (path,) if own.files or own.problems else glossary_folders(path)
    if not folders:
        raise CommandError(f"{path} holds no glossary: no folder with concept files (ID.yaml)")
    for folder_ in folders:
        reading = own if folder_ == path else read_glossary(folder_)
        yield from reading.problems
        unread = {Path(problem.file).stem for problem in reading.problems}
        yield from reading.located(problems(reading.concepts, unread))


def _is_file(path: Path) -> bool:
    """Tell whether `path` is a file. Raises CommandError where that cannot be found out."""
    try:
        return path.is_file()
    except OSError as fault:
        raise CommandError(f"{path} cannot be read: {fault.strerror or fault}") from None


def _file_problems(path: Path) -> Iterator[Problem]:
    """Yield what is wrong with one file by itself; its relations cannot be followed."""
    from booth_app.terminology.checks import concept_problems
    from booth_app.terminology.glossary_folder import Reading, UnreadableFileError, read_concept

    try:
        concept = read_concept(path, path.absolute().parent.name)
    except UnreadableFileError as fault:
        yield fault.problem(path)
        return
    reading = Reading((concept,), (), {concept.id: path})
    yield from reading.located(concept_problems(concept))


def _document(problem: Problem) -> dict[str, object]:
    document = {key: getattr(problem, key) for key in _KEYS}
    return document | {"concept": problem.concept or None}


def _print(found: Iterator[Problem], *, infos: bool) -> int:
    """Print errors and warnings a line each, of infos how many there are unless they are wanted."""
    counts: Counter[str] = Counter()
    quiet: Counter[str] = Counter()
    for problem in _counted(found, counts):
        if problem.severity == "info" and not infos:
            quiet[problem.check] += 1
        else:
            say(_line(problem))
    for check, count in quiet.items():
        say(f"info: {counted(count, 'time')} [{check}]; --infos prints each")
    say(", ".join(counted(counts[name], name) for name in SEVERITIES))
    return _status(counts)


def _line(problem: Problem) -> str:
    place = f"{problem.file}:{problem.line}: " if problem.file else ""
    whose = f"{problem.concept}: " if problem.concept else ""
    return f"{place}{problem.severity}: {whose}{problem.message} [{problem.check}]"


def _counted(found: Iterator[Problem], counts: Counter[str]) -> Iterator[Problem]:
    for problem in found:
        counts[problem.severity] += 1
        yield problem


def _status(counts: Counter[str]) -> int:
    return int(counts["error"] > 0)
