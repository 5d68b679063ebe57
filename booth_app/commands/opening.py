"""Opens what is stored for a command: to read, beside a window too, or to write."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from booth_app.commands.output import CommandError, warn
from booth_app.paths import DataFolder

if TYPE_CHECKING:
    from booth_app.meeting.meeting import Meeting
    from booth_app.meetings import Meetings
    from booth_app.termbase import Termbase


class Opened(NamedTuple):
    """The term base, and the meeting it follows: its people are found, its terms come first."""

    termbase: "Termbase"
    meeting: "Meeting | None"


@contextmanager
def opened(data: DataFolder, meeting: str | None = None) -> Iterator[Opened]:
    """Give what `data` holds; it follows the meeting named, else the one last open.

    What is due is done first: a first start takes the glossaries in. What the person should know
    is said on stderr when all went well. Raises CommandError.
    """
    from booth_app import settings
    from booth_app.meetings import Meetings

    with _termbase(data, write=False) as termbase:
        chosen = settings.load(data.settings).settings
        followed = _meeting(Meetings(termbase.store), meeting, chosen.meeting)
        termbase.follow(followed)
        yield Opened(termbase, followed)


@contextmanager
def opened_to_write(data: DataFolder) -> Iterator["Termbase"]:
    """Give the term base of `data` to be changed; as `opened` otherwise.

    Raises CommandError: beside a window nothing is written.
    """
    with _termbase(data, write=True) as termbase:
        yield termbase


@contextmanager
def _termbase(data: DataFolder, *, write: bool) -> Iterator["Termbase"]:
    from booth_app import settings
    from booth_app.termbase import StoreFault, Termbase

    chosen, damaged = settings.load(data.settings)
    told = [damaged] if damaged else []
    try:
        person = settings.signing_person(chosen)
        termbase = Termbase.open(data, person, write=write, told=told.append)
        try:
            yield termbase
        finally:
            termbase.close()
    except StoreFault as fault:
        raise CommandError(str(fault)) from fault
    for sentence in told:
        warn(sentence)


def _meeting(meetings: "Meetings", named: str | None, last: str) -> "Meeting | None":
    if named is None:
        return meetings.last_open(last)
    found = meetings.meeting(named)
    if found is None:
        known = ", ".join(meetings.ids()) or "none"
        raise CommandError(f"there is no meeting {named!r}; stored: {known}")
    return found
