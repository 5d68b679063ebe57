"""The files that a benchmark is given, looked at before anything is measured."""

import argparse
from pathlib import Path
from typing import Final

_TERMS: Final = ("concept_id", "lang", "term", "kind")
_QUERIES: Final = ("qid", "class", "lang", "sess", "judged", "query", "truth")


def term_table(given: str) -> Path:
    """Return the path of a term table. Raises ArgumentTypeError with what is wrong with it."""
    return _table(given, _TERMS)


def query_table(given: str) -> Path:
    """Return the path of a table of queries; raises as `term_table` does."""
    return _table(given, _QUERIES)


def text_file(given: str) -> Path:
    """Return the path of a text that is not empty; raises as `term_table` does."""
    path = Path(given)
    if not _read(path).strip():
        raise argparse.ArgumentTypeError(f"{path} is empty")
    return path


def _table(given: str, columns: tuple[str, ...]) -> Path:
    path = Path(given)
    header = tuple(_read(path).partition("\n")[0].rstrip("\r").split("\t"))
    if header[: len(columns)] != columns:
        needed = " ".join(columns)
        raise argparse.ArgumentTypeError(f"{path} has not the header {needed}, with tabs between")
    return path


def _read(path: Path) -> str:
    try:
        with path.open(encoding="utf-8") as file:
            return file.read(1_000)
    except (OSError, UnicodeDecodeError) as fault:
        reason = fault.strerror if isinstance(fault, OSError) else "it is not UTF-8"
        raise argparse.ArgumentTypeError(f"{path} cannot be read: {reason}") from None
