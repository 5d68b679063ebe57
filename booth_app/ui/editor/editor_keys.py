"""Every command of the editor's window and its keys: one table, shown by F1.

The fields of the form keep the keys that write and move in a text; all others come here. The keys
of a term's row, of the lists beside the form and of the fields are in the table too, so that it
tells them all; their commands have no name.
"""

from typing import Final

from booth_app.editing.survey_facts import FILTERS
from booth_app.ui.booth.keys import Command
from booth_app.ui.editor.checks_wording import MEND_KEY
from booth_app.ui.editor.chip import TITLES
from booth_app.ui.editor.field_keys import ROW_KEYS

COMMANDS: Final[tuple[Command, ...]] = (
    Command("search", ("Ctrl+F", "Ctrl+L"), "find a concept by any term", "List"),
    Command("next_concept", ("Ctrl+PgDown", "Ctrl+Down"), "the next concept", "List", repeats=True),
    Command("concept_before", ("Ctrl+PgUp", "Ctrl+Up"), "the concept before", "List", repeats=True),
    Command("back", ("Alt+Left",), "back to the concept one came from", "List", repeats=True),
    Command("on_again", ("Alt+Right",), "on again to the one after it", "List", repeats=True),
    *(
        Command(f"filter_{name}", (f"Alt+{at}",), f"only: {TITLES[name].lower()}", "List")
        for at, name in enumerate(FILTERS, 1)
    ),
    Command("glossary", ("Ctrl+G",), "another glossary", "List"),
    Command("new_concept", ("Ctrl+N",), "a new concept", "Concept"),
    Command("to_form", ("F2", "Ctrl+M"), "write in the concept’s first term", "Concept"),
    Command("next_part", ("F3",), "on: language by language, then the note", "Concept"),
    Command("part_before", ("Shift+F3",), "back: language by language", "Concept"),
    Command("new_term", ("Ctrl+T", "Ctrl+I"), "a new term, in the language one is in", "Concept"),
    Command("save", ("Ctrl+S",), "store at once (it is stored as typed, too)", "Concept"),
    Command("undo", ("Ctrl+Z",), "undo, across everything stored", "Concept", repeats=True),
    Command("redo", ("Ctrl+Shift+Z", "Ctrl+Y"), "do it again", "Concept", repeats=True),
    Command("delete_concept", ("Ctrl+Shift+D",), "delete the concept", "Concept"),
    Command("next_problem", ("F8", "Ctrl+J"), "the next problem", "Review"),
    Command("approve", ("Ctrl+Return", "Ctrl+Enter"), "approve the concept’s terms", "Review"),
    Command(
        "approve_all",
        ("Ctrl+Shift+Return", "Ctrl+Shift+Enter"),
        "approve all that is listed; the count comes first",
        "Review",
    ),
    Command("from_booth", ("Ctrl+B",), "the inbox: what waits from the booth", "Review"),
    Command("next_pane", ("F6",), "on: list, concept, what stands beside it", "Window"),
    Command("pane_before", ("Shift+F6",), "back: list, concept, beside it", "Window"),
    Command("file_menu", ("F10", "Alt+F"), "the menu of files", "Window"),
    Command("next_theme", ("F9", "Shift+F2"), "dark, light, dim", "Window"),
    Command("larger", ("Ctrl++", "Ctrl+="), "larger type, up to 300 %", "Window", repeats=True),
    Command("smaller", ("Ctrl+-",), "smaller type", "Window", repeats=True),
    Command("usual_size", ("Ctrl+0",), "usual type size", "Window"),
    Command("to_booth", ("Ctrl+E",), "to the booth", "Window"),
    Command("show_keys", ("F1", "Ctrl+K"), "show or hide this page", "Window"),
)
"""What the window does."""

OTHERS: Final[tuple[Command, ...]] = (
    Command("", ("Tab",), "the next field; Shift+Tab: the field before", "Form"),
    Command("", ("Return",), "the next term, at the last a new one", "Form"),
    Command("", ("Esc",), "put the field back as it was", "Form"),
    Command("", (ROW_KEYS["details"],), "a term’s other fields", "Form"),
    Command("", (ROW_KEYS["up"],), "the term one place up", "Form"),
    Command("", (ROW_KEYS["down"],), "the term one place down", "Form"),
    Command("", (ROW_KEYS["status up"],), "a better status; at a link, another kind", "Form"),
    Command("", (ROW_KEYS["status down"],), "a worse status", "Form"),
    Command("", (ROW_KEYS["delete"],), "delete the term", "Form"),
    Command("", ("Del",), "at a link: remove it", "Form"),
    Command("", (MEND_KEY,), "do what the current problem offers", "Beside the form"),
    Command("", ("Enter",), "open what is current in a list", "Beside the form"),
    Command("", ("L",), "in similar concepts: link", "Beside the form"),
    Command("", ("M",), "in similar concepts: merge", "Beside the form"),
    Command("", ("Space",), "in the history: hold a state, to compare another", "Beside the form"),
)
"""What fields and lists do by themselves."""
