"""Booth beside the dictionaries others use, on the same terms and queries, in one run.

    uv run python -m tests.benchmarks.peers --termbase TERMS.tsv --queries QUERIES.tsv
        [--sample 500] [--tools DIR] [--json]

The files are those of `tests.benchmarks.lookup`. Each peer answers the same random sample; recall
is over its judged rows, and a concept counts when one of the first ten different ones has it.

- SQLite FTS5 as shipped: the terms as they are, every word a prefix, ordered by its own rank.
- dictd, asked through its protocol on an open connection: prefix; and prefix, else Levenshtein,
  else word, as a friendly client asks.
- sdcv (StarDict), a process a query, for it has no server: exact then fuzzy; and as a prefix.

Peers that are not there are left out; `--tools` is a folder with `bin`, `sbin` and `lib` as a
distribution's packages unpack to (`usr`), else they are looked for on the PATH.
"""

import argparse
import contextlib
import json
import os
import random
import shutil
import socket
import sqlite3
import statistics
import struct
import subprocess
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from booth_app.lookup.index import Index
from booth_app.lookup.searchables import searchables
from tests.benchmarks.given_files import query_table, term_table
from tests.benchmarks.lookup import ONE_SLIP, Asked, queries, shipped

Answer = Callable[[str], Sequence[str]]
"""A query to the headwords found, or to concept ids, best first."""


class Tools:
    """Where the peers' programs are."""

    def __init__(self, root: Path | None) -> None:
        self._root = root
        self.environment = dict(os.environ, LC_ALL="C.UTF-8")
        if root is not None:
            libraries = [str(p.parent) for p in (root / "lib").rglob("*.so*")]
            self.environment["LD_LIBRARY_PATH"] = ":".join(dict.fromkeys(libraries))

    def program(self, name: str) -> str | None:
        """Return the path of a program, None where it is not there."""
        for folder in ("bin", "sbin") if self._root else ():
            path = self._root / folder / name if self._root else None
            if path and path.is_file():
                return str(path)
        return None if self._root else shutil.which(name)


def headwords(terms: Path) -> dict[str, list[str]]:
    """Return every term with the concepts that have it."""
    found: dict[str, list[str]] = defaultdict(list)
    for term in searchables(shipped(terms)):
        if term.concept not in found[term.text]:
            found[term.text].append(term.concept)
    return found


@contextlib.contextmanager
def booth(terms: Path) -> Iterator[Answer]:
    """Booth's own index."""
    index = Index.build(searchables(shipped(terms)))
    yield lambda text: [m.key.id for m in index.look_up(text, 10) if m.key]


@contextlib.contextmanager
def fts5(terms: Path) -> Iterator[Answer]:
    """SQLite's full text search as it comes."""
    database = sqlite3.connect(":memory:")
    database.execute(
        "CREATE VIRTUAL TABLE term USING fts5(text, concept UNINDEXED, prefix = '1 2 3',"
        " tokenize = 'unicode61 remove_diacritics 2')"
    )
    rows = ((term.text, term.concept) for term in searchables(shipped(terms)))
    database.executemany("INSERT INTO term VALUES (?, ?)", rows)
    asked = "SELECT concept FROM term WHERE term MATCH ? ORDER BY rank LIMIT 60"

    def answer(text: str) -> list[str]:
        words = " ".join(f'"{word}"*' for word in text.replace('"', " ").split())
        return [row[0] for row in database.execute(asked, (words,))] if words else []

    yield answer
    database.close()


@contextlib.contextmanager
def dictd(terms: Path, tools: Tools, folder: Path, strategies: Sequence[str]) -> Iterator[Answer]:
    """A private dictd; each further strategy is asked where those before found nothing."""
    server, formatter = tools.program("dictd"), tools.program("dictfmt")
    assert server is not None
    assert formatter is not None
    base = folder / "dictd"
    entries = "".join(f"_____\n\n{word}\n\n{word}\n" for word in headwords(terms))
    making = (formatter, "-c5", "--utf8", "--allchars", "--without-headword", "--without-header")
    environment = tools.environment
    subprocess.run([*making, "--quiet", base], input=entries.encode(), env=environment, check=True)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    conf = base.with_suffix(".conf")
    conf.write_text(
        f"global {{\n listen_to 127.0.0.1\n port {port}\n}}\naccess {{ allow * }}\n"
        f'database terms {{ data "{base}.dict"\n index "{base}.index" }}\n'
    )
    running = (server, "-c", conf, "-d", "nodetach", "--locale", "C.UTF-8")
    pid = ("--pid-file", base.with_suffix(".pid"))
    process = subprocess.Popen([*running, *pid], env=environment, stderr=subprocess.DEVNULL)
    try:
        client = _Dict(port)
        yield lambda text: next(filter(None, (client.match(s, text) for s in strategies)), [])
        client.close()
    finally:
        process.terminate()
        process.wait()


