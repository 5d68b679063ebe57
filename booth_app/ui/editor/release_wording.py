"""What a release takes along or brings, in words: counts before it, its news line by line."""

from collections.abc import Iterable, Iterator, Mapping

from booth_app.editing.release_counts import ReleaseCounts
from booth_app.terminology.counted import counted
from booth_app.terminology.field_words import LANGUAGE_WORDS
from booth_app.terminology.news import ConceptNews, News


def counts_lines(counts: ReleaseCounts) -> list[str]:
    """Return in sentences what goes out and what stays behind, language by language."""
    lines = [f"{_out(counts.concepts, 'concept')}; {_behind(counts.held_back)}."]
    for lang, of in counts.languages.items():
        earlier = f", {of.earlier:,} in their last approved wording" if of.earlier else ""
        lines.append(
            f"{LANGUAGE_WORDS[lang]}: {_out(of.goes_out, 'term')} ({of.approved:,}"
            f" approved{earlier}, {of.unapproved:,} marked as not approved);"
            f" {_behind(of.stays_behind)}."
        )
    return lines


def _out(count: int, what: str) -> str:
    return counted(count, f"{what} goes out", f"{what}s go out")


def _behind(count: int) -> str:
    return counted(count, "stays behind", "stay behind")


def news_counted(count: int, last: str) -> str:
    """Return how many concepts a release changes here, and since when."""
    several = counted(count, "concept changes", "concepts change")
    changes = several if count else "no concept changes"
    if last:
        return f"Since {last}, the last one opened here, {changes}."
    return f"It is the first one opened here: {changes}."


def news_lines(news: Iterable[ConceptNews], gone: Mapping[str, str]) -> Iterator[str]:
    """Yield what is new in each concept in one line, term by term.

    `gone` says of concepts that are no more which one they are part of, empty for none; those come
    last.
    """
    names: dict[str, str] = {}
    for one in news:
        id_ = one.concept.id
        name = names[id_] = next((term.text for _, term in one.concept.terms()), id_)
        if (whole := gone.get(id_)) and all(each.became == "gone" for each in one.news):
            yield f"{name}: is part of {names.get(whole, whole)} now"
        else:
            yield f"{name}: {'; '.join(map(_said, one.news))}"


def _said(news: News) -> str:
    is_term = news.name in (news.before, news.after)
    named = f"{LANGUAGE_WORDS[news.lang]} {news.name}" if is_term and news.lang else news.name
    if news.became != "changed":
        said = f": {news.after}" if news.became == "new" and not is_term else ""
        return f"{named} is {news.became}{said}"
    if news.before == news.after:
        return f"{named}: {', '.join(news.what)}"
    after = "" if is_term else f": {news.after}"
    return f"{named}{after}, was {news.before or 'empty'}"
