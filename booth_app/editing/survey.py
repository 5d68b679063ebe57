"""Which concepts of a glossary fall under which filter, in the order of the list.

The columns of a quarter of a million concepts stay packed; what changes is laid over them.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from booth_app.editing.survey_facts import BITS, FILTERS, Facts, Filter
from booth_app.lookup.strings import Strings

Numbers = npt.NDArray[np.int32]
"""Concepts by number: their places in the columns, later ones behind them."""


class Columns(NamedTuple):
    """The facts of all concepts, sorted by key and id; `by_id` are their numbers sorted by id."""

    ids: Strings
    keys: Strings
    bits: npt.NDArray[np.uint8]
    problems: npt.NDArray[np.uint8]
    by_id: Numbers

    @classmethod
    def of(cls, found: Sequence[Facts]) -> "Columns":
        """Return the columns of these facts, in whatever order they come."""
        ordered = sorted(found, key=lambda each: (each.key, each.id))
        by_id = sorted(range(len(ordered)), key=lambda number: ordered[number].id)
        return cls(
            Strings.packed(each.id for each in ordered),
            Strings.packed(each.key for each in ordered),
            np.array([each.bits for each in ordered], dtype=np.uint8),
            np.array([each.problems for each in ordered], dtype=np.uint8),
            np.array(by_id, dtype=np.int32),
        )


class Survey:
    """The concepts of one glossary with their filters, and `seq`, the change it is true of.

    Without `is_counted` it knows no more than which concepts there are, in whatever order.
    One thread (the window's) asks and changes it.
    """

    def __init__(self, columns: Columns, seq: int, *, is_counted: bool = True) -> None:
        self.seq = seq
        self.is_counted = is_counted
        self._ids = columns.ids
        self._keys = columns.keys
        self._by_id = columns.by_id
        self._bits = columns.bits
        self._problems = columns.problems
        self._order: Numbers = np.arange(len(columns.ids), dtype=np.int32)
        self._added: list[str] = []
        self._added_numbers: dict[str, int] = {}
        self._changed_keys: dict[int, str] = {}
        self._gone: set[int] = set()

    @classmethod
    def uncounted(cls, ids: Sequence[str], seq: int) -> "Survey":
        """Return the survey of concepts of which nothing is known yet, in the order given."""
        count = len(ids)
        none = np.zeros(count, dtype=np.uint8)
        by_id = np.array(sorted(range(count), key=ids.__getitem__), dtype=np.int32)
        blank = Strings.packed([""] * count)
        columns = Columns(Strings.packed(ids), blank, none, none, by_id)
        return cls(columns, seq, is_counted=False)

    def __len__(self) -> int:
        return len(self._order)

    def numbers(self, chosen: Filter = "all") -> Numbers:
        """Return the concepts under a filter, in the order of the list."""
        if chosen == "all":
            return self._order
        kept: Numbers = self._order[self.are_under(self._order, chosen)]
        return kept

    def are_under(self, numbers: Numbers, chosen: Filter) -> npt.NDArray[np.bool_]:
        """Tell of each of these concepts whether it falls under a filter."""
        if chosen == "all":
            return np.ones(len(numbers), dtype=np.bool_)
        found: npt.NDArray[np.bool_] = self._bits[numbers] & BITS[chosen] != 0
        return found

    def counts(self) -> dict[Filter, int]:
        """Return how many concepts each filter has; none where they were not counted."""
        if not self.is_counted:
            return {}
        bits = self._bits[self._order]
        named: tuple[Filter, ...] = (*FILTERS[1:], "official")
        counted = {name: int(np.count_nonzero(bits & BITS[name])) for name in named}
        return {"all": len(bits), **counted}

    def id(self, number: int) -> str:
        """Return the id of concept `number`."""
        known = len(self._ids)
        return self._ids[number] if number < known else self._added[number - known]

    def ids(self, numbers: Numbers) -> list[str]:
        """Return the ids of these concepts."""
        return [self.id(number) for number in numbers.tolist()]

    def number(self, id_: str) -> int | None:
        """Return the number of the concept `id_`; None where the glossary has none."""
        number = self._added_numbers.get(id_)
        if number is None:
            number = self._known_number(id_)
        return None if number in self._gone else number

    def is_under(self, number: int, chosen: Filter) -> bool:
        """Tell whether concept `number` falls under a filter."""
        return chosen == "all" or bool(self._bits.item(number) & BITS[chosen])

    def problems(self, number: int) -> int:
        """Return how many problems concept `number` has."""
        return self._problems.item(number)

    def take(self, found: Mapping[str, Facts | None], seq: int) -> None:
        """Take in what is known now of some concepts, by id: None of those that are gone."""
        for id_, fact in found.items():
            number = self.number(id_)
            if number is not None and (fact is None or fact.key != self._key(number)):
                self._leave(number)
            if fact is not None:
                self._put(fact, number)
        self.seq = max(self.seq, seq)

    def packed(self) -> Columns:
        """Return the columns of what is known now."""
        return Columns.of(
            [
                Facts(self.id(n), self._key(n), self._bits.item(n), self._problems.item(n))
                for n in self._order.tolist()
            ]
        )

    def _put(self, fact: Facts, number: int | None) -> None:
        if number is None:
            number = self._known_number(fact.id)  # one that was gone and is there again
            if number is None:
                number = self._added_numbers.get(fact.id)
            number = self._new(fact.id) if number is None else number
            self._gone.add(number)
        self._bits[number], self._problems[number] = fact.bits, fact.problems
        if number in self._gone:
            self._gone.discard(number)
            self._changed_keys[number] = fact.key
            at = self._place(fact.key, fact.id) if self.is_counted else len(self._order)
            self._order = np.insert(self._order, at, number)

    def _leave(self, number: int) -> None:
        self._order = self._order[self._order != number]
        self._gone.add(number)

    def _new(self, id_: str) -> int:
        number = len(self._ids) + len(self._added)
        self._added.append(id_)
        self._added_numbers[id_] = number
        self._bits = np.append(self._bits, np.uint8(0))
        self._problems = np.append(self._problems, np.uint8(0))
        return number

    def _place(self, key: str, id_: str) -> int:
        """Return where the concept of that key and id stands in the order, or would."""
        low, high = 0, len(self._order)
        while low < high:
            middle = (low + high) // 2
            number = self._order.item(middle)
            if (self._key(number), self.id(number)) < (key, id_):
                low = middle + 1
            else:
                high = middle
        return low

    def _key(self, number: int) -> str:
        changed = self._changed_keys.get(number)
        return self._keys[number] if changed is None else changed

    def _known_number(self, id_: str) -> int | None:
        low, high = 0, len(self._by_id)
        while low < high:
            middle = (low + high) // 2
            if self._ids[self._by_id.item(middle)] < id_:
                low = middle + 1
            else:
                high = middle
        if low == len(self._by_id):
            return None
        number = self._by_id.item(low)
        return number if self._ids[number] == id_ else None
