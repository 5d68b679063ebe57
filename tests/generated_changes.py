"""Changes of a concept as hypothesis makes them up: any field set or emptied, terms moved."""

from hypothesis import strategies as st

from booth_app.languages import LANGUAGES
from booth_app.terminology.concept import APPROVALS, ATTESTED, STATUSES, TERM_TYPES, Concept
from booth_app.terminology.differences import with_field
from booth_app.terminology.fields import APPROVAL, ORDER, TEXT, Field, Part, Value, values
from tests.generated_concepts import FILLED, NAMES

_CHOICES = {"status": STATUSES, "type": TERM_TYPES, "attested": ATTESTED}
_NAMES = ("region", "status", "type", "forms", "usage_note", "attested", APPROVAL, "extra:k")
_LANGS = st.sampled_from(LANGUAGES)


@st.composite
def changed(draw: st.DrawFn, concept: Concept, *, emptied: bool = True) -> Concept:
    """Return `concept` after some changes, each of any kind."""
    kinds = [_set, _new_term, _set_of_new, _moved, *([_emptied] if emptied else [])]
    for _ in range(draw(st.integers(0, 4))):
        concept = draw(draw(st.sampled_from(kinds))(concept))
    return concept


@st.composite
def _set(draw: st.DrawFn, concept: Concept) -> Concept:
    """Set what says something, a field of a term that is there, or a text of the concept."""
    terms = [Field("term", lang, t.id, name) for lang, t in concept.terms() for name in _NAMES]
    texts = [Field("concept", None, "", name) for name in ("subject", "note", "extra:k")]
    texts += [Field("section", lang, "", "definition") for lang in LANGUAGES]
    said = [f for f in values(concept) if f.part not in ("reference", "relation")]
    field = draw(st.sampled_from([*terms, *texts, *said]))
    return with_field(concept, field, draw(_values(field)))


@st.composite
def _new_term(draw: st.DrawFn, concept: Concept) -> Concept:
    field = Field("term", draw(_LANGS), "t_" + draw(NAMES), TEXT)
    if any(term.id == field.id for _, term in concept.terms()):
        return concept
    return with_field(concept, field, draw(FILLED))


@st.composite
def _set_of_new(draw: st.DrawFn, concept: Concept) -> Concept:
    system, id_ = draw(FILLED), draw(FILLED)
    part: Part = draw(st.sampled_from(("reference", "relation")))
    return with_field(concept, Field(part, None, f"{system}\0{id_}"), (system, id_))


@st.composite
def _emptied(draw: st.DrawFn, concept: Concept) -> Concept:
    said = list(values(concept))
    return with_field(concept, draw(st.sampled_from(said)), None) if said else concept


@st.composite
def _moved(draw: st.DrawFn, concept: Concept) -> Concept:
    lang = draw(_LANGS)
    ids = [term.id for term in concept.section(lang).terms]
    return with_field(concept, Field("section", lang, "", ORDER), tuple(draw(st.permutations(ids))))


def _values(field: Field) -> st.SearchStrategy[Value]:
    if field.part == "trap":
        return st.tuples(FILLED, FILLED, FILLED, FILLED, st.just("en"))
    if field.name == "forms":
        return st.lists(FILLED, min_size=1, max_size=3).map(tuple)
    if field.name == APPROVAL:
        return st.tuples(st.sampled_from(APPROVALS), FILLED, FILLED)
    if field.name == "since":
        return st.just("2021-01-01")
    return st.sampled_from(_CHOICES[field.name]) if field.name in _CHOICES else FILLED


def without_approvals(concept: Concept) -> dict[Field, Value]:
    """Return what the fields of `concept` say but for approvals."""
    return {field: value for field, value in values(concept).items() if field.name != APPROVAL}
