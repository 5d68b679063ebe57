"""Whether brackets and quotation marks have their partners."""

import re
from collections.abc import Mapping
from typing import Final

from booth_app.languages import Lang
from booth_app.terminology.findings import Slip

_CLOSING: Final[Mapping[str, str]] = {")": "(", "]": "[", "}": "{", "»": "«", "”": "“"}
_ANY: Final = re.compile('[()\\[\\]{}«»“”„"]')
_LIST_LETTER: Final = re.compile(r"(?:^|(?<=[\s;,:.—–-]))(?:\w|\d{2}|[ivx]{2,4})\)")
"""What counts a list without an opening bracket: a) …; 2) …; iii) …"""

_INCHES: Final = re.compile(r'(?<=\d)"')


def unbalanced(text: str, lang: Lang) -> Slip | None:
    """Find brackets and paired quotes without their partners.

    Arabic is often written with the curved quotes the other way round, which is right as well; „
    opens in some languages what “ closes. A list's a) and the inches of 5" have no partner.
    """
    if not _ANY.search(text):
        return None
    open_ones: list[int] = []
    either_way = '"“”' if lang == "ar" or "„" in text else '"'
    for found in _ANY.finditer(_INCHES.sub(" ", text)):
        at, mark = found.start(), found[0]
        before = text[open_ones[-1]] if open_ones else ""
        if mark in either_way:
            _turn(open_ones, before, at, mark)
        elif mark not in _CLOSING:
            open_ones.append(at)
        elif before == _CLOSING[mark]:
            open_ones.pop()
        elif mark != ")" or not _counts_a_list(text, at):
            return Slip(f"has a {mark} too many", (at, at + 1))
    if open_ones:
        at = open_ones[-1]
        return Slip(f"has a {text[at]} that is not closed", (at, at + 1))
    return None


def _turn(open_ones: list[int], before: str, at: int, mark: str) -> None:
    """Let a quote that may do either close the one of its kind that is open, else open."""
    kind = '"' if mark == '"' else "“”„"
    if before and before in kind:
        open_ones.pop()
    else:
        open_ones.append(at)


def _counts_a_list(text: str, at: int) -> bool:
    return any(found.end() == at + 1 for found in _LIST_LETTER.finditer(text))
