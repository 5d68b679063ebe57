"""Many strings in little memory: one block of bytes and where each string ends in it."""

from collections.abc import Iterable, Sequence
from typing import overload

import numpy as np
import numpy.typing as npt


class Strings(Sequence[str]):
    """A read-only sequence of strings; each is decoded when it is asked for."""

    def __init__(self, block: npt.NDArray[np.uint8], ends: npt.NDArray[np.uint32]) -> None:
        self.block = block
        self.ends = ends
        self._bytes = block.data

    @classmethod
    def packed(cls, texts: Iterable[str]) -> "Strings":
        """Return `texts` packed."""
        return cls.of([text.encode("utf-8", "surrogatepass") for text in texts])

    @classmethod
    def of(cls, encoded: Sequence[bytes]) -> "Strings":
        """Return texts packed that are encoded as UTF-8: up to 4 GB of them."""
        ends = np.cumsum([0, *map(len, encoded)], dtype=np.uint32)[1:]
        return cls(np.frombuffer(b"".join(encoded), dtype=np.uint8), ends)

    def __len__(self) -> int:
        return len(self.ends)

    @overload
    def __getitem__(self, index: int) -> str: ...
    @overload
    def __getitem__(self, index: slice) -> list[str]: ...
    def __getitem__(self, index: int | slice) -> str | list[str]:
        if isinstance(index, slice):
            return [self[i] for i in range(*index.indices(len(self)))]
        if not 0 <= index < len(self.ends):
            raise IndexError(index)
        start = self.ends.item(index - 1) if index else 0
        return str(self._bytes[start : self.ends.item(index)], "utf-8", "surrogatepass")

    def several(self, indices: npt.NDArray[np.integer]) -> list[str]:
        """Return the strings at these places, decoded together."""
        ends = self.ends[indices].tolist()
        starts = np.where(indices > 0, self.ends[indices - 1], 0).tolist()
        block = self._bytes
        return [
            str(block[start:end], "utf-8", "surrogatepass")
            for start, end in zip(starts, ends, strict=True)
        ]
