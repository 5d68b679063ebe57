"""Says less where there is less room: whole parts go first, then whole words, never letters."""

from collections.abc import Iterator

from booth_app.ui.booth.harmless import isolated, unisolated

_BETWEEN = " · "


def fewer_words(text: str) -> Iterator[str]:
    """Yield `text`, then without its last parts, then its first part with ever fewer words.

    Parts stand between middle dots. What lost words ends in an ellipsis and keeps its direction.
    """
    parts = text.split(_BETWEEN)
    for count in range(len(parts), 0, -1):
        yield _BETWEEN.join(parts[:count])
    words = unisolated(parts[0]).split()
    for count in range(len(words) - 1, 0, -1):
        yield isolated(" ".join(words[:count]).rstrip(",;:") + "…")