class _Dict:
    """A connection to dictd."""

    def __init__(self, port: int) -> None:
        for _ in range(300):
            try:
                self._socket = socket.create_connection(("127.0.0.1", port), timeout=60)
                break
            except OSError:
                time.sleep(0.1)
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._file = self._socket.makefile("rb")
        self._line()

    def match(self, strategy: str, text: str) -> list[str]:
        """Return the headwords that match."""
        quoted = text.replace('"', "").replace("\\", "")
        self._socket.sendall(f'MATCH terms {strategy} "{quoted}"\r\n'.encode())
        if not self._line().startswith("152"):
            return []
        found = []
        while (line := self._line()) != ".":
            found.append(line.split(" ", 1)[1].strip('"'))
        self._line()
        return found[:200]

    def close(self) -> None:
        """Close it."""
        self._file.close()
        self._socket.close()

    def _line(self) -> str:
        # Small writes with delayed acknowledgements would cost 40 ms each.
        if hasattr(socket, "TCP_QUICKACK"):
            self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_QUICKACK, 1)
        return self._file.readline().decode("utf-8", "replace").rstrip("\r\n")


@contextlib.contextmanager
def sdcv(terms: Path, tools: Tools, folder: Path, after: str) -> Iterator[Answer]:
    """The command line of StarDict; `after` is put after each query."""
    program = tools.program("sdcv")
    words = sorted(headwords(terms), key=lambda word: (word.encode().lower(), word.encode()))
    stardict(words, folder / "stardict")
    environment = dict(tools.environment, HOME=str(folder))
    asking = (program, "-n", "-j", "-0", "-1", "-x", "-2", folder / "stardict")

    def answer(text: str) -> list[str]:
        asked = (text.lstrip("-/|") or "x") + after
        run = subprocess.run([*map(str, asking), asked], env=environment, capture_output=True)
        try:
            return [found["word"] for found in json.loads(run.stdout or b"[]")]
        except ValueError:
            return []

    yield answer


def stardict(words: Sequence[str], folder: Path) -> None:
    """Write a StarDict dictionary that says of each word the word itself."""
    folder.mkdir(exist_ok=True)
    index, texts, at = bytearray(), bytearray(), 0
    for word in words:
        text = word.encode()
        index += text + b"\0" + struct.pack(">II", at, len(text))
        texts += text
        at += len(text)
    (folder / "terms.idx").write_bytes(index)
    (folder / "terms.dict").write_bytes(texts)
    (folder / "terms.ifo").write_text(
        "StarDict's dict ifo file\nversion=2.4.2\nbookname=terms\nsametypesequence=m\n"
        f"wordcount={len(words)}\nidxfilesize={len(index)}\n"
    )


def figures(
    answer: Answer, asked: Sequence[Asked], concepts: dict[str, list[str]]
) -> dict[str, float]:
    """Ask everything; only the answering is timed."""
    times, judged = [], defaultdict(list)
    for query in asked:
        start = time.perf_counter()
        found = answer(query.text)
        times.append((time.perf_counter() - start) * 1e3)
        if query.judged:
            ids = dict.fromkeys(id_ for word in found for id_ in concepts.get(word, [word]))
            judged[query.kind].append(bool(set(query.truth) & set(list(ids)[:10])))
    everything = [hit for hits in judged.values() for hit in hits]
    slips = [hit for kind in ONE_SLIP for hit in judged[kind]]
    return {
        "p50_ms": round(statistics.median(times), 3),
        "p99_ms": round(sorted(times)[int(len(times) * 0.99)], 3),
        "recall_at_10": round(sum(everything) / len(everything), 4),
        "recall_slip": round(sum(slips) / len(slips), 4),
    }


def main() -> None:
    """Print a line for each peer."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--termbase", type=term_table, required=True)
    parser.add_argument("--queries", type=query_table, required=True)
    parser.add_argument("--sample", type=int, default=500)
    parser.add_argument("--tools", type=Path)
    parser.add_argument("--json", action="store_true", help="one line of JSON")
    arguments = parser.parse_args()
    terms, tools = arguments.termbase, Tools(arguments.tools)
    every = queries(arguments.queries)
    asked = random.Random(3).sample(every, min(arguments.sample, len(every)))
    concepts = headwords(terms)
    table: dict[str, dict[str, float]] = {}
    with tempfile.TemporaryDirectory(prefix="booth-peers-") as name:
        folder = Path(name)
        folder.chmod(0o755)  # dictd, started by root, goes on as nobody
        peers = {"booth": booth(terms), "SQLite FTS5": fts5(terms)}
        if tools.program("dictd") and tools.program("dictfmt"):
            friendly = ("prefix", "lev", "word")
            peers["dictd, prefix"] = dictd(terms, tools, folder, friendly[:1])
            peers["dictd, prefix, lev, word"] = dictd(terms, tools, folder, friendly)
        if tools.program("sdcv"):
            peers["sdcv, exact, fuzzy"] = sdcv(terms, tools, folder, "")
            peers["sdcv, prefix"] = sdcv(terms, tools, folder, "*")
        for peer, opened in peers.items():
            with opened as answer:
                table[peer] = figures(answer, asked, concepts)
            if not arguments.json:
                print(f"{peer:26}", *(f"{k} {v:<9}" for k, v in table[peer].items()), flush=True)
    if arguments.json:
        print(json.dumps(table))


if __name__ == "__main__":
    main()
