"""Kills a program that edits, imports and releases, and looks at what is there afterwards.

    uv run python -m tests.benchmarks.crash [--rounds 1000] [--seed 20210122] [--json]

Each round starts a program on the same data folder (a fresh one every so often). One of its threads
edits concepts while another imports files and writes releases; each thing that is done is
acknowledged through a pipe. It is killed with SIGKILL at a random moment, in every other round
counted from its first release, which a slow machine takes a while to reach. Then the database must
open without repair and be sound, hold everything acknowledged, of each import all or nothing, and
every release that has its name must be whole.
"""

import argparse
import contextlib
import random
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from booth_app.editing.importing import Import
from booth_app.editing.releasing import Releasing
from booth_app.exchange.reading import FileReading
from booth_app.exchange.release import ReleaseFile
from booth_app.paths import DataFolder
from booth_app.store.releases import versions
from booth_app.termbase import Termbase
from booth_app.terminology.concept import Concept, ConceptKey, LanguageSection, Term
from tests.benchmarks.figures import print_figures

SEED = 20210122
_PROGRAM = "import sys; from tests.benchmarks.crash import live; live(*sys.argv[1:])"
_GLOSSARY = "desk"
_EDITED = 5  # concepts that are edited again and again
_ROWS = 150
"""Concepts of an import: stored in several commits."""
_LONGEST = 2.0
"""Seconds after its awaited word in which a program is killed."""
_AWAITED = ("open", "release")
"""From which word on those seconds count, in turn."""
_ROUNDS_A_FOLDER = 20


@dataclass(slots=True)
class Acknowledged:
    """What a folder's programs said was done: the last edit of each concept, imports, releases."""

    edits: dict[int, int] = field(default_factory=dict)
    imports: set[int] = field(default_factory=set)
    releases: set[str] = field(default_factory=set)
    counts: Counter[str] = field(default_factory=Counter)

    def take(self, line: str) -> None:
        """Take one line that a program said."""
        match line.split():
            case ["edit", concept, number]:
                self.edits[int(concept)] = int(number)
            case ["import", number]:
                self.imports.add(int(number))
            case ["release", version]:
                self.releases.add(version)
            case _:
                return
        self.counts[line.split()[0]] += 1


def live(folder: str, first: str) -> None:
    """Edit, import and release for ever; what this does is numbered from `first` on."""
    termbase = _opened(Path(folder))
    said = threading.Lock()

    def say(line: str) -> None:
        with said:
            print(line, flush=True)

    say("open")
    threading.Thread(target=_edit, args=(termbase, int(first), say), daemon=True).start()
    number = int(first)
    while True:
        file = Path(folder) / "list.csv"
        rows = (f"{number} {row},fr {number} {row}" for row in range(_ROWS))
        file.write_text("\n".join(["English,French", *rows]) + "\n", "utf-8")
        Import(termbase, FileReading(file), into=f"import {number}").apply_at_once()
        say(f"import {number}")
        released = Releasing(termbase, _GLOSSARY).write(datetime.now(UTC), Path(folder) / "out")
        say(f"release {released.release.version}")
        number += 1


def _edit(termbase: Termbase, number: int, say: Callable[[str], None]) -> None:
    while True:
        for concept in range(_EDITED):
            term = Term(id=f"e{concept}.en.1", text=f"edit {number}")
            sections = {"en": LanguageSection(terms=(term,))}
            made = Concept(glossary=_GLOSSARY, id=f"e{concept}", languages=sections)
            termbase.save(made, "typed")
            say(f"edit {concept} {number}")
        number += 1
        time.sleep(0.005)


def _opened(folder: Path, told: list[str] | None = None) -> Termbase:
    empty = folder / "none"
    empty.mkdir(parents=True, exist_ok=True)
    data = DataFolder(folder / "data")
    tell = told.append if told is not None else None
    return Termbase.open(data, "Ana", write=True, told=tell, glossaries=empty)


