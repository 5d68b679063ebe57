"""What is printed of a person that was found, and who is meant by a part of a name. No Qt."""

from collections.abc import Sequence

from booth_app.languages import LANGUAGES, Lang, script
from booth_app.meeting.meeting import Person, Text, Wording, wording
from booth_app.terminology.folding import fold
from booth_app.ui.booth.harmless import harmless
from booth_app.ui.booth.printed import InLanguage, Origin, Printed


def person_printed(person: Person, target: Lang, reads: Sequence[Lang] = LANGUAGES) -> Printed:
    """Return what is printed of `person`: name, then title in the target language.

    Under Arabic the name stands in Arabic letters where they are known, the meeting's form beside.
    """
    name = person.name_in(target)
    return Printed(
        lang="ar" if script(name) == "arabic" else "en",
        text=harmless(name),
        beside=harmless(person.name) if script(name) != script(person.name) else "",
        under=harmless(title_in(person, target)),
        origin=Origin("person", "person", False, _how_known(person, target)),
        others=tuple(
            InLanguage(lang, harmless(person.title[lang].text), _written(person, lang))
            for lang in reads
            if lang != target and lang in person.title
        ),
    )


def unplanned(name: str, post: str, lang: Lang) -> Person:
    """Return somebody the programme does not know, with a post written in `lang`."""
    title = {lang: Wording(post, True)} if post else {}
    return Person(name=name, title=title, unplanned=True)


def title_in(person: Person, lang: Lang) -> str:
    """Return the person's title, or else the organisation, as far as possible in `lang`."""
    title = wording(person.title, lang)
    if title is None:
        return _in(person.organisation, lang)
    if title[0] == lang or lang not in person.organisation:
        return title[1].text
    return f"{title[1].text}, {person.organisation[lang].text}"


def people_named(text: str, people: Sequence[Person]) -> list[Person]:
    """Return the people whose names, titles or organisations have words beginning like `text`'s.

    Those whose names alone fit come first; else the order is the given one. Everybody fits "".
    """
    typed = fold(text).split()
    by_name = [p for p in people if _fits(typed, _names(p))]
    by_post = [p for p in people if p not in by_name and _fits(typed, _names(p) + _posts(p))]
    return by_name + by_post


def _names(person: Person) -> list[str]:
    return [person.name, *(name.text for name in person.names.values())]


def _posts(person: Person) -> list[str]:
    return [w.text for text in (person.title, person.organisation) for w in text.values()]


def _fits(typed: list[str], texts: list[str]) -> bool:
    words = [word for text in texts for word in fold(text).split()]
    return all(any(word.startswith(t) for word in words) for t in typed)


def _how_known(person: Person, target: Lang) -> tuple[str, ...]:
    if person.unplanned:
        known = "added in the booth"
    elif person.verified:
        known = "post verified"
    else:
        known = "rests on the note alone"
    title = person.title.get(target)
    translated = "translation not verified" if title is not None and not title.verified else ""
    return tuple(part for part in (known, translated) if part)


def _written(person: Person, lang: Lang) -> tuple[str, ...]:
    return (harmless(person.names[lang].text),) if lang in person.names else ()


def _in(text: Text, lang: Lang) -> str:
    found = wording(text, lang)
    return found[1].text if found else ""
