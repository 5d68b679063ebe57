"""Two concepts of a term base made one."""

from collections.abc import Mapping

from booth_app.termbase import Termbase
from booth_app.terminology.concept import Concept, ConceptKey
from booth_app.terminology.fields import Field, Value
from booth_app.terminology.joining import joined

_ORIGIN = "merge"


def made_one(
    termbase: Termbase,
    kept: ConceptKey,
    other: ConceptKey,
    chosen: Mapping[Field, Value | None],
) -> Concept | None:
    """Store `kept` with all that `other` has, which is deleted; None where either is gone.

    What was `other` is found by its id from then on as `kept`. `chosen` says the fields that a
    person decided about. Raises StoreFault.
    """
    own, others = termbase.concept(kept), termbase.concept(other)
    if own is None or others is None:
        return None
    stored = termbase.save(joined(own, others, chosen), _ORIGIN)
    termbase.delete(other, _ORIGIN)  # after: what is interrupted here has lost nothing
    return stored
