"""Walking back through what was looked up in this meeting, and forth to what stood there."""

from typing import NamedTuple


class WalkBack(NamedTuple):
    """A place among `queries`, the last one last; `back` 0 is the field as it was: `draft`."""

    queries: tuple[str, ...] = ()
    back: int = 0
    draft: str = ""

    @property
    def is_under_way(self) -> bool:
        """Whether the field shows one of the queries."""
        return self.back > 0

    @property
    def text(self) -> str:
        """What the field shows at this place."""
        return self.queries[-self.back] if self.back else self.draft

    @property
    def place(self) -> int:
        """Which query it is, 1 for the first of the meeting."""
        return self.total - self.back + 1

    @property
    def total(self) -> int:
        """How many queries there are."""
        return len(self.queries)

    def is_at(self, text: str) -> bool:
        """Whether `text` is what stands at this place."""
        return self.is_under_way and text == self.text

    def through(self, queries: tuple[str, ...]) -> "WalkBack":
        """Return the walk through these queries: begun anew where they are others."""
        return self if queries == self.queries else WalkBack(queries)

    def left(self) -> "WalkBack":
        """Return the walk ended: something else was typed."""
        return WalkBack(self.queries)

    def walked(self, step: int, text: str) -> "WalkBack":
        """Return the walk one query back (-1) or forth (1) from a field that shows `text`.

        Who has just looked up the last one walks to the one before it.
        """
        if self.is_under_way:
            return self._replace(back=max(0, min(self.back - step, self.total)))
        if step > 0 or not self.queries:
            return self
        at_last = self.queries[-1] == " ".join(text.split())
        return self._replace(back=min(1 + at_last, self.total), draft="" if at_last else text)
