"""Which concepts share a trap: the halves of a pair of false friends, found by the trap's id."""

import json
import threading
from collections import defaultdict
from pathlib import Path

from booth_app.store.reading import all_documents
from booth_app.terminology.concept import Concept, ConceptKey, Trap

_MARK = '"traps":'
"""What a document has that has traps: most have none and are not read further."""


class SharedTraps:
    """Knows the concepts of each trap once they are learnt; before, of those that came since."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._turn = threading.Lock()
        self._concepts: dict[tuple[str, str], list[ConceptKey]] = defaultdict(list)
        self._is_learnt = False

    def learn(self) -> None:
        """Read every stored concept once; belongs in a background thread."""
        if self._is_learnt:
            return
        found: dict[tuple[str, str], list[ConceptKey]] = defaultdict(list)
        for row in all_documents(self._path, holding=_MARK):
            for trap in json.loads(row.document).get("traps", ()):
                found[row.glossary, trap["id"]].append(ConceptKey(row.glossary, row.id))
        with self._turn:
            for name, keys in self._concepts.items():
                found[name] = list(dict.fromkeys((*found[name], *keys)))
            self._concepts, self._is_learnt = found, True

    def beside(self, concept: Concept, trap: Trap) -> list[ConceptKey]:
        """Return the other concepts of the same glossary that have the same trap."""
        with self._turn:
            sharing = self._concepts.get((concept.glossary, trap.id), ())
            return [key for key in sharing if key != concept.key]

    def replace(self, key: ConceptKey, concept: Concept | None) -> None:
        """Take what `key` is now; None: it is deleted."""
        with self._turn:
            for keys in self._concepts.values():
                if key in keys:
                    keys.remove(key)
            for trap in concept.traps if concept else ():
                self._concepts[key.glossary, trap.id].append(key)
