"""What was looked up in vain: counted in the meeting, the editor's to see once it is released."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from booth_app.ui.booth.harmless import isolated

if TYPE_CHECKING:
    from booth_app.ui.booth.backing import Backing
    from booth_app.ui.booth.message_line import MessageLine
    from booth_app.ui.booth.running_booth import RunningBooth

NOTHING: Final = "No look-up of this meeting waits to be released."
_NAMED: Final = 8
"""Look-ups that are named before they are released; of the others the line says how many."""


class InVain:
    """Counts look-ups that found nothing, and releases those of the meeting that `booth` sits in.

    The command first names them; given again while that line is shown it releases them. What was
    looked up may be confidential: nobody releases it unseen.
    """

    def __init__(self, booth: "RunningBooth", line: "MessageLine", backing: "Backing") -> None:
        self._booth, self._line, self._backing = booth, line, backing
        self._offered: tuple[Sequence[str], str] = ((), "")

    def commands(self) -> dict[str, Callable[[], object]]:
        """Return the command by name."""
        return {"release_missed": self.release}

    def count(self, query: str) -> None:
        """Count a look-up that found nothing, in its own language or the floor's."""
        lang = self._backing.language_of(query) or self._booth.floor
        self._backing.miss(self._booth.sitting.meeting, query, lang)

    def release(self) -> None:
        """Name what was looked up in vain; where that is on the screen, release it."""
        meeting = self._booth.sitting.meeting
        texts = self._backing.missed(meeting)
        if texts is None:  # why is told
            return
        if not texts:
            self._line.tell(NOTHING)
            return
        if self._offered != (texts, self._line.text()):
            self._line.tell(_offer(texts, self._booth.keys.shown("release_missed")))
            self._offered = (texts, self._line.text())
        elif (released := self._backing.release_missed(meeting)) is not None:
            self._line.tell(f"{released:,} released: waiting in the glossary editor.")


def _offer(texts: Sequence[str], key: str) -> str:
    """Return the line that names `texts` and how to release them."""
    counted = "1 look-up" if len(texts) == 1 else f"{len(texts):,} look-ups"
    named = ", ".join(isolated(text) for text in texts[:_NAMED])
    more = len(texts) - _NAMED
    others = f" and {more:,} more" if more > 0 else ""
    again = f"{key} again" if key else "The same command again"
    return f"{counted} found nothing: {named}{others}. {again} gives this to the glossary editor."
