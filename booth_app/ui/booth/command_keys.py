"""The commands at their keys: a pressed key gives its command, the F1 page changes the keys."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeyEvent

from booth_app.languages import LANGUAGES, Lang
from booth_app.ui.booth.key_map import KeyMap, KeyRefused, key_map
from booth_app.ui.booth.key_presses import pressed
from booth_app.ui.booth.keys import COMMANDS, Command


class CommandKeys(QObject):
    """The one way from a key to a command.

    The window offers it every key that no focused field took for itself: fields keep what writes
    in them (`key_presses.writes`) and let all else pass. QShortcut would match what a layout
    writes, not where the key lies, and would leave a focused line edit its own Ctrl+E and Ctrl+U.

    `does` says what each of `commands` does, `kept` which keys the person chose; `trouble` is what
    is to be told of those.
    """

    changed = Signal(object)
    """The keys the person chose, by command name: what is to be kept."""
    given = Signal(str)
    """What the command does that was given."""
    refused = Signal(str)
    """Why a key was not changed: one sentence."""

    def __init__(
        self,
        does: Mapping[str, Callable[[], object]],
        kept: Mapping[str, Sequence[str]],
        commands: Sequence[Command] = COMMANDS,
    ) -> None:
        super().__init__()
        self._does = does
        self._kept = kept
        self._map, self.trouble = key_map(kept, commands)

    @property
    def commands(self) -> tuple[Command, ...]:
        """The commands with the keys they have now."""
        return self._map.commands

    @property
    def targets(self) -> dict[Lang, str]:
        """The key that makes each language the target."""
        return {lang: self.shown(f"target_{lang}") for lang in LANGUAGES}

    @property
    def reading(self) -> dict[Lang, str]:
        """The key that switches whether each language is read."""
        return {lang: self.shown(f"read_{lang}") for lang in LANGUAGES}

    def shown(self, name: str) -> str:
        """Return the key that is shown for the command `name`; empty where it has none."""
        return next(iter(self._map.keys(name)), "")

    def press(self, event: QKeyEvent) -> bool:
        """Give the command of the pressed key; tell whether it has one.

        A key held down gives its command once, but for those that step.
        """
        command = self._map.command(pressed(event))
        if command is None:
            return False
        if command.repeats or not event.isAutoRepeat():
            self._give(command)
        return True

    def give(self, name: str) -> None:
        """Give the command `name`, as its key does."""
        self._give(next(each for each in self.commands if each.name == name))

    def change(self, name: str, key: str) -> None:
        """Give the command `name` the key `key`, in place of those for the same hand."""
        self._take(lambda: self._map.changed(name, key))

    def restore(self, name: str) -> None:
        """Give the command `name` its first keys again."""
        self._take(lambda: self._map.restored(name))

    def _give(self, command: Command) -> None:
        self._does[command.name]()
        self.given.emit(command.says)

    def _take(self, wanted: Callable[[], KeyMap]) -> None:
        try:
            self._map = wanted()
        except KeyRefused as refused:
            self.refused.emit(str(refused))
            return
        known = {command.name for command in self.commands}
        of_others = {name: keys for name, keys in self._kept.items() if name not in known}
        self.changed.emit(of_others | self._map.changes)
