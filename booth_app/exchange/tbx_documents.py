"""The document of a concept while its entry is read: of what is said in two ways both are kept."""

import json
from typing import Any, Final

from booth_app.languages import LANGUAGES
from booth_app.terminology.document import Document

_LISTS: Final = ("external", "related", "traps", "forms", "extra")
"""Keys whose value is no text."""


def add(into: Document, key: str, text: str) -> None:
    """Add a text; of one that is there already both are kept, a line each."""
    if not text:
        return
    part: dict[str, Any] = into
    if key.startswith("extra:"):
        part, key = into.setdefault("extra", {}), key.removeprefix("extra:")
    before = part.get(key, "")
    part[key] = text if not before or before == text else f"{before}\n{text}"


def join(there: Document, key: str, value: Any) -> None:  # noqa: ANN401 - a document's value
    """Add what a further section of one language says."""
    if isinstance(value, dict):
        for name, text in value.items():
            there.setdefault(key, {}).setdefault(name, "")
            add(there, f"extra:{name}", text)
    else:
        add(there, key, value)


def keep_whole(into: Document, lang: str, section: Document) -> None:
    """Keep all that a section in another language says, where that is more than its terms."""
    terms = [{k: v for k, v in term.items() if v and k != "id"} for term in section["terms"]]
    said_besides = any(value for key, value in section.items() if key != "terms")
    if said_besides or any(term.keys() - {"term"} for term in terms):
        whole = {**{k: v for k, v in section.items() if v}, "terms": terms}
        add(into, f"extra:{lang} section", json.dumps(whole, ensure_ascii=False))


def take_over(into: Document, key: str, value: Any) -> None:  # noqa: ANN401 - of JSON
    """Set what a note of Booth's own says; it says exactly what another element only shows."""
    lang, dot, rest = key.partition(".")
    if dot and lang in LANGUAGES and "languages" in into:
        section = into["languages"].setdefault(lang, {"terms": []})
        if rest:
            section[rest] = value
    elif key == "extra" and isinstance(value, dict):
        into.setdefault("extra", {}).update(value)
    elif isinstance(value, str) or key in _LISTS:
        into[key] = value
