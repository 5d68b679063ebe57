"""The models in memory: loaded when they are needed, in the background, few at a time."""

import atexit
import os
import sys
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, Final

from booth_app.translation.engine import EngineUnavailable, Model, first_line

_MOST_LOADED: Final = 2
"""Models kept in memory, about 120 MB each: the two legs of one pivot."""
_NICENESS: Final = 10
_PAUSE: Final = 0.004
"""Seconds between two looks whether the machine is done or no longer wanted."""


class Stopped(Exception):
    """The translation under way is no longer wanted."""


def never() -> bool:
    """Return False: nobody will stop this translation."""
    return False


class LoadedModels:
    """Loads packs by their folders and translates with them; for one thread at a time."""

    def __init__(self) -> None:
        self._models: OrderedDict[tuple[Path, int], Model] = OrderedDict()
        self._under_way: Sequence[Any] = ()
        # A translation that nobody wants any more goes on in CTranslate2's own thread, which must
        # not be at work while the process ends: that crashed five of eight times.
        atexit.register(self._wait, never)

    def hypotheses(
        self,
        sentences: Sequence[str],
        pack: Path,
        count: int = 1,
        stopped: Callable[[], bool] = never,
    ) -> list[list[str]]:
        """Return for each sentence up to `count` translations by the pack in folder `pack`.

        The best comes first. Sentences are translated together, which is quicker than one by one.
        Raises EngineUnavailable where the pack does not load, Stopped once `stopped` says so. A
        translation that is left then goes on in CTranslate2; the next begins when it has ended,
        so that they never pile up.
        """
        self._wait(stopped)
        model = self._model(pack)
        try:
            self._under_way = model.begin(sentences, count)
            self._wait(stopped)
            return [model.texts(result.result().hypotheses) for result in self._under_way]
        except RuntimeError as fault:  # CTranslate2's only kind
            raise EngineUnavailable(
                f"The language pack in {pack} cannot translate this ({first_line(fault)})."
            ) from fault

    def _wait(self, stopped: Callable[[], bool]) -> None:
        for result in self._under_way:
            while not result.done():
                if stopped():
                    raise Stopped
                time.sleep(_PAUSE)

    def _model(self, pack: Path) -> Model:
        try:
            key = pack, (pack / "metadata.json").stat().st_mtime_ns  # replaced packs load anew
            model = self._models.get(key) or _in_background(lambda: Model(pack))
        except EngineUnavailable:
            raise
        except Exception as fault:  # whatever a damaged pack makes the libraries raise
            raise EngineUnavailable(
                f"The language pack in {pack} does not load ({first_line(fault)}); add it again."
            ) from fault
        self._models[key] = model
        self._models.move_to_end(key)
        while len(self._models) > _MOST_LOADED:
            self._models.popitem(last=False)
        return model


def _in_background(load: Callable[[], Model]) -> Model:
    """Load a model in a thread of low priority, which on Linux its own threads inherit.

    So the window is painted first where a processor must be shared; this thread, which takes
    turns with the window's at Python, keeps its priority.
    """

    def loaded() -> Model:
        if sys.platform == "linux":
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), _NICENESS)
        return load()

    with ThreadPoolExecutor(1) as thread:
        return thread.submit(loaded).result()
