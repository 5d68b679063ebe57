"""The concept of a form while it is typed in: when it is announced, and what is not taken."""

from collections.abc import Mapping
from typing import Any, Final

from PySide6.QtCore import QObject, QTimer, Signal

from booth_app.terminology.concept import Concept
from booth_app.terminology.fields import Field, Value
from booth_app.ui.editor.draft import Draft, refusal

_QUIET: Final = 250
"""Milliseconds without a key after which what was typed is announced."""
_LATEST: Final = 1_000
"""Milliseconds after which it is announced though the hands do not rest: a crash takes no more."""


class TypedConcept(QObject):
    """Holds the draft; announces each state of its concept once, when the hands rest.

    Hands that do not rest have it announced every second.
    """

    changed = Signal(Concept)
    refused = Signal()
    """What cannot be taken is another: see `refusals`."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.draft: Draft | None = None
        self._refusals: dict[Field, str] = {}
        self._typing = QTimer(self, singleShot=True, interval=_QUIET)
        self._latest = QTimer(self, singleShot=True, interval=_LATEST)
        for timer in (self._typing, self._latest):
            timer.timeout.connect(self.announce)

    @property
    def refusals(self) -> Mapping[Field, str]:
        """Why each field whose text cannot be taken is wrong, in a sentence."""
        return self._refusals

    def hold(self, concept: Concept | None) -> bool:
        """Hold `concept`; tell whether it is the one that was held, as it is stored now."""
        old = self.draft
        if old and concept and old.known.key == concept.key:
            self.draft = old.beneath(concept)
            return True
        self.announce()
        self.draft = Draft.of(concept) if concept else None
        self._refusals = {}
        return False

    def set_value(self, field: Field, value: Value) -> None:
        """Take what a field says, or refuse it."""
        if self.draft is None:
            return
        why, before = refusal(field, str(value)), self._refusals.pop(field, "")
        if why:
            self._refusals[field] = why
        else:
            self.draft = self.draft.with_value(field, value)
            self._wait()
        if why != before:
            self.refused.emit()

    def set_links(self, name: str, links: tuple[Any, ...]) -> None:
        """Take all `traps`, `related` or `external`."""
        if self.draft:
            self.draft = self.draft.with_links(**{name: links})
            self._wait()

    def announce(self) -> None:
        """Announce at once what was typed, where it is not known yet."""
        self._typing.stop()
        self._latest.stop()
        if self.draft is None or self.draft.is_announced:
            return
        concept = self.draft.concept
        self.draft = self.draft.announced()
        self.changed.emit(concept)

    def _wait(self) -> None:
        """Announce once the hands rest, or have not rested for long."""
        self._typing.start()
        if not self._latest.isActive():
            self._latest.start()
