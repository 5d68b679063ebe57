"""How many of something there are, in words that agree: 1 concept, 2,000 concepts."""


def counted(number: int, one: str, many: str = "") -> str:
    """Return `number` and what is counted; `many` where the plural is more than an s at the end."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
