"""Whether the figures of a sentence are still there, unchanged, in its translation.

Figures are compared by value: 1.3 billion is 1,3 milliard and 1.300 millones. Where a figure can
be read in two ways (1.500), either reading will do. Small numbers may change between figures and
words.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import combinations
from typing import Final, NamedTuple

from booth_app.languages import Lang
from booth_app.numbers.scales import multipliers, power
from booth_app.terminology.folding import strip_article, words

_FIGURE: Final = re.compile(
    r"\d{1,2}(?::|\s?h\s?)\d{2}(?!\d)"  # a time of day
    r"|\d{1,3}(?:(?P<group>[.,'’ ])\d{3}(?:(?P=group)\d{3})*(?!\d))(?:[.,]\d+)?"
    r"|\d+(?:[.,]\d+)?"
)
_AFTER: Final = re.compile(r"[ -]?([ap]\.? ?m\b|[^\W\d_]+(?: [^\W\d_]+)?)")
_ROMAN: Final = re.compile(r"\b[IVX]{2,6}(?=\b|e\b|ème\b)")

_WORDS: Final[Mapping[Lang, str]] = {
    "en": "0 zero no;1 one first once single a an;2 two second twice both pair;3 three third;"
    "4 four fourth;5 five fifth;6 six sixth;7 seven seventh;8 eight eighth;9 nine ninth;"
    "10 ten tenth;11 eleven eleventh;12 twelve twelfth dozen;13 thirteen thirteenth;"
    "14 fourteen fourteenth;15 fifteen fifteenth;16 sixteen sixteenth;17 seventeen seventeenth;"
    "18 eighteen eighteenth;19 nineteen nineteenth;20 twenty twentieth;30 thirty thirtieth;"
    "40 forty fortieth;50 fifty fiftieth half;60 sixty sixtieth;70 seventy seventieth;"
    "80 eighty eightieth;90 ninety ninetieth;100 hundred hundredth;1000 thousand",
    "fr": "0 zero aucun;1 un une premier premiere;2 deux deuxieme second seconde;"
    "3 trois troisieme tiers;4 quatre quatrieme;5 cinq cinquieme;6 six sixieme;7 sept septieme;"
    "8 huit huitieme;9 neuf neuvieme;10 dix dixieme dizaine;11 onze onzieme;"
    "12 douze douzieme douzaine;13 treize treizieme;14 quatorze quatorzieme;15 quinze quinzieme;"
    "16 seize seizieme;20 vingt vingts vingtieme;"
    "30 trente trentieme;40 quarante quarantieme;50 cinquante cinquantieme moitie;"
    "60 soixante soixantieme;100 cent cents centieme centaine;"
    "1000 mille",
    "es": "0 cero ningun;1 un uno una primer primero primera;2 dos segundo segunda ambos;"
    "3 tres tercer tercero tercera;4 cuatro cuarto cuarta;5 cinco quinto quinta;"
    "6 seis sexto sexta;7 siete septimo septima;8 ocho octavo octava;9 nueve noveno novena;"
    "10 diez decimo decima;11 once undecimo undecima;12 doce duodecimo duodecima docena;"
    "13 trece;14 catorce;15 quince;16 dieciseis;17 diecisiete;18 dieciocho;19 diecinueve;"
    "20 veinte vigesimo vigesima;21 veintiun veintiuno veintiuna;22 veintidos;30 treinta;"
    "40 cuarenta;50 cincuenta mitad;60 sesenta;70 setenta;80 ochenta;90 noventa;"
    "100 cien ciento centenar;1000 mil",
    "ar": "0 صفر;1 واحد واحده اول اولي حادي حاديه احد احدي;"
    "2 اثنان اثنين اثنتان اثنتين اثنا اثني اثنتا ثاني ثانيه;3 ثلاثه ثلاث ثالث ثالثه;"
    "4 اربعه اربع رابع رابعه;5 خمسه خمس خامس خامسه;6 سته ست سادس سادسه;"
    "7 سبعه سبع سابع سابعه;8 ثمانيه ثماني ثمان ثامن ثامنه;9 تسعه تسع تاسع تاسعه;"
    "10 عشره عشر عاشر عاشره;20 عشرون عشرين;30 ثلاثون ثلاثين;40 اربعون اربعين;"
    "50 خمسون خمسين نصف;60 ستون ستين;70 سبعون سبعين;80 ثمانون ثمانين;90 تسعون تسعين;"
    "100 مئه مايه ميه;1000 الف الاف",
}
"""How small numbers are said: value, then folded words; larger ones are made of these."""


class _Figure(NamedTuple):
    """A figure: the values it may stand for, and its parts should it be a reference (10.7)."""

    values: frozenset[Fraction]
    parts: frozenset[Fraction]


def differ(source: str, hypothesis: str, source_lang: Lang, target: Lang) -> bool:
    """Tell whether a figure of `source` is lost in `hypothesis`, or one there has no origin."""
    said, heard = _figures(source, source_lang), _figures(hypothesis, target)
    return not (
        all(_is_among(figure, heard, hypothesis, target) for figure in said)
        and all(_is_among(figure, said, source, source_lang) for figure in heard)
    )


def _is_among(figure: _Figure, others: Sequence[_Figure], text: str, lang: Lang) -> bool:
    """Whether one reading of `figure` is among the other text's figures, or in its words."""
    values = frozenset(value for other in others for value in other.values)
    if figure.values & values or (figure.parts and figure.parts <= values):
        return True
    if any(figure.values & other.parts for other in others):
        return True
    parts = _parts(text, lang)
    return any(_is_made_of(value, parts) for value in figure.values)


