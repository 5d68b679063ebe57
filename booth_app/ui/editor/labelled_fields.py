"""Fields under one another, each beside its label, with what is wrong with it below it."""

from collections.abc import Iterator, Mapping
from typing import Final, Protocol, cast

from PySide6.QtWidgets import QWidget

from booth_app.ui.editor.plain_words import PlainWords, ProblemWords
from booth_app.ui.theme import Look

_LABEL: Final = 9.0
_GAP: Final = 6
_NARROW: Final = 380


class FormPart(Protocol):
    """What stands in a form: it dresses, and tells its height at a width."""

    def wear(self, look: Look) -> None:
        """Take the look's colours and fonts."""

    def height_for(self, width: int) -> int:
        """Lay its own parts out for this width; return the pixels of height that they take."""


class LabelledFields(QWidget):
    """Stacks parts of a form; a part that is hidden takes no room, its label neither."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._look: Look | None = None
        self._parts: dict[str, tuple[PlainWords, QWidget]] = {}
        self._problems: dict[str, ProblemWords] = {}

    def add(self, name: str, label: str, part: QWidget) -> None:
        """Add `part` under `name`, which is a form part, beside its label."""
        words = PlainWords(self, _LABEL, "faint")
        words.say(label)
        self._parts[name] = (words, part)

    def part(self, name: str) -> QWidget | None:
        """Return the part of this name; None where there is none."""
        return self._parts[name][1] if name in self._parts else None

    def parts(self) -> Iterator[tuple[str, QWidget]]:
        """Yield every part with its name."""
        for name, (_, part) in self._parts.items():
            yield name, part

    def show_problems(self, problems: Mapping[str, str]) -> None:
        """Say what is wrong with each part by name, and nothing of the others."""
        for name, (_, part) in self._parts.items():
            problem = problems.get(name, "")
            frame = getattr(part, "show_problem", None)
            if frame is not None:
                frame(problem)
            if problem and name not in self._problems:
                self._problems[name] = ProblemWords(self)
                if self._look:
                    self._problems[name].wear(self._look)
            if name in self._problems:
                self._problems[name].say(problem)

    def wear(self, look: Look) -> None:
        """Take the look's colours and fonts."""
        self._look = look
        for words, part in self._parts.values():
            words.wear(look)
            cast("FormPart", part).wear(look)
        for problem in self._problems.values():
            problem.wear(look)

    def height_for(self, width: int) -> int:
        """Lay the parts out for this width; return the pixels of height that they take."""
        if self._look is None:
            return 0
        gap = self._look.pixels(_GAP)
        beside = width >= self._look.pixels(_NARROW)
        column = max((words.natural_width() for words, _ in self._parts.values()), default=0)
        left = column + 2 * gap if beside else 0
        y = 0
        for name, (words, part) in self._parts.items():
            words.setVisible(not part.isHidden())
            if part.isHidden():
                continue
            label = words.height_for(column + 1)
            if not beside:
                words.setGeometry(0, y, width, label)
                y += label
            height = cast("FormPart", part).height_for(width - left)
            part.setGeometry(left, y, width - left, height)
            if beside:
                drop = min(self._look.pixels(5), max(0, (height - label) // 2))
                words.setGeometry(0, y + drop, column + 1, label)
            y += height
            if (problem := self._problems.get(name)) and problem.text():
                said = problem.height_for(width - left)
                problem.setGeometry(left, y + 2, width - left, said)
                y += said + 2
            y += gap
        return y