def killed(folder: Path, first: int, awaited: str, moment: float, known: Acknowledged) -> None:
    """Start a program, kill it `moment` seconds after the `awaited` word, take what it said."""
    words = [sys.executable, "-c", _PROGRAM, str(folder), str(first)]
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        killing = threading.Timer(moment, running.kill)
        for line in running.stdout:
            if line.endswith("\n"):
                known.take(line)
            if line.startswith(awaited) and killing.ident is None:
                killing.start()
        killing.join()


def faults(folder: Path, known: Acknowledged) -> list[str]:
    """Return what is wrong after a kill; nothing where all is well."""
    told: list[str] = []
    termbase = _opened(folder, told)
    termbase.close()  # waits until what was left over is swept
    found = [said for said in told if not said.startswith("No glossary was found")]
    with contextlib.closing(sqlite3.connect(folder / "data" / "booth.db")) as connection:
        [(sound,)] = connection.execute("PRAGMA integrity_check").fetchall()
        if sound != "ok":
            found.append(f"the database is not sound: {sound}")
        hidden = connection.execute("SELECT count(*) FROM batch WHERE NOT visible").fetchone()[0]
        if hidden:
            found.append(f"{hidden} batches are left that nobody sees")
        imports = dict(
            connection.execute(
                "SELECT glossary, count(*) FROM concept WHERE glossary LIKE 'import %'"
                " GROUP BY glossary"
            ).fetchall()
        )
    return found + _lost_edits(folder, known) + _half_imports(imports, known) + _bad(folder, known)


def _lost_edits(folder: Path, known: Acknowledged) -> list[str]:
    termbase = _opened(folder)
    found = []
    for number, last in known.edits.items():
        concept = termbase.concept(ConceptKey(_GLOSSARY, f"e{number}"))
        text = concept.section("en").terms[0].text if concept else "edit -1"
        if int(text.split()[1]) < last:
            found.append(f"edit {last} of concept {number} is lost: {text}")
    lost = known.releases - versions(termbase.store.reader, _GLOSSARY)
    found += [f"the release {version} is not recorded" for version in sorted(lost)]
    termbase.close()
    return found


def _half_imports(imports: dict[str, int], known: Acknowledged) -> list[str]:
    half = [f"{name}: {count} of {_ROWS}" for name, count in imports.items() if count != _ROWS]
    lost = [
        f"import {number} is lost" for number in known.imports if f"import {number}" not in imports
    ]
    return half + lost


def _bad(folder: Path, known: Acknowledged) -> list[str]:
    out = folder / "out"
    there = {path.name: path for path in out.glob("*.boothglossary")}
    found = [
        f"the release {version} is gone"
        for version in known.releases
        if f"{_GLOSSARY}-{version}.boothglossary" not in there
    ]
    for name, path in there.items():
        with closing(ReleaseFile(path)) as release:
            if not [*release.concepts()]:
                found.append(f"{name} is empty")
    return found


def measure(rounds: int, seed: int) -> dict[str, object]:
    """Return what was done in so many rounds, and what was wrong."""
    moments = random.Random(seed)
    counts: Counter[str] = Counter()
    found: list[str] = []
    done = 0
    while done < rounds:
        with tempfile.TemporaryDirectory(prefix="booth-crash-") as name:
            known = Acknowledged()
            for number in range(min(_ROUNDS_A_FOLDER, rounds - done)):
                awaited = _AWAITED[number % len(_AWAITED)]
                killed(Path(name), number * 1_000, awaited, moments.uniform(0, _LONGEST), known)
                done += 1
                found += [f"round {done}: {fault}" for fault in faults(Path(name), known)]
            counts += known.counts
    return {"rounds": done, **counts, "faults": found}


def main() -> None:
    """Print the figures; exit 1 where anything was wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=1_000)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    figures = measure(given.rounds, given.seed)
    print_figures(figures, as_json=given.json)
    sys.exit(bool(figures["faults"]))


if __name__ == "__main__":
    main()
