"""A concept while the rows of a table are read that make it."""

from collections.abc import Mapping
from typing import Any, Final

from booth_app.exchange.read_file import NO_ID
from booth_app.languages import LANGUAGES, is_language
from booth_app.terminology.concept import Concept, LanguageSection, Reference, Term

MOST_TERMS: Final = 5_000
"""Terms of a concept; more are a fault of the file."""


class Draft:
    """What the rows of one concept have said so far; of a text said twice both are kept.

    `terms`: the fields of each term, by language and text. `sections`: the texts of each language.
    `dropped` counts terms beyond `MOST_TERMS`.
    """

    def __init__(self, line: int) -> None:
        self.line = line
        self.tells: dict[str, None] = {}
        self.dropped = 0
        self.subject = ""
        self.note = ""
        self.since = ""
        self.extra: dict[str, str] = {}
        self.terms: dict[tuple[str, str], dict[str, Any]] = {}
        self.sections: dict[str, dict[str, str]] = {}

    @property
    def is_empty(self) -> bool:
        """Whether it has no term and no definition."""
        return not self.terms and not any(self.sections.values())

    def add_term(self, lang: str, text: str, said: Mapping[str, Any]) -> None:
        """Add a term once; what is `said` of it fills what no row said before."""
        key = (lang, text)
        if key not in self.terms and len(self.terms) >= MOST_TERMS:
            self.dropped += 1
            return
        term = self.terms.setdefault(key, {})
        for name, value in said.items():
            if name == "extra":
                term.setdefault(name, {}).update(value)
            else:
                term.setdefault(name, value)

    def add_text(self, lang: str, name: str, text: str) -> None:
        """Add a section's `definition` or `definition_source`."""
        section = self.sections.setdefault(lang, {})
        section[name] = _both(section.get(name, ""), text)

    def add_extra(self, name: str, text: str) -> None:
        """Add what Booth does not know."""
        self.extra[name] = _both(self.extra.get(name, ""), text)

    def add(self, name: str, text: str) -> None:
        """Add the concept's subject, note or since."""
        setattr(self, name, _both(getattr(self, name), text))

    def shares_a_term_with(self, other: "Draft") -> bool:
        """Tell whether both have one term of one language."""
        return not self.terms.keys().isdisjoint(other.terms)

    def absorb(self, other: "Draft") -> None:
        """Add all that `other` says."""
        for (lang, text), said in other.terms.items():
            self.add_term(lang, text, said)
        for lang, section in other.sections.items():
            for name, text in section.items():
                self.add_text(lang, name, text)
        for name, text in other.extra.items():
            self.add_extra(name, text)
        for name in ("subject", "note", "since"):
            if text := getattr(other, name):
                self.add(name, text)
        self.tells |= other.tells
        self.dropped += other.dropped

    def other_languages(self) -> dict[str, int]:
        """Return how many terms it has in languages beyond the four."""
        langs = [lang for lang, _ in self.terms if not is_language(lang)]
        return {lang: langs.count(lang) for lang in dict.fromkeys(langs)}

    def concept(self, id_: str, references: tuple[Reference, ...]) -> Concept:
        """Return the concept, of no glossary yet; without an id where that is empty."""
        id_ = id_ or NO_ID
        extra = dict(self.extra)
        for lang, count in self.other_languages().items():
            texts = [text for of, text in self.terms if of == lang]
            extra[lang] = "\n".join(texts[:count])
        for lang, section in self.sections.items():
            if not is_language(lang):
                extra |= {f"{name}_{lang}": text for name, text in section.items()}
        return Concept(
            glossary="",
            id=id_,
            subject=self.subject,
            external=references,
            note=self.note,
            since=self.since,
            languages={
                lang: self._section(id_, lang)
                for lang in LANGUAGES
                if lang in self.sections or any(of == lang for of, _ in self.terms)
            },
            extra=extra,
        )

    def _section(self, id_: str, lang: str) -> LanguageSection:
        said = self.sections.get(lang, {})
        terms = [(text, said) for (of, text), said in self.terms.items() if of == lang]
        return LanguageSection(
            terms=tuple(
                Term(id=f"{id_}.{lang}.{number}", text=text, **said)
                for number, (text, said) in enumerate(terms, 1)
            ),
            definition=said.get("definition", ""),
            definition_source=said.get("definition_source", ""),
        )


def _both(before: str, text: str) -> str:
    if not before:
        return text
    return before if f"\n{text}\n" in f"\n{before}\n" else f"{before}\n{text}"
