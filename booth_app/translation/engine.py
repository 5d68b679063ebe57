"""The machine: Argos Translate over SentencePiece and CTranslate2, strictly offline.

The only module that imports them, because importing argostranslate as it comes is neither small
nor offline:

* Its configuration is read at import from the environment and from a settings file in the
  person's home, either of which could turn translation over to a server. So it is imported while
  Python's view of the environment is a copy without any of its variables, whose XDG folders are a
  temporary folder that is gone afterwards. The process's own environment, which Qt and other
  threads read, is never touched.
* It imports stanza (which pulls in torch) and minisbd, and spacy where there is one, to split
  sentences; each of them downloads its models at the first translation. Stand-ins take their
  places during the import, and Booth splits sentences itself.
* Its list of installed packages fails for everything when one folder is odd, and keeps serving
  packages that were replaced. So packs are opened here one by one, by their folders.

Its index functions, which go to the network, are never called.
"""

import contextlib
import functools
import importlib
import logging
import os
import sys
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType, SimpleNamespace
from typing import Any, Final, NamedTuple

from booth_app.languages import LANGUAGES

_ONE_AT_A_TIME: Final = threading.Lock()
_BEAM: Final = 4
_MOST_PIECES: Final = 400
"""What is read of one sentence; some models have no places for more than 512."""
_MOST_SAID: Final = 256
_LENGTH_PENALTY: Final = 0.2
"""Argos Translate's own value for its packages."""


class EngineUnavailable(Exception):
    """The machine or one of its models cannot be loaded; carries one sentence."""


def why_not() -> str | None:
    """Return why there are no machine suggestions at all, in one sentence; None if there can be.

    Loads the machine at the first call (about 0.2 seconds).
    """
    try:
        _argos()
    except EngineUnavailable as fault:
        return str(fault)
    return None


class Model:
    """One pack, loaded by argostranslate with its own settings."""

    def __init__(self, folder: Path) -> None:
        argos = _argos()
        self._pack = argos.package.Package(folder)
        translation = argos.translate.PackageTranslation(None, None, self._pack)
        translation.hypotheses("", 1)  # decodes nothing, but makes argostranslate load the model
        self._translator = translation.translator
        self._pack.tokenizer.encode("a")

    def begin(self, sentences: Sequence[str], count: int) -> Sequence[Any]:
        """Begin to translate through CTranslate2 itself, which argostranslate calls one by one.

        The cap on the length cuts a runaway repetition short: no sentence needs three times as
        many pieces in another language.
        """
        pieces = [self._pack.tokenizer.encode(sentence) for sentence in sentences]
        prefix = self._pack.target_prefix
        results: Sequence[Any] = self._translator.translate_batch(
            pieces,
            target_prefix=[[prefix]] * len(pieces) if prefix else None,
            asynchronous=True,
            beam_size=max(_BEAM, count),
            num_hypotheses=count,
            length_penalty=_LENGTH_PENALTY,
            replace_unknowns=True,
            max_input_length=_MOST_PIECES,
            max_decoding_length=min(_MOST_SAID, 3 * max(map(len, pieces), default=0) + 16),
        )
        return results

    def texts(self, hypotheses: list[list[str]]) -> list[str]:
        """Return what the pieces of some hypotheses say."""
        prefix = self._pack.target_prefix
        found = (h[1:] if prefix and h[:1] == [prefix] else h for h in hypotheses)
        return [str(self._pack.tokenizer.decode(pieces)).strip() for pieces in found]


def first_line(fault: BaseException) -> str:
    """Return the beginning of what a foreign library said, fit to stand inside a sentence."""
    said = next(iter(str(fault).splitlines()), "") or type(fault).__name__
    return "".join(c for c in said[:160] if c.isprintable()).rstrip(" .")


class _Argos(NamedTuple):
    """The two modules of argostranslate that are used."""

    package: ModuleType
    translate: ModuleType


def _argos() -> _Argos:
    with _ONE_AT_A_TIME:
        return _imported()


@functools.cache
def _imported() -> _Argos:
    os.environ.pop("CT2_USE_MKL", None)  # makes CTranslate2 30 times slower on AMD processors
    try:
        importlib.import_module("ctranslate2")
        with TemporaryDirectory(prefix="booth-") as home, _environment(home), _stand_ins():
            package = importlib.import_module("argostranslate.package")
            translate = importlib.import_module("argostranslate.translate")
        logging.getLogger("argostranslate.utils").setLevel(logging.CRITICAL)  # it logs the texts
    except Exception as fault:  # a library half installed raises more than ImportError
        raise EngineUnavailable(
            f"Machine suggestions are off: Argos Translate does not load ({first_line(fault)})."
        ) from fault
    return _Argos(package, translate)


@contextlib.contextmanager
def _environment(home: str) -> Iterator[None]:
    """Let Python see an environment that says: offline, in `home`, one processor."""
    foreign = ("ARGOS_", "XDG_", "SNAP", "LIBRETRANSLATE_", "OPENAI_")
    private = {k: v for k, v in os.environ.items() if not k.startswith(foreign)}
    private |= {f"XDG_{kind}_HOME": f"{home}/{kind}" for kind in ("DATA", "CONFIG", "CACHE")}
    private |= {
        "ARGOS_PACKAGES_DIR": f"{home}/packages",
        "ARGOS_PACKAGE_INDEX": Path(home).as_uri() + "/",
        "ARGOS_MODEL_PROVIDER": "OPENNMT",
        "ARGOS_CHUNK_TYPE": "MINISBD",  # that splitter, even for packs that bring stanza's
        "ARGOS_DEVICE_TYPE": "cpu",
        "ARGOS_INTER_THREADS": "1",
        "ARGOS_INTRA_THREADS": "1",  # two were slower on two processors
        "ARGOS_COMPUTE_TYPE": "auto",
    }
    own = vars(os)["environ"]
    vars(os)["environ"] = private
    try:
        yield
    finally:
        vars(os)["environ"] = own


@contextlib.contextmanager
def _stand_ins() -> Iterator[None]:
    """Stand in for the sentence splitters while argostranslate is imported."""
    models = SimpleNamespace(cache_dir="", list_models=lambda: list(LANGUAGES))
    minisbd = ModuleType("minisbd")
    vars(minisbd).update(SBDetect=_WholeText, models=models)
    stand_ins = {"stanza": ModuleType("stanza"), "spacy": None, "minisbd": minisbd}
    real = {name: sys.modules[name] for name in stand_ins if name in sys.modules}
    sys.modules.update(stand_ins)  # type: ignore[arg-type]
    try:
        yield
    finally:
        for name in stand_ins:
            sys.modules.pop(name, None)
        sys.modules.update(real)


class _WholeText:
    """What argostranslate takes for minisbd's splitter; Booth hands it single sentences."""

    def __init__(self, lang: str, use_gpu: bool = False) -> None:
        """Accept what minisbd's class accepts."""

    def sentences(self, text: str) -> list[str]:
        """Return the text as its only sentence."""
        return [text] if text else []
