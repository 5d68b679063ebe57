"""Texts cut into sentences as a translation model wants them: whole, unwrapped, not too long."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import Final

from booth_app.languages import Lang

MOST_WORDS: Final = 100
"""The models were trained on sentences of at most 150 pieces, and cut off silently."""
FEWEST_WORDS: Final = 3
"""Below this a model guesses; such a sentence travels with its neighbour."""

_CLOSERS: Final = r"(?:[\"'”’)\]]| ?»){0,4}"
_END: Final = re.compile(rf"(?<![.!?؟۔…])[.!?؟۔…]++{_CLOSERS}\s+(?=\S)")
_ENDED: Final = re.compile(rf"[.!?؟۔…:;؛]{_CLOSERS}$")
_ITEM: Final = re.compile(r"\s*(?:[-–—•*▪◦●]|\(?(?:\d{1,2}|[a-zA-Z])[.)])\s+(?=\S)")
_BULLET: Final = re.compile(r"^\s*[-–—•*▪◦●]\s+")
_HYPHENATED: Final = re.compile(r"\b[^\W\d_]{2,}-$")
_CUT: Final = re.compile(r"[;:,،؛–—]$")
_INITIALS: Final = re.compile(r"(?:^|[\s(«“\"'’.\-])[^\W\d_]\.$")
_REFERENCE: Final = re.compile(r"[\d(]")

_BEFORE_ANYTHING: Final[Mapping[Lang, str]] = {
    "en": "Mr Mrs Ms Dr Prof St Gen Sec Gov Rev Hon Amb Messrs cf vs e.g i.e viz ca H.E",
    "fr": "M MM Mr Mme Mmes Mlle Dr Pr Me St Ste cf p.ex c.-à-d env S.E",
    "es": "Sr Sra Srta Sres Sras Dr Dra Prof Lic Ing D Dña Ud Uds Excmo Excma Ilmo cf p.ej S.E",
    "ar": "د أ م السيد",
}
_BEFORE_NUMBERS: Final[Mapping[Lang, str]] = {
    "en": "No Nos Art art para paras vol p pp sec sect ch chap fig ed",
    "fr": "no nos n art al par p pp vol chap fig ann",
    "es": "núm núms n art arts párr párrs p pp pág págs vol cap fig",
    "ar": "ص ج رقم",
}


def cleaned(text: str) -> str:
    """Return `text` without what no model has seen: controls, bidi marks, lone surrogates.

    Line breaks stay; other kinds of space become plain ones.
    """
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    lines = re.sub(r"\r\n?|[\u0085\u2028\u2029\v\f]", "\n", unicodedata.normalize("NFC", whole))
    return "".join(filter(None, map(_plain, lines))).strip()


def sentences(text: str, lang: Lang) -> list[str]:
    """Return the sentences of `text`, which is `cleaned`, none longer than about MOST_WORDS.

    Lines that were only wrapped are joined again; paragraphs, list items and headings end a
    sentence. A sentence of fewer than FEWEST_WORDS words is joined to the next of its paragraph.
    """
    found: list[str] = []
    for paragraph in _paragraphs(text):
        for sentence in _joined(_split(paragraph, lang)):
            found.extend(_shortened(sentence))
    return found


def spoken(text: str) -> list[str]:
    """Return what stands between the spaces of `text`, but for punctuation alone."""
    return [word for word in text.split() if any(map(str.isalnum, word))]


def _plain(character: str) -> str:
    if character == "\n":
        return character
    kind = unicodedata.category(character)
    if kind in ("Zs", "Cc") or character == "\u2581":  # U+2581 is SentencePiece's own space
        return " "
    return "" if kind in ("Cf", "Cs", "Co", "Cn") else character


def _paragraphs(text: str) -> Iterator[str]:
    for block in re.split(r"\n[ ]*\n+", text):
        lines = [line.rstrip() for line in block.split("\n") if line.strip()]
        widest = max(map(len, lines), default=0)
        parts: list[str] = []
        for before, line in zip([None, *lines], lines, strict=False):
            if before is None or _is_apart(before, line, widest):
                if parts:
                    yield "".join(parts)
                parts = [_BULLET.sub("", line).strip()]
            elif _HYPHENATED.search(before) and line.lstrip()[:1].islower():
                parts[-1] = parts[-1][:-1]
                parts.append(line.strip())
            else:
                parts += [" ", line.strip()]
        if parts:
            yield "".join(parts)


def _is_apart(before: str, line: str, widest: int) -> bool:
    """Whether `line` begins something new: a list item, or what follows a heading."""
    if _ITEM.match(line):
        return True
    begins = line.lstrip()[:1]
    return len(before) < 0.6 * widest and not begins.islower() and not _ENDED.search(before)


def _split(paragraph: str, lang: Lang) -> list[str]:
    found, start = [], 0
    for end in _END.finditer(paragraph):
        if paragraph[end.end()].islower() or _is_abbreviated(paragraph, start, end, lang):
            continue
        found.append(paragraph[start : end.end()].strip())
        start = end.end()
    found.append(paragraph[start:].strip())
    return [sentence for sentence in found if sentence]


def _is_abbreviated(text: str, start: int, end: re.Match[str], lang: Lang) -> bool:
    """Whether the point belongs to the word before it, not to the sentence."""
    if end.group().strip() != ".":
        return False
    before = text[max(start, end.start() - 24) : end.start()]
    word = re.split(r"[\s(«“\"'’]", before)[-1]
    if _INITIALS.search(before + ".") or word in _BEFORE_ANYTHING[lang].split():
        return True
    return bool(word in _BEFORE_NUMBERS[lang].split() and _REFERENCE.match(text, end.end()))


def _joined(found: list[str]) -> list[str]:
    """Join what is too short to be translated alone to the next, or the last to the one before."""
    whole: list[str] = []
    for sentence in found:
        if whole and len(spoken(whole[-1])) < FEWEST_WORDS:
            whole[-1] += " " + sentence
        else:
            whole.append(sentence)
    if len(whole) > 1 and len(spoken(whole[-1])) < FEWEST_WORDS:
        short = whole.pop()
        whole[-1] += " " + short
    return whole


def _shortened(sentence: str) -> Iterator[str]:
    """Cut a long sentence near MOST_WORDS words, after a semicolon, colon, comma or dash."""
    words = sentence.split()
    while len(words) > MOST_WORDS:
        places = range(MOST_WORDS, MOST_WORDS // 2, -1)
        at = next((n for n in places if _CUT.search(words[n - 1])), MOST_WORDS)
        yield " ".join(words[:at])
        words = words[at:]
    if words:
        yield " ".join(words)
