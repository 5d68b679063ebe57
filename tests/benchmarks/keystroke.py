"""How long from a key in the real window until its answer is painted.

    uv run python -m tests.benchmarks.keystroke [--terms 120] [--json]

Types terms of the shipped glossary in four languages letter by letter, first alone, then while
the machine translates in its own thread with a pack of real size.
"""

import argparse
import json
import random
import statistics
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from booth_app.paths import bundled
from booth_app.terminology.glossary_folder import read_glossary
from tests.benchmarks.typing_booth import booth, press
from tests.language_packs import FULL_SIZE, install_pack

if TYPE_CHECKING:
    from booth_app.ui.main_window import MainWindow

SEED = 20210122


def queries(count: int) -> list[str]:
    """Return `count` terms of the shipped glossary, all languages mixed, always the same."""
    concepts = read_glossary(bundled("glossaries") / "migration-governance").concepts
    terms = sorted({term.text for concept in concepts for _, term in concept.terms()})
    return random.Random(SEED).sample(terms, count)


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


def measure(count: int) -> dict[str, float]:
    """Return the figures, in milliseconds."""
    texts = queries(count)
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder)
        install_pack(data / "packs", "fr", "en", shape=FULL_SIZE)
        with booth(data) as window:
            window.booth.commands["target_en"]()
            typed(window, texts[:10])
            alone = typed(window, texts)
            translating = typed_while_translating(window, texts)
    return {
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
        window.booth.worker.request(phrase, "fr", "en")
        times += typed(window, [text])
    return times


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--terms", type=int, default=120, help="how many terms are typed")
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    figures = measure(given.terms)
    if given.json:
        print(json.dumps(figures))
    else:
        for name, figure in figures.items():
            print(f"{name:<20} {figure}")


if __name__ == "__main__":
    main()