def _figures(text: str, lang: Lang) -> list[_Figure]:
    """Return the figures of `text`, Arabic-Indic and Roman ones too."""
    western = "".join(map(_western, text))
    found = []
    for match in _FIGURE.finditer(western):
        readings = set(_readings(match[0], match["group"]))
        after = _AFTER.match(western, match.end())
        said = words(after[1]) if after else []
        if said in (["pm"], ["p", "m"]):
            readings |= {r + (1200 if r >= 100 else 12) for r in readings}
        pair = re.fullmatch(r"(\d+)[.,](\d+)", match[0])
        found.append(
            _Figure(
                frozenset(reading * 10 ** power(said, lang) for reading in readings),
                frozenset(map(Fraction, pair.groups())) if pair else frozenset(),
            )
        )
    numerals = (frozenset({Fraction(_roman(m[0]))}) for m in _ROMAN.finditer(text))
    return [*found, *(_Figure(value, frozenset()) for value in numerals)]


def _western(character: str) -> str:
    if character in "٫٬":
        return "." if character == "٫" else ","
    value = unicodedata.decimal(character, None)
    return character if value is None else str(value)


def _readings(figure: str, group: str | None) -> Iterator[Fraction]:
    digits = re.sub(r"\D", "", figure)
    if re.search(r"[:h]", figure):
        yield Fraction(digits)
        if digits.endswith("00"):
            yield Fraction(digits[:-2])
        return
    if group is None:
        yield Fraction(figure.replace(",", "."))
        if re.search(r"[.,]\d\d$", figure):
            yield Fraction(digits)  # 15.30 may be a time of day
        return
    whole = figure.replace(group, "")
    yield Fraction(whole.replace(",", "."))
    if group in ".," and figure.count(group) == 1 and whole.isdigit() and whole[-2:] != "00":
        yield Fraction(figure.replace(group, "."))


def _parts(text: str, lang: Lang) -> frozenset[int]:
    """Return the values of the number words in `text`, at most twelve."""
    known = {
        word: int(value)
        for value, *said in map(str.split, _WORDS[lang].split(";"))
        for word in said
    }
    known |= {word: 10**exponent for word, exponent in multipliers(lang).items()}
    found = {known[form] for word in words(text) for form in _forms(word, lang) if form in known}
    return frozenset(sorted(found)[:12])


def _forms(word: str, lang: Lang) -> Iterator[str]:
    """Yield the word and, in Arabic, what is left without a particle and the article."""
    yield word
    if lang == "ar":
        bare = word[1:] if word[:1] in "وفبكل" else word
        yield bare
        yield strip_article(word)
        yield strip_article(bare)


def _roman(numeral: str) -> int:
    values = [{"I": 1, "V": 5, "X": 10}[letter] for letter in numeral]
    after = [*values[1:], 0]
    return sum(-v if v < n else v for v, n in zip(values, after, strict=True))


def _is_made_of(value: Fraction, parts: frozenset[int]) -> bool:
    """Whether `value` is a part, a sum of two, a product, or a product and one or two more.

    (vingt-deux, two hundred, quatre-vingt-dix-sept, deux mille vingt et un)
    """
    sums = {a + b for a, b in combinations(parts, 2)}
    products = {a * b for a in parts for b in parts if a > 1 and b > 1}
    more = parts | sums | {0}
    return value in parts | sums or any(value - product in more for product in products)
