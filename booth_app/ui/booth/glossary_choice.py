"""Which glossaries are switched on: shown, changed, kept, and looked up in accordingly."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from booth_app.ui.booth.backing import Backing
from booth_app.ui.booth.booth_view import BoothView
from booth_app.ui.booth.glossaries_page import Switched

if TYPE_CHECKING:
    from booth_app.ui.booth.running_booth import RunningBooth

_NONE: Final = "No glossary is open yet; try again in a moment."


class GlossaryChoice:
    """Switches glossaries for `booth`; what is looked up at that moment is answered anew."""

    def __init__(self, booth: "RunningBooth", view: BoothView, backing: Backing) -> None:
        self._booth = booth
        self._view = view
        self._backing = backing

    def commands(self) -> dict[str, Callable[[], object]]:
        """Return the commands that are about glossaries."""
        return {"show_glossaries": self.show}

    def take_effect(self) -> None:
        """Have the look-up rank what is switched off last."""
        self._backing.switch_off(self._booth.settings.switched_off)

    def show(self) -> None:
        """Show the glossaries over the words, or take them away; say so where none is open yet."""
        rows = self._rows()
        if rows:
            self._view.show_glossaries(rows)
        else:
            self._view.message.tell(_NONE)

    def switch(self, name: str) -> None:
        """Switch the glossary called `name` on where it is off, off where it is on."""
        off = self._booth.settings.switched_off
        off = tuple(one for one in off if one != name) if name in off else (*off, name)
        self._booth.keep_settings(replace(self._booth.settings, switched_off=off))
        self.take_effect()
        self._view.glossaries.show_glossaries(self._rows())
        self._view.words.look_again()

    def _rows(self) -> list[Switched]:
        off = self._booth.settings.switched_off
        return [Switched(name, name not in off) for name in self._backing.glossaries()]
