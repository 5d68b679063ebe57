"""What the machine is asked: what was typed, or the item's title or question."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Literal

from booth_app.meeting.meeting import Text, wording
from booth_app.ui.booth.suggestion_worker import SuggestionWorker

if TYPE_CHECKING:
    from booth_app.translation.suggestions import Suggestions
    from booth_app.ui.booth.backing import Backing
    from booth_app.ui.booth.booth_view import BoothView
    from booth_app.ui.booth.running_booth import RunningBooth


class Suggesting:
    """Chooses from which language `booth` has its machine translate; `worker` answers."""

    def __init__(self, booth: "RunningBooth", view: "BoothView", backing: "Backing") -> None:
        self._booth, self._view, self._backing = booth, view, backing
        self.worker = SuggestionWorker(self._suggestions, booth)

    def commands(self) -> dict[str, Callable[[], object]]:
        """Return the commands by name."""
        return {
            "ask_machine": partial(self._view.words.field.begin_with, "="),
            "suggest_title": partial(self.suggest_of_item, "title"),
            "suggest_question": partial(self.suggest_of_item, "question"),
        }

    def suggest(self, phrase: str) -> None:
        """Ask for `phrase`, from the language it is in into the target."""
        booth = self._booth
        source = self._backing.language_of(phrase) or booth.floor
        if source == booth.target:  # words that both share, or a slip of the hand
            source = booth.floor
        self.worker.request(phrase, source, booth.target)

    def suggest_of_item(self, part: Literal["title", "question"]) -> None:
        """Ask for a text of the current item, from its original."""
        booth = self._booth
        text: Text = getattr(booth.sitting.item, part, {})
        others = {lang: said for lang, said in text.items() if lang != booth.target}
        originals = {lang: said for lang, said in others.items() if said.verified}
        if found := wording(originals or others, booth.floor):
            lang, said = found
            self._view.words.expect_suggestion(said.text)
            self.worker.request(said.text, lang, booth.target)

    def _suggestions(self) -> "Suggestions":
        return self._backing.suggestions(lambda: self._booth.sitting.meeting)
