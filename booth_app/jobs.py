"""Long or risky work: one function in a child process that may fail without harm to this one.

The child is spawned, never forked: forking a process with threads (Qt's, the translator's) can
hang, and it would inherit the database's connection. It runs under limits on memory and CPU,
ends with its parent, and sends what it yields as soon as it has it. Whatever happens to it
becomes one of the exceptions here; nothing waits for ever.
"""

import contextlib
import multiprocessing
import os
import pickle
import signal
import sys
import threading
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Any, Final, Generic, Literal, NamedTuple, TypeVar, cast

T = TypeVar("T")
_Kind = Literal["progress", "piece", "raised", "memory", "end"]

_SPAWN: Final = multiprocessing.get_context("spawn")
_NICE: Final = 5
"""How far any work goes behind the window's look-up."""
_MOMENT: Final = 5.0
"""Seconds in which a child whose pipe has closed is certain to have ended."""


class JobFailed(Exception):
    """The work gave no answer; carries one sentence."""


class JobCrashed(JobFailed):
    """The child ended, or could not say what it raised."""


class JobOverLimit(JobFailed):
    """The child wanted more memory or time than it was given."""


class JobCancelled(JobFailed):
    """Somebody called `Job.cancel`."""


class Progress(NamedTuple):
    """How far the work is, in units of its own; `total` 0 where it is not known."""

    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Limits:
    """What the child may use.

    `memory`: bytes of address space (Linux; other systems may not enforce it). `cpu`: seconds of
    processor time (POSIX). `silence`: seconds without a word from the child (everywhere).
    """

    memory: int = 2 << 30
    cpu: int = 120
    silence: float = 180.0


class Job(Generic[T]):
    """One function and its arguments, to be run once in a child process.

    `work` is a function of a module (it is sent by name); its arguments, and what it returns or
    yields, must be picklable. A generator's values arrive one by one as pieces; those that are
    `Progress` go to `progressed` instead. Any other function's return value is the only piece.
    """

    def __init__(
        self, work: Callable[..., Any], *arguments: object, limits: Limits | None = None
    ) -> None:
        self._work = work
        self._arguments = arguments
        self._limits = limits or Limits()
        self._lock = threading.Lock()
        self._process: multiprocessing.process.BaseProcess | None = None
        self._reader: Connection | None = None
        self._cancelled = False

    def begin(self) -> None:
        """Start the child, whose `pieces` are asked for later: they must. Raises JobCancelled."""
        reader, writer = _SPAWN.Pipe(duplex=False)
        try:
            self._start(writer)
        except BaseException:
            reader.close()
            raise
        finally:
            writer.close()  # else the end of the child would not close the pipe
        self._reader = reader

    def pieces(self, progressed: Callable[[Progress], None] | None = None) -> Iterator[T]:
        """Yield the child's pieces as they come; it is started where it did not begin before.

        Leaving early ends it. Raises what the work raised, or JobCrashed, JobOverLimit,
        JobCancelled.
        """
        if self._reader is None:
            self.begin()
        reader = cast("Connection", self._reader)
        try:
            yield from self._received(reader, progressed)
        finally:
            self._reader = None
            reader.close()
            self._end()

    def cancel(self) -> None:
        """End the child at once, from any thread; `pieces` raises JobCancelled."""
        with self._lock:
            self._cancelled = True
            if self._process is not None:
                self._process.kill()

    def _start(self, writer: Connection) -> None:
        process = _SPAWN.Process(
            target=_child, args=(writer, self._work, self._arguments, self._limits), daemon=True
        )
        with self._lock:
            if self._cancelled:
                raise JobCancelled("The work was cancelled before it began.")
            process.start()
            self._process = process
            if process.pid is not None:
                _give_way(process.pid)  # it imports much before it could do so itself

    def _end(self) -> None:
        with self._lock:
            process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.join()
            process.close()

    def _received(
        self, reader: Connection, progressed: Callable[[Progress], None] | None
    ) -> Iterator[T]:
        while True:
            kind, value = self._message(reader)
            if kind == "piece":
                yield value
            elif kind == "progress":
                if progressed is not None:
                    progressed(value)
            elif kind == "end":
                return
            elif kind == "memory":
                raise JobOverLimit("The work needed more memory than it was given.")
            else:
                raise value

    def _message(self, reader: Connection) -> tuple[_Kind, Any]:
        if not reader.poll(self._limits.silence):
            raise JobOverLimit(f"The work was silent for {self._limits.silence:g} seconds.")
        try:
            message: tuple[_Kind, Any] = reader.recv()
        except (EOFError, OSError):
            raise self._death() from None
        return message

    def _death(self) -> JobFailed:
        process = self._process
        if self._cancelled or process is None:
            return JobCancelled("The work was cancelled.")
        process.join(_MOMENT)
        code = process.exitcode
        if code is not None and code == -getattr(signal, "SIGXCPU", 0):
            return JobOverLimit(f"The work needed more than {self._limits.cpu} seconds.")
        return JobCrashed(f"The work ended without an answer ({_named(code)}).")


