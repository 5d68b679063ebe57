"""What the columns of glossary tables are called, in four languages and by other programs."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Final, Literal, get_args

from booth_app.terminology.field_names import TERM_FIELDS, TEXT
from booth_app.terminology.folding import fold

Part = Literal[
    "id",
    "row number",
    "lang",
    "term",
    "synonym",
    "short",
    "definition",
    "definition_source",
    "subject",
    "note",
    "since",
    "status",
    "type",
    "pos",
    "gender",
    "number",
    "region",
    "register",
    "usage_note",
    "context",
    "context_source",
    "source",
    "source_url",
    "forms",
    "forbidden",
    "extra",
    "ignore",
]
"""What a column holds. `short`: acronyms and abbreviations; `forbidden`: terms not to be used, or
with no language of its own a mark that a row's terms are; `row number`: what only counts rows;
`extra`: kept under its header; `ignore`: left out."""

PARTS: Final[tuple[Part, ...]] = get_args(Part)

TERM_PARTS: Final[frozenset[Part]] = frozenset(
    part for part in PARTS if part in TERM_FIELDS and part != TEXT
)
"""Parts of a term: they belong to the terms of their language, or of the column before them."""

_ALIASES: Final[Mapping[Part, str]] = {
    "id": """id, concept id, concept, concept number, entry id, entry number, entry no, entry,
        e id, iate id, identifier, record id, record number, identifiant, identifiant du concept,
        identificador, id concepto, id de concepto, المعرف, رقم المفهوم""",
    "row number": """no, nr, n, num, number, row, numero, numéro, n°, no., nº, رقم, الرقم, م""",
    "lang": """lang, language, language code, l code, lang code, locale, langue, code langue,
        idioma, lengua, código de idioma, اللغة, لغة, رمز اللغة""",
    "term": """term, terms, t term, terme, termes, término, términos, termino, preferred term,
        terme privilégié, término preferido, main term, headword, مصطلح, المصطلح, المصطلحات""",
    "synonym": """synonym, synonyms, synonyme, synonymes, sinónimo, sinónimos, variant, variants,
        variante, variantes, alternative term, alternative terms, مرادف, مرادفات, المرادف,
        المرادفات""",
    "short": """acronym, acronyms, abbreviation, abbreviations, abbrev, abbr, acronyme, acronymes,
        sigle, sigles, abréviation, abréviations, sigla, siglas, acrónimo, acrónimos, abreviatura,
        abreviaturas, short form, initialism, مختصر, المختصر, اختصار, الاختصار, مختصرات""",
    "definition": """definition, definitions, def, description, définition, définitions,
        definición, definiciones, explanation, meaning, تعريف, التعريف, التعاريف, الشرح""",
    "definition_source": """definition source, source of definition, source of the definition,
        def source, source de la définition, fuente de la definición, مصدر التعريف""",
    "subject": """subject, subject field, domain, domains, e domains, entry subject, entry domain,
        field, theme, topic, category, area, sujet, domaine, domaines, thème, champ, catégorie,
        tema, ámbito, dominio, campo, categoría, موضوع, الموضوع, المجال, مجال, الفئة""",
    "note": """note, notes, comment, comments, remark, remarks, entry note, observation,
        observations, remarque, remarques, commentaire, commentaires, nota, notas, comentario,
        comentarios, observación, observaciones, booth note, ملاحظة, ملاحظات, الملاحظات, تعليق,
        تعليقات""",
    "since": """since, depuis, desde, in force since, منذ""",
    "status": """status, term status, usage status, administrative status, statut, statut du terme,
        estado, estatus, الحالة, حالة المصطلح""",
    "type": """type, term type, t type, type de terme, kind, tipo, tipo de término, النوع,
        نوع المصطلح""",
    "pos": """pos, part of speech, word class, grammatical category, catégorie grammaticale,
        nature, categoría gramatical, قسم الكلام, نوع الكلمة""",
    "gender": """gender, grammatical gender, genre, género, الجنس""",
    "number": """grammatical number, nombre grammatical, número gramatical, العدد""",
    "region": """region, geographical usage, geography, country, région, pays, región, país,
        البلد, المنطقة""",
    "register": """register, registre, registro""",
    "usage_note": """usage note, usage notes, usage, note d'usage, note d'emploi, emploi, nota de
        uso, uso, t note, term note, notes on use, ملاحظة الاستعمال""",
    "context": """context, contexts, example, examples, example of use, t context, term example,
        contexte, contextes, exemple, exemples, contexto, ejemplo, ejemplos, سياق, السياق, مثال,
        أمثلة""",
    "context_source": """context source, source of context, source du contexte, fuente del
        contexto, مصدر السياق""",
    "source": """source, term source, source of term, source of the term, source du terme,
        fuente del término, fuente, reference, références, référence, references, ref, t ref,
        term reference,
        مصدر, المصدر, المرجع""",
    "source_url": """source url, url, link, lien, enlace, رابط, الرابط""",
    "forms": """forms, inflected forms, formes, formas, plural, pluriel, الجمع, صيغ""",
    "forbidden": """forbidden, forbidden term, forbidden terms, do not use, interdit, interdits,
        terme interdit, à éviter, prohibido, prohibidos, término prohibido, ممنوع""",
    "extra": """target, source text, target text, source term, target term, source language, target
        language, translation, traduction, cible, langue cible, texte source, traducción, destino,
        equivalent, équivalent, equivalente, الترجمة, ترجمة, المقابل, location, fuzzy, developer
        comments, translator comments, client, client id, project id, created, creator, modified,
        modifier, last modified, reliability, t reliability, client note""",
}
"""Headers by what they name. Those under `extra` name no language and no field, but columns."""


@lru_cache(maxsize=1)
def names() -> Mapping[str, Part]:
    """Return what each header names, folded: "definicion" → "definition"."""
    found: dict[str, Part] = {}
    for part, aliases in _ALIASES.items():
        for alias in aliases.split(","):
            found.setdefault(fold(alias), part)
    for part in PARTS:
        if part != "number":
            found.setdefault(fold(part), part)
    return found
