"""Every command of the running booth and its keys: one table, shown and changed by F1.

No command is a bare letter or digit: those belong to the look-up field. Each has a key for the
left hand alone and one for the right alone (`key_names.hand` says which is which):

- Left: F1 to F6; Ctrl or Alt with letters left of the middle; the person's number with Alt, from
  the sixth on, counted anew, with Ctrl. X C V B, side by side, move the rehearsal's clock.
- Right: F7 to F12; the right Ctrl with letters right of the middle; the arrows, with Ctrl over the
  agenda, with Shift over its people; Shift with F9 to F12 as F2 to F5; Ctrl with the number pad
  for a person. Where there is no number pad Shift and the arrows reach everybody.
- Ctrl and Shift with a letter, on either side, for what is done once a speaker.

Digits are matched by their place, so Alt+1 needs no Shift on a French board. Letters are matched by
what the cap says, or by their place on a board that writes no Latin letters. Alt with Shift is not
used (it changes the layout on many systems), nor Ctrl+6, Ctrl+8 (minus and underscore on a French
board), nor Ctrl+H, Ctrl+Q and Ctrl+W (macOS hides, quits, closes), nor Ctrl+Shift+E and
Ctrl+Shift+U (input methods on Linux), nor anything with Ctrl and Alt (AltGr).
"""

from collections.abc import Callable
from typing import Final, NamedTuple

KeyOf = Callable[[str], str]
"""From a command's name to the key that is shown for it; empty where it has none."""


class Command(NamedTuple):
    """A command: its name in the program, its keys, and what the F1 page says of it.

    `keys` are written as in `key_names`; the first is the one shown beside what it does. `repeats`
    is whether a key held down gives it again and again: only where too often does no harm.
    """

    name: str
    keys: tuple[str, ...]
    says: str
    group: str
    repeats: bool = False


PEOPLE: Final = 9
"""How many of an item's people have a key of their own (Alt+1 to Alt+9)."""


def _confirming(number: int) -> tuple[str, ...]:
    """Return the keys of an item's person `number`: at sight, right hand, left hand from 6 on."""
    left = (f"Ctrl+{number - 5}",) if number > 5 else ()
    return (f"Alt+{number}", *left, f"Ctrl+Num{number}")


