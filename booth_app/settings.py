"""The person's settings: one typed dataclass, kept as JSON.

Each field and its default is declared once, below. A value of another kind than its field's is
replaced by the default; keys that this Booth does not know are kept for the one that does.
"""

import json
import os
import time
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any, Final, Literal, NamedTuple, TypeGuard, get_args

from booth_app.languages import LANGUAGES, Lang, is_language

ThemeName = Literal["light", "dark", "dim"]
SMALLEST: Final = 0.5
LARGEST: Final = 3.0
"""The type sizes a window can be read at: 50 % to 300 %."""
PAUSES: Final = (2.0, 10.0)
"""The fewest and most seconds without typing after which a query is let go."""
TURNS: Final = (10, 15, 20, 30)
"""Minutes a turn may have."""

Box = tuple[int, int, int, int]
"""Left, top, width and height of a window, in the desktop's pixels."""
_FARTHEST: Final = 100_000
"""Pixels beyond which no desktop reaches."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What the person chose. `target` is None until a first start has asked for it.

    `scale` is the size of type (1.0 = 100 %), `turn_minutes` the length of a turn, `person` who
    signs changes (empty: the account's name), `meeting` the id of the one last open, `reads` the
    languages that are printed under hits, in their order; `switched_off` are the glossaries that
    are found after all others; `pause_seconds` is how long after its
    last key a query is let go. `docked` is whether the window stands narrow beside others,
    `docked_place` and `window_place` are where it stood docked and at large, None: nowhere yet;
    `maximised` is whether it filled its screen then; `editor_place` and `editor_maximised` say the
    same of the editor's window. `keys` are the commands whose keys the person
    chose, with those keys. `unknown` is what another version wrote.
    """

    target: Lang | None = None
    previous_target: Lang | None = None
    floor: Lang = "fr"
    theme: ThemeName = "dark"
    scale: float = 1.0
    turn_minutes: int = 30
    person: str = ""
    meeting: str = ""
    reads: tuple[Lang, ...] = LANGUAGES
    switched_off: tuple[str, ...] = ()
    pause_seconds: float = 3.0
    docked: bool = False
    docked_place: Box | None = None
    window_place: Box | None = None
    maximised: bool = False
    editor_place: Box | None = None
    editor_maximised: bool = False
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False)
    unknown: Mapping[str, object] = field(default_factory=dict, hash=False)


class Loaded(NamedTuple):
    """Settings as they were read, and the sentence to show where their file was damaged."""

    settings: Settings
    told: str | None


class SettingsNotSaved(Exception):
    """The settings file could not be written; the old one is intact. Carries one sentence."""


def load(file: Path) -> Loaded:
    """Return the settings in `file`; defaults where it is absent.

    A file that cannot be understood is moved aside, never overwritten, and that is told.
    """
    try:
        stored = json.loads(file.read_text("utf-8"))
        if not isinstance(stored, dict):
            raise ValueError("no JSON object")
    except FileNotFoundError:
        return Loaded(Settings(), None)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        return Loaded(Settings(), f"{file} cannot be read ({reason}); default settings are used.")
    except (ValueError, RecursionError):
        return Loaded(Settings(), _moved_aside(file))
    return Loaded(_settings(stored), None)


def save(file: Path, settings: Settings) -> None:
    """Write `settings` beside `file` and put them in its place in one step.

    Raises `SettingsNotSaved`; whatever was there is then still there.
    """
    known = {name: getattr(settings, name) for name in _NAMES}
    text = json.dumps({**settings.unknown, **known}, indent=2, sort_keys=True) + "\n"
    beside = file.with_name(file.name + ".new")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with beside.open("w", encoding="utf-8", newline="\n") as opened:
            opened.write(text)
            opened.flush()
            os.fsync(opened.fileno())
        beside.replace(file)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise SettingsNotSaved(f"The settings were not saved in {file} ({reason}).") from error


def signing_person(settings: Settings) -> str:
    """Return who signs changes: BOOTH_PERSON, else the setting, else the account's name."""
    return os.environ.get("BOOTH_PERSON") or settings.person or _account()


_PLACES: Final = ("docked_place", "window_place", "editor_place")
_NAMES: Final = tuple(each.name for each in fields(Settings) if each.name != "unknown")


def _settings(stored: Mapping[str, object]) -> Settings:
    values = {name: stored[name] for name in _NAMES if name in stored and _fits(name, stored[name])}
    unknown = {name: value for name, value in stored.items() if name not in _NAMES}
    return replace(Settings(unknown=unknown), **_typed(values))


def _typed(values: dict[str, Any]) -> dict[str, Any]:
    """Return `values` in the types that JSON has no word for."""
    for name in ("reads", "switched_off"):
        if name in values:
            values[name] = tuple(values[name])
    for name in ("scale", "pause_seconds"):
        if name in values:
            values[name] = float(values[name])
    if "keys" in values:
        written = values["keys"].items()  # by hand too: one key need not stand in a list
        values["keys"] = {n: (k,) if isinstance(k, str) else tuple(k) for n, k in written}
    if "turn_minutes" in values:
        values["turn_minutes"] = int(values["turn_minutes"])
    for place in _PLACES:
        if values.get(place) is not None:
            values[place] = tuple(values[place])
    return values


def _fits(name: str, value: object) -> bool:
    """Tell whether `value` can be the value of the field `name`."""
    match name:
        case "target" | "previous_target":
            return value is None or _is_language(value)
        case "floor":
            return _is_language(value)
        case "theme":
            return value in get_args(ThemeName)
        case "scale":
            return _is_number(value) and SMALLEST <= value <= LARGEST
        case "pause_seconds":
            return _is_number(value) and PAUSES[0] <= value <= PAUSES[1]
        case "turn_minutes":
            return _is_number(value) and value in TURNS
        case "docked" | "maximised" | "editor_maximised":
            return isinstance(value, bool)
        case "docked_place" | "window_place" | "editor_place":
            return value is None or _is_box(value)
        case "keys":
            return isinstance(value, dict) and all(map(_are_texts, value.values()))
        case "switched_off":
            return isinstance(value, list) and _are_texts(value) and all(map(_is_storable, value))
        case "reads":
            return isinstance(value, list) and _are_languages(value)
        case _:
            return isinstance(value, str) and _is_storable(value)


def _is_storable(text: str) -> bool:
    """Tell whether `text` is without lone surrogates, which JSON can write and no file can hold."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _is_number(value: object) -> TypeGuard[int | float]:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _is_box(value: object) -> bool:
    if not isinstance(value, list) or len(value) != 4:
        return False
    whole = all(_is_number(n) and isinstance(n, int) and abs(n) < _FARTHEST for n in value)
    return whole and min(value[2:]) > 0


def _are_texts(values: object) -> bool:
    """Tell whether `values` is a text or a list of texts."""
    listed = values if isinstance(values, list) else [values]
    return all(isinstance(value, str) for value in listed)


def _are_languages(values: list[object]) -> bool:
    return bool(values) and all(_is_language(v) and values.count(v) == 1 for v in values)


def _is_language(value: object) -> bool:
    return isinstance(value, str) and is_language(value)


def _moved_aside(file: Path) -> str:
    aside = file.with_name(f"{file.stem}.damaged-{time.strftime('%Y-%m-%dT%H%M%S')}{file.suffix}")
    try:
        file.replace(aside)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        return f"{file} is damaged and could not be moved aside ({reason}); defaults are used."
    return f"The settings were damaged; they are now in {aside}, and default settings are used."


def _account() -> str:
    import getpass

    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):  # an account without a name
        return ""
