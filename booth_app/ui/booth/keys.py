"""Every command of the running booth and its keys: one table, shown by F1.

No command is a bare letter or digit: those belong to the look-up field.
"""

from typing import Final, NamedTuple

from booth_app.languages import Lang


class Command(NamedTuple):
    """A command: its name in the program, its keys, and what the F1 page says of it.

    `keys` are portable key names as QKeySequence reads them; the first is the one shown.
    """

    name: str
    keys: tuple[str, ...]
    says: str
    group: str


TARGETS: Final[dict[Lang, str]] = {"en": "F2", "fr": "F3", "es": "F4", "ar": "F5"}
"""The key that makes each language the target."""

PEOPLE: Final = 9
"""How many of an item's people have a key of their own (Alt+1 to Alt+9)."""

COMMANDS: Final[tuple[Command, ...]] = (
    Command("target_en", ("F2",), "into English", "Target language"),
    Command("target_fr", ("F3",), "into French", "Target language"),
    Command("target_es", ("F4",), "into Spanish", "Target language"),
    Command("target_ar", ("F5",), "into Arabic", "Target language"),
    Command("swap_target", ("F6",), "back to the last target", "Target language"),
    Command("next_floor", ("Ctrl+L",), "next floor language", "Target language"),
    Command("clear", ("Esc",), "clear the field and the answer", "Look-up"),
    Command("next_trap", ("Ctrl+T",), "next trap of the answer", "Look-up"),
    Command("take_back", ("Ctrl+Z",), "take the last new term back", "Look-up"),
    Command("suggest_title", ("F11",), "machine suggestion for the item's title", "Look-up"),
    Command("suggest_question", ("F12",), "machine suggestion for its question", "Look-up"),
    Command("next_item", ("F9",), "the next item has begun", "Agenda"),
    Command("cursor_up", ("Alt+Up",), "choose an item above", "Agenda"),
    Command("cursor_down", ("Alt+Down",), "choose an item below", "Agenda"),
    Command(
        "we_are_here", ("F10", "Alt+Return", "Alt+Enter"), "we are at the chosen item", "Agenda"
    ),
    Command("clock_back", ("Alt+Left",), "rehearsal clock one minute back", "Agenda"),
    Command("clock_on", ("Alt+Right",), "rehearsal clock one minute on", "Agenda"),
    Command("clock_far_back", ("Alt+PgUp",), "rehearsal clock ten minutes back", "Agenda"),
    Command("clock_far_on", ("Alt+PgDown",), "rehearsal clock ten minutes on", "Agenda"),
    Command("clock_start", ("Alt+Home",), "rehearsal clock to the meeting's start", "Agenda"),
    *(
        Command(f"confirm_{n}", (f"Alt+{n}",), f"person {n} of the item is speaking", "Speaker")
        for n in range(1, PEOPLE + 1)
    ),
    Command("nobody", ("Alt+0",), "back to the expected people", "Speaker"),
    Command("edit_say_as", ("Ctrl+P",), "write how the name is said", "Speaker"),
    Command("hand_over", ("F7",), "start my turn, or hand over", "Turn"),
    Command("stop_turn", ("Ctrl+F7",), "stop the turn timer", "Turn"),
    Command("turn_length", ("Shift+F7",), "turn of 10, 15, 20 or 30 minutes", "Turn"),
    Command("next_theme", ("F8",), "dark, light, dim", "Screen"),
    Command("larger", ("Ctrl++", "Ctrl+="), "larger type, up to 300 %", "Screen"),
    Command("smaller", ("Ctrl+-",), "smaller type", "Screen"),
    Command("usual_size", ("Ctrl+0",), "usual type size", "Screen"),
    Command("show_keys", ("F1",), "show or hide this page", "Screen"),
)