def result(work: Callable[..., T], *arguments: object, limits: Limits | None = None) -> T:
    """Return what `work(*arguments)` returns in a child process.

    Raises what it raises, or JobCrashed, JobOverLimit.
    """
    job: Job[T] = Job(work, *arguments, limits=limits)
    [answer] = job.pieces()
    return answer


def _named(code: int | None) -> str:
    if code is None:
        return "it closed its pipe"
    if code < 0:
        with contextlib.suppress(ValueError):
            return signal.Signals(-code).name
    return f"exit code {code}"


def _child(
    writer: Connection, work: Callable[..., Any], arguments: tuple[object, ...], limits: Limits
) -> None:
    _end_with_parent()
    _be_quiet()
    _be_confined(limits)
    last: tuple[_Kind, Any] = ("end", None)
    try:
        outcome = work(*arguments)
        for piece in outcome if isinstance(outcome, Iterator) else (outcome,):
            writer.send(("progress" if isinstance(piece, Progress) else "piece", piece))
    except MemoryError:
        last = ("memory", None)
    except BrokenPipeError:
        return  # nobody listens any more
    except Exception as fault:
        last = ("raised", _portable(fault))
    with contextlib.suppress(BrokenPipeError):
        writer.send(last)


def _portable(fault: Exception) -> Exception:
    """Return `fault` as it can be sent, with the child's traceback as a note."""
    fault.add_note("In the child process:\n" + traceback.format_exc())
    try:
        pickle.loads(pickle.dumps(fault))
    except Exception:
        return JobCrashed(f"The work failed: {type(fault).__name__}: {fault}")
    return fault


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is None:
        return

    def watch() -> None:
        parent.join()
        os._exit(1)

    threading.Thread(target=watch, name="parent watch", daemon=True).start()


def _be_quiet() -> None:
    """Keep the child off the terminal: its words and Ctrl+C belong to the parent."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with contextlib.suppress(OSError):
        nowhere = os.open(os.devnull, os.O_RDWR)
        os.dup2(nowhere, 1)
        os.dup2(nowhere, 2)


def _give_way(pid: int) -> None:
    """Let the window's look-up go before the work of a process, 0 for this one."""
    if sys.platform != "win32":
        with contextlib.suppress(OSError):  # it has ended, or gives way more already
            os.setpriority(os.PRIO_PROCESS, pid, _NICE)


def _be_confined(limits: Limits) -> None:
    """Take the limits on, as far as the system knows them."""
    if sys.platform == "win32":
        return  # Windows has no rlimits; there the silence limit alone holds
    import resource

    _give_way(0)
    wanted = {
        resource.RLIMIT_CORE: (0, 0),
        resource.RLIMIT_CPU: (limits.cpu, limits.cpu + 5),
        resource.RLIMIT_AS: (limits.memory, limits.memory),
    }
    for kind, value in wanted.items():
        with contextlib.suppress(OSError, ValueError):
            resource.setrlimit(kind, value)
