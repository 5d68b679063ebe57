"""The concepts one came along, and the way back through them."""

from typing import Final

from booth_app.terminology.concept import ConceptKey

_MOST: Final = 200


class Trail:
    """Concepts in the order in which they were opened; going back leaves the way on."""

    def __init__(self) -> None:
        self._keys: list[ConceptKey] = []
        self._at = -1

    def visit(self, key: ConceptKey) -> None:
        """Go on to `key`; where one already stands there, nothing changes."""
        if self._keys and self._keys[self._at] == key:
            return
        self._keys[self._at + 1 :] = [key]
        del self._keys[:-_MOST]
        self._at = len(self._keys) - 1

    def step(self, by: int) -> ConceptKey | None:
        """Go one concept back (-1) or on (1), and return it; None where the trail ends."""
        at = self._at + by
        if not 0 <= at < len(self._keys):
            return None
        self._at = at
        return self._keys[at]
