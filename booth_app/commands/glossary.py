"""`booth glossary`: `check` names what is wrong with glossary files; `import` takes one over."""

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from booth_app.commands import glossary_import
from booth_app.commands.arguments import Command, Parser
from booth_app.commands.output import CommandError, say, say_json
from booth_app.paths import bundled
from booth_app.terminology.problem import SEVERITIES, Problem

_KEYS: Final = ("file", "line", "concept", "lang", "check", "severity", "message")


_WORDS: Final = {
    "check": "name what is wrong with a glossary",
    "import": "take the concepts of a file over into a glossary",
}


def _arguments(parser: Parser) -> None:
    words = parser.words(_WORDS)
    glossary_import.arguments(words["import"])
    check = words["check"]
    check.add_argument(
        "path",
        nargs="?",
        type=Path,
        metavar="PATH",
        help="a glossary folder, a folder of such, or one concept file; else those that ship",
    )
    check.add_argument("--json", action="store_true", help="a JSON list")


def _run(options: argparse.Namespace) -> int:
    return glossary_import.run(options) if options.word == "import" else _check(options)


def _check(options: argparse.Namespace) -> int:
    path = options.path or bundled("glossaries")
    found = list(_problems(path))
    found.sort(key=lambda p: (SEVERITIES.index(p.severity), p.file, p.line, p.check))
    if options.json:
        say_json([_document(problem) for problem in found])
    else:
        _print(found)
    return int(any(problem.severity == "error" for problem in found))


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
    for folder in folders:
        reading = own if folder == path else read_glossary(folder)
        yield from reading.problems
        unread = {Path(problem.file).stem for problem in reading.problems}
        for problem in problems(reading.concepts, unread):
            yield reading.located(problem)


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
    yield from (reading.located(problem) for problem in concept_problems(concept))


def _document(problem: Problem) -> dict[str, object]:
    document = {key: getattr(problem, key) for key in _KEYS}
    return document | {"concept": problem.concept or None}


def _print(found: list[Problem]) -> None:
    for problem in found:
        whose = f"{problem.concept}: " if problem.concept else ""
        place = f"{problem.file}:{problem.line}"
        said = f"{problem.severity}: {whose}{problem.message} [{problem.check}]"
        say(f"{place}: {said}")
    counts = {name: sum(p.severity == name for p in found) for name in SEVERITIES}
    say(", ".join(f"{count} {name}s" for name, count in counts.items()))


COMMAND: Final = Command("glossary", "check glossaries, import them", _arguments, _run)
