"""The words of other programs for what a term is and may be, and Booth's own for them."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from booth_app.terminology.concept import STATUSES, TERM_TYPES, Status, TermType
from booth_app.terminology.folding import fold

_STATUS_WORDS: Final[Mapping[Status, str]] = {
    "preferred": """preferred, main, standardized, recommended, preferred term, preferredterm,
        privilégié, préféré, recommandé, preferido, preferente, recomendado, مفضل, معتمد""",
    "admitted": """admitted, allowed, accepted, permitted, alternative, proposed, admitted term,
        admittedterm, syn, synonym, new, admis, accepté, toléré, admitido, aceptado, مقبول""",
    "deprecated": """deprecated, obsolete, superseded, not recommended, outdated, deprecated term,
        deprecatedterm, supersededterm, déconseillé, obsolète, périmé, desaconsejado, obsoleto,
        غير محبذ, مهجور""",
    "forbidden": """forbidden, prohibited, do not use, banned, interdit, proscrit, à éviter,
        prohibido, ممنوع""",
}
_TYPE_WORDS: Final[Mapping[TermType, str]] = {
    "full_form": "full form, fullform, full, term, main, forme développée, forma desarrollada",
    "short_form": "short form, shortform, short, forme abrégée, forma abreviada",
    "acronym": "acronym, acr, initialism, sigle, acronyme, sigla, acrónimo",
    "abbreviation": "abbreviation, abbrev, abbr, abréviation, abreviatura",
    "variant": "variant, syn, lookup form, variante",
    "phrase": "phrase, collocation, phraseology, frase, locution",
}
_YES: Final = "true yes x 1 oui si vrai verdadero forbidden نعم"


def status(word: str) -> Status | None:
    """Return the status that `word` names; None where it names none that Booth knows."""
    return _statuses().get(fold(word))


def term_type(word: str) -> TermType | None:
    """Return the type that `word` names; None where it names none that Booth knows."""
    return _types().get(fold(word))


def is_yes(word: str) -> bool:
    """Tell whether a cell that is a mark is set."""
    return fold(word) in _YES.split()


@lru_cache(maxsize=1)
def _statuses() -> Mapping[str, Status]:
    own: dict[str, Status] = {status: status for status in STATUSES}
    return own | {
        fold(word): status for status, words in _STATUS_WORDS.items() for word in words.split(",")
    }


@lru_cache(maxsize=1)
def _types() -> Mapping[str, TermType]:
    own: dict[str, TermType] = {fold(type_): type_ for type_ in TERM_TYPES}
    return own | {
        fold(word): type_ for type_, words in _TYPE_WORDS.items() for word in words.split(",")
    }
