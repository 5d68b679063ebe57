"""How long from a key in the real window until its answer is painted.

    uv run python -m tests.benchmarks.keystroke [--concepts N] [--terms 120] [--docked] [--json]

Types terms of the shipped glossary in four languages letter by letter, first alone, then while
the machine translates in its own thread with a pack of real size. With `--concepts` a made glossary
of that size has been imported before, and every second term that is typed is one of it.
"""

import argparse
import random
import statistics
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from booth_app.paths import bundled
from booth_app.terminology.glossary_folder import read_glossary
from tests.benchmarks import made_termbase
from tests.benchmarks.figures import print_figures
from tests.benchmarks.importing import by_command
from tests.benchmarks.typing_booth import DOCKED, booth, press, settle
from tests.language_packs import FULL_SIZE, install_pack

if TYPE_CHECKING:
    from booth_app.ui.main_window import MainWindow

SEED = 20210122


def queries(count: int) -> list[str]:
    """Return `count` terms of the shipped glossary, all languages mixed, always the same."""
    concepts = read_glossary(bundled("glossaries") / "migration-governance").concepts
    terms = sorted({term.text for concept in concepts for _, term in concept.terms()})
    return random.Random(SEED).sample(terms, count)


def imported(concepts: int, data: Path, count: int) -> list[str]:
    """Import a made glossary into `data` and return `count` of its terms, always the same."""
    table = data.with_name("terms.tsv")
    with table.open("w", encoding="utf-8", newline="\n") as file:
        made_termbase.write(concepts, file)
    by_command(table, data)
    chance, kept = random.Random(SEED), list[str]()
    with table.open(encoding="utf-8") as file:
        next(file)
        for number, line in enumerate(file):
            place = number if number < count else chance.randrange(number + 1)
            if place < count:
                kept[place : place + 1] = [line.split("\t")[2]]
    table.unlink()
    return kept


def typed(window: "MainWindow", texts: list[str]) -> list[float]:
    """Type each text and clear the field; the milliseconds of every key."""
    times = []
    for text in texts:
        times += [press(window, letter) for letter in text[:24]]
        press(window, "\x1b")
    return times


def percentile(times: list[float], percent: int) -> float:
    """Return the `percent`-th percentile."""
    return statistics.quantiles(times, n=100, method="inclusive")[percent - 1]


def measure(count: int, *, docked: bool = False, concepts: int = 0) -> dict[str, float]:
    """Return the figures, in milliseconds; of the window at large or `docked`."""
    with tempfile.TemporaryDirectory(prefix="booth-benchmark-") as folder:
        data = Path(folder) / "data"
        texts = queries(count)
        if concepts:
            texts[1::2] = imported(concepts, data, len(texts[1::2]))
        install_pack(data / "packs", "fr", "en", shape=FULL_SIZE)
        with booth(data) as window:
            window.booth.commands["target_en"]()
            if docked:
                window.resize(*DOCKED)
                settle(0.3)
            typed(window, texts[:10])
            alone = typed(window, texts)
            translating = typed_while_translating(window, texts)
    return {
        "concepts": concepts,
        "p50_ms": round(percentile(alone, 50), 2),
        "p99_ms": round(percentile(alone, 99), 2),
        "max_ms": round(max(alone), 2),
        "translating_p99_ms": round(percentile(translating, 99), 2),
    }


def typed_while_translating(window: "MainWindow", texts: list[str]) -> list[float]:
    """Type each text while the machine works; a new phrase is asked for before each."""
    times = []
    for number, text in enumerate(texts):
        phrase = f"les villes accueillent les migrants et les réfugiés dans {number} pays " * 4
        window.booth.suggesting.worker.request(phrase, "fr", "en")
        times += typed(window, [text])
    return times


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--terms", type=int, default=120, help="how many terms are typed")
    parser.add_argument("--concepts", type=int, default=0, help="of a made glossary besides")
    parser.add_argument("--docked", action="store_true", help="in a window docked at the edge")
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    figures = measure(given.terms, docked=given.docked, concepts=given.concepts)
    print_figures(figures, as_json=given.json)


if __name__ == "__main__":
    main()
