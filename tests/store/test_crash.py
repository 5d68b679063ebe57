"""A writer is killed at a random moment: what it acknowledged is there, and nothing half."""

import random
import subprocess
import sys
import time

import pytest

from booth_app.paths import DataFolder
from booth_app.store.history import history
from booth_app.store.store import Store
from booth_app.terminology.concept import ConceptKey
from tests.store.samples import stored

_WRITER = """
import sys
from pathlib import Path
from booth_app.paths import DataFolder
from booth_app.store.concepts import save
from booth_app.store.history import Stamp
from booth_app.store.store import Store
from tests.store.samples import concept

store = Store.open(DataFolder(Path(sys.argv[1])), "Ana", write=True)
number = int(sys.argv[2])
while True:
    with store.writing() as connection:
        # Two concepts in one transaction, and one that changes again and again.
        for id_ in (f"left{number}", f"right{number}", "again"):
            save(connection, concept(id_, str(number)), Stamp(person="Ana", origin="typed"))
    print(number, flush=True)
    number += 1
"""
_CYCLES = 6


def _killed_after(data: DataFolder, first: int, seconds: float) -> int:
    """Return the last number that the killed writer acknowledged, `first` - 1 for none."""
    writer = subprocess.Popen(
        [sys.executable, "-c", _WRITER, str(data.root), str(first)],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert writer.stdout is not None
    acknowledged = [writer.stdout.readline()]
    time.sleep(seconds)
    writer.kill()
    acknowledged += writer.communicate()[0].splitlines()
    whole = [int(line) for line in acknowledged if line.strip()]
    return max(whole, default=first - 1)


@pytest.mark.parametrize("seed", [20210122])
def test_nothing_acknowledged_is_lost_and_nothing_is_half_there(
    data: DataFolder, seed: int
) -> None:
    moments = random.Random(seed)
    last = -1
    for _ in range(_CYCLES):
        last = _killed_after(data, last + 1, moments.uniform(0, 0.25))
        told: list[str] = []
        store = Store.open(data, "Ben", write=False, told=told.append)
        concepts = stored(store)
        states = history(store.reader, ConceptKey("g", "again"))
        store.close()
        assert told == []
        lefts = {id_.removeprefix("left") for id_ in concepts if id_.startswith("left")}
        rights = {id_.removeprefix("right") for id_ in concepts if id_.startswith("right")}
        assert lefts == rights
        assert {str(number) for number in range(last + 1)} <= lefts
        assert len(lefts) <= last + 2  # at most one was stored and not acknowledged any more
        assert len(states) == len(lefts)
        last = len(lefts) - 1
