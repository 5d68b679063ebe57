"""What a key is called, which hand reaches it, and which keys may give commands. No Qt.

A key is written as its modifiers and its name: `Ctrl+Shift+PgUp`, `Alt+1`, `F9`, `Ctrl++`,
`Ctrl+Num7`. Letters are those on the caps, digits those of the upper row whether a layout writes
them with or without Shift, `Num…` the digits of the number pad.
"""

from typing import Final, Literal, NamedTuple

Hand = Literal["left", "right", "both"]

MODIFIERS: Final = ("Ctrl", "Alt", "Shift")
"""In the order they are written in."""

DIGITS: Final = "1234567890"
LETTERS: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
SIGNS: Final = "+-="
FUNCTIONS: Final = tuple(f"F{n}" for n in range(1, 25))
_ARROWS: Final = ("Up", "Down", "Left", "Right")
_EDITING: Final = ("Left", "Right", "Home", "End", "Backspace", "Del", "Ins")
_ENTERS: Final = ("Return", "Enter")
_NAMED: Final = ("Esc", "Tab", "Space", *_ARROWS, "PgUp", "PgDown", *_EDITING[2:], *_ENTERS)
NUMBER_PAD: Final = tuple(f"Num{digit}" for digit in DIGITS)
_ALL: Final = (*FUNCTIONS, *_NAMED, *NUMBER_PAD, *DIGITS, *LETTERS, *SIGNS)

_BY_NAME: Final = {name.lower(): name for name in (*MODIFIERS, *_ALL)} | {
    "control": "Ctrl",
    "escape": "Esc",
    "pageup": "PgUp",
    "pagedown": "PgDown",
    "pgdn": "PgDown",
    "delete": "Del",
    "insert": "Ins",
}

_LEFT: Final = frozenset(("Esc", "Tab", *FUNCTIONS[:6], *"12345QWERTASDFGZXCVB"))
"""What the left hand reaches; the same on the us, fr, es and ara boards."""

_CLIPBOARD: Final = frozenset(("Ctrl+A", "Ctrl+C", "Ctrl+V", "Ctrl+X"))
_SYSTEM: Final = frozenset(("Alt+F4", "Alt+Tab", "Alt+Shift+Tab", "Alt+Space", "Alt+Esc"))


class _Parts(NamedTuple):
    modifiers: frozenset[str]
    name: str


def chord(name: str, *, ctrl: bool = False, alt: bool = False, shift: bool = False) -> str:
    """Return how the key `name` is written when it is pressed with these modifiers."""
    held = (held for held, on in zip(MODIFIERS, (ctrl, alt, shift), strict=True) if on)
    return "+".join((*held, name))


def key_named(text: str) -> str | None:
    """Return the key that a person calls `text`, as it is written here; None: there is none."""
    bare = "".join(text.split())
    if bare.endswith("+"):
        before, name = bare[:-1], "+"
        if before and not before.endswith("+"):
            return None
        before = before.removesuffix("+")
    else:
        before, _, name = bare.rpartition("+")
    words = before.split("+") if before else []
    names = [_BY_NAME.get(word.lower()) for word in (*words, name)]
    held, last = names[:-1], names[-1]
    if last is None or last in MODIFIERS or len(set(held)) < len(held):
        return None
    if any(each not in MODIFIERS for each in held):
        return None
    return chord(last, ctrl="Ctrl" in held, alt="Alt" in held, shift="Shift" in held)


def hand(key: str) -> Hand:
    """Return the hand that presses `key` alone.

    Ctrl and Shift stand at both sides of a board, Alt at the left only: the right one is AltGr on
    French, Spanish and Arabic boards, which writes.
    """
    modifiers, name = _parts(key)
    if name in _LEFT:
        return "left"
    return "both" if "Alt" in modifiers else "right"


def refusal(key: str) -> str:
    """Return in a few words why `key` cannot give a command; empty where it can."""
    modifiers, name = _parts(key)
    if {"Ctrl", "Alt"} <= modifiers:
        return "Ctrl and Alt together write on many boards"
    if key in _SYSTEM:
        return "the system uses it"
    if key in _CLIPBOARD or name == "Tab" or (name in _EDITING and "Alt" not in modifiers):
        return "the look-up field uses it"
    if modifiers - {"Shift"} or name in FUNCTIONS or name in ("Esc", "PgUp", "PgDown"):
        return ""
    if name in ("Up", "Down"):
        return "" if modifiers else "the look-up field uses it"
    return "the look-up field uses it" if name in _ENTERS else "it writes in the look-up field"


def _parts(key: str) -> _Parts:
    before, _, name = key.rpartition("+")
    if not name:  # the plus key itself
        before, name = key[:-1].removesuffix("+"), "+"
    return _Parts(frozenset(before.split("+")) - {""}, name)