COMMANDS: Final[tuple[Command, ...]] = (
    Command("target_en", ("F2", "Shift+F9"), "into English", "Target language"),
    Command("target_fr", ("F3", "Shift+F10"), "into French", "Target language"),
    Command("target_es", ("F4", "Shift+F11"), "into Spanish", "Target language"),
    Command("target_ar", ("F5", "Shift+F12"), "into Arabic", "Target language"),
    Command("swap_target", ("F6", "Shift+F8"), "back to the last target", "Target language"),
    Command("next_floor", ("Ctrl+F", "Ctrl+L"), "next floor language", "Target language"),
    Command(
        "swap_languages",
        ("Ctrl+Shift+X", "Ctrl+F9"),
        "floor and target change places",
        "Target language",
    ),
    Command(
        "next_relay",
        ("Ctrl+Shift+R", "Ctrl+Shift+H"),
        "on relay: the language heard",
        "Target language",
    ),
    Command("read_en", ("Ctrl+F2", "Ctrl+Shift+F9"), "read English", "Target language"),
    Command("read_fr", ("Ctrl+F3", "Ctrl+Shift+F10"), "read French", "Target language"),
    Command("read_es", ("Ctrl+F4", "Ctrl+Shift+F11"), "read Spanish", "Target language"),
    Command("read_ar", ("Ctrl+F5", "Ctrl+Shift+F12"), "read Arabic", "Target language"),
    Command("clear", ("Esc", "Ctrl+O"), "clear the field and the answer", "Look-up"),
    Command("next_trap", ("Ctrl+T", "Ctrl+I"), "next trap of the answer", "Look-up"),
    Command("ask_machine", ("Ctrl+Shift+A", "Ctrl+M"), "= before the text: the machine", "Look-up"),
    Command("find_people", ("Ctrl+G", "Ctrl+U"), "@ before the text: people", "Look-up"),
    Command("new_term", ("Ctrl+D", "Ctrl+N"), "+ before the text: a new term", "Look-up"),
    Command(
        "open_trap",
        ("Ctrl+Shift+G", "Ctrl+Shift+I"),
        "open or close a small hit’s trap",
        "Look-up",
    ),
    Command(
        "show_all", ("Ctrl+Shift+W", "Ctrl+Shift+O"), "all languages, or those I read", "Look-up"
    ),
    Command(
        "park", ("Ctrl+Shift+B", "Ctrl+Return"), "park the line in the scratch line", "Look-up"
    ),
    Command("pin", ("Ctrl+Shift+D", "Ctrl+Shift+N"), "pin the answer, or unpin it", "Look-up"),
    Command("take_back", ("Ctrl+Z", "Ctrl+Y"), "take the last new term back", "Look-up"),
    Command(
        "release_missed",
        ("Ctrl+Shift+C", "Ctrl+Shift+J"),
        "release look-ups in vain to the editor",
        "Look-up",
    ),
    Command("suggest_title", ("Alt+A", "F11"), "machine suggestion for the title", "Look-up"),
    Command("suggest_question", ("Alt+Q", "F12"), "machine suggestion for the question", "Look-up"),
    Command(
        "show_glossaries",
        ("Ctrl+F6", "Ctrl+F11"),
        "switch glossaries on and off",
        "Look-up",
    ),
    Command("next_item", ("F9", "Alt+F"), "the next item has begun", "Agenda"),
    Command(
        "cursor_up", ("Alt+E", "Ctrl+Up", "Alt+Up"), "choose an item above", "Agenda", repeats=True
    ),
    Command(
        "cursor_down",
        ("Alt+D", "Ctrl+Down", "Alt+Down"),
        "choose an item below",
        "Agenda",
        repeats=True,
    ),
    Command(
        "we_are_here",
        ("F10", "Alt+G", "Alt+Return", "Alt+Enter"),
        "we are at the chosen item",
        "Agenda",
    ),
    Command(
        "clock_back",
        ("Alt+C", "Ctrl+PgUp", "Alt+Left"),
        "rehearsal one minute back",
        "Agenda",
        repeats=True,
    ),
    Command(
        "clock_on",
        ("Alt+V", "Ctrl+PgDown", "Alt+Right"),
        "rehearsal one minute on",
        "Agenda",
        repeats=True,
    ),
    Command(
        "clock_far_back",
        ("Alt+X", "Shift+PgUp", "Alt+PgUp"),
        "rehearsal ten minutes back",
        "Agenda",
        repeats=True,
    ),
    Command(
        "clock_far_on",
        ("Alt+B", "Shift+PgDown", "Alt+PgDown"),
        "rehearsal ten minutes on",
        "Agenda",
        repeats=True,
    ),
    Command(
        "clock_start",
        ("Alt+Z", "Ctrl+J", "Alt+Home"),
        "rehearsal from the start",
        "Agenda",
    ),
    *(
        Command(f"confirm_{n}", _confirming(n), f"person {n} is speaking", "Speaker")
        for n in range(1, PEOPLE + 1)
    ),
    Command("next_person", ("Alt+T", "Shift+Down"), "the next person is speaking", "Speaker"),
    Command("person_before", ("Alt+R", "Shift+Up"), "the person before is speaking", "Speaker"),
    Command("nobody", ("Alt+0", "Ctrl+5", "Ctrl+Num0"), "back to the expected people", "Speaker"),
    Command("edit_say_as", ("Alt+S", "Ctrl+P"), "write how the name is said", "Speaker"),
    Command(
        "edit_address",
        ("Ctrl+Shift+S", "Ctrl+Shift+P"),
        "write how the speaker is addressed",
        "Speaker",
    ),
    Command(
        "next_speaks", ("Ctrl+Shift+F", "Ctrl+Shift+L"), "which language they speak", "Speaker"
    ),
    Command(
        "next_speech",
        ("Ctrl+Shift+T", "Ctrl+Shift+M"),
        "whether their text was received",
        "Speaker",
    ),
    Command("hand_over", ("F7", "Ctrl+R"), "start my turn, or hand over", "Turn"),
    Command("stop_turn", ("Ctrl+F7", "Shift+F6"), "stop the turn timer", "Turn"),
    Command("turn_length", ("Shift+F7", "Alt+W"), "turn of 10, 15, 20 or 30 minutes", "Turn"),
    Command("edit", ("Ctrl+E", "Ctrl+Shift+K"), "the glossary editor", "Screen"),
    Command("dock", ("Ctrl+B", "Ctrl+F8"), "narrow beside others, or wide", "Screen"),
    Command("dock_edge", ("Ctrl+S", "Ctrl+F12"), "to the screen's other edge", "Screen"),
    Command(
        "page_side", ("Ctrl+Shift+V", "Ctrl+Shift+Down"), "page down in the right column", "Screen"
    ),
    Command("tell_seal", ("Shift+F1", "Ctrl+F10"), "what leaves this computer", "Screen"),
    Command("next_theme", ("F8", "Shift+F2"), "dark, light, dim", "Screen"),
    Command(
        "larger",
        ("Ctrl++", "Ctrl+=", "Shift+F4"),
        "larger type, up to 300 %",
        "Screen",
        repeats=True,
    ),
    Command("smaller", ("Ctrl+-", "Shift+F3"), "smaller type", "Screen", repeats=True),
    Command("usual_size", ("Ctrl+0", "Shift+F5"), "usual type size", "Screen"),
    Command("show_keys", ("F1", "Ctrl+K"), "show or hide this page", "Screen"),
)


def first_key(name: str) -> str:
    """Return the key that is shown for the command `name` unless the person chose another."""
    return _FIRST.get(name, "")


_FIRST: Final = {command.name: command.keys[0] for command in COMMANDS}
