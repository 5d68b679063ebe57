"""Which key gives which command: the table of `keys`, as the person has changed it. No Qt."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from booth_app.ui.booth.key_names import hand, key_named, refusal
from booth_app.ui.booth.keys import COMMANDS, Command

_TOLD_AT_MOST: Final = 3
"""Mistakes in the settings that are named; the rest is counted."""


class KeyRefused(Exception):
    """A key cannot be given to a command. Carries one sentence."""


class KeyMap:
    """The commands with the keys they have. It never changes: what changes it returns another.

    `changes` are the commands whose keys the person chose, with those keys: what is kept. Raises
    `KeyRefused` where two commands would have one key.
    """

    def __init__(
        self,
        changes: Mapping[str, tuple[str, ...]] | None = None,
        commands: Sequence[Command] = COMMANDS,
    ) -> None:
        self._defaults = commands
        own = {command.name: command.keys for command in commands}
        self.changes = {n: keys for n, keys in (changes or {}).items() if keys != own.get(n)}
        self.commands = _with(self.changes, commands)
        if found := _clash(self.commands):
            raise KeyRefused(f"{_sentence_of(found)}.")
        self._by_key = {key: each for each in self.commands for key in each.keys}

    def command(self, keys: Iterable[str]) -> Command | None:
        """Return the command of the first of `keys` that has one."""
        return next((self._by_key[key] for key in keys if key in self._by_key), None)

    def keys(self, name: str) -> tuple[str, ...]:
        """Return the keys of the command `name`; none where there is no such command."""
        return next((each.keys for each in self.commands if each.name == name), ())

    def changed(self, name: str, key: str) -> "KeyMap":
        """Return the map with `key` for the command `name`, in place of those for the same hand.

        Raises `KeyRefused` where the key is another command's or cannot give one.
        """
        if why := refusal(key):
            raise KeyRefused(f"{key} cannot be used: {why}.")
        if (other := self.command([key])) and other.name != name:
            raise KeyRefused(f"{key} is already the key of “{other.says}”; nothing was changed.")
        others = tuple(kept for kept in self.keys(name) if hand(kept) != hand(key))
        return KeyMap(self.changes | {name: (key, *others)}, self._defaults)

    def restored(self, name: str) -> "KeyMap":
        """Return the map with the first keys of the command `name`.

        Raises `KeyRefused` where one of them is another command's now.
        """
        first = next(command for command in self._defaults if command.name == name)
        for key in first.keys:
            if (other := self.command([key])) and other.name != name:
                raise KeyRefused(f"{key} is the key of “{other.says}” now; change that one first.")
        kept = {each: keys for each, keys in self.changes.items() if each != name}
        return KeyMap(kept, self._defaults)


def key_map(
    kept: Mapping[str, Sequence[str]], commands: Sequence[Command] = COMMANDS
) -> tuple[KeyMap, str]:
    """Return the map that the settings ask for, and what is to be told of what they cannot have.

    A command or key that does not exist is left out; of two commands that want one key the later
    keeps its first keys.
    """
    told: list[str] = []
    changes: dict[str, tuple[str, ...]] = {}
    known = {command.name for command in commands}
    for name, texts in kept.items():
        if name not in known:
            told.append(f"no command is called “{_short(name)}”")
            continue
        keys = _usable(texts, told)
        if keys or not texts:
            changes[name] = keys
    while found := _clash(_with(changes, commands)):
        told.append(_sentence_of(found))
        clashing = (found.one.name, found.other.name)
        del changes[[name for name in changes if name in clashing][-1]]
    return KeyMap(changes, commands), _sentence(told)


def _usable(texts: Sequence[str], told: list[str]) -> tuple[str, ...]:
    keys: dict[str, None] = {}
    for text in texts:
        key = key_named(text)
        if key is None:
            told.append(f"no key is called “{_short(text)}”")
        elif why := refusal(key):
            told.append(f"{key} cannot be used ({why})")
        else:
            keys[key] = None
    return tuple(keys)


def _with(
    changes: Mapping[str, tuple[str, ...]], commands: Sequence[Command]
) -> tuple[Command, ...]:
    return tuple(each._replace(keys=changes.get(each.name, each.keys)) for each in commands)


class _Clash(NamedTuple):
    key: str
    one: Command
    other: Command


def _clash(commands: Sequence[Command]) -> _Clash | None:
    """Return the first key that two commands would have."""
    owner: dict[str, Command] = {}
    for command in commands:
        for key in command.keys:
            if (one := owner.setdefault(key, command)) is not command:
                return _Clash(key, one, command)
    return None


def _sentence_of(clash: _Clash) -> str:
    return f"{clash.key} would be the key of “{clash.one.says}” and of “{clash.other.says}”"


def _short(text: str) -> str:
    return text if len(text) <= 30 else f"{text[:30]}…"


def _sentence(told: Sequence[str]) -> str:
    if not told:
        return ""
    named = "; ".join(told[:_TOLD_AT_MOST])
    more = f"; and {len(told) - _TOLD_AT_MOST} more" if len(told) > _TOLD_AT_MOST else ""
    return f"Keys in the settings: {named}{more}. They are ignored."
