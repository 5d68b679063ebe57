"""How a benchmark's figures are printed: as JSON, or one to a line."""

import json
from collections.abc import Mapping


def print_figures(figures: Mapping[str, object], *, as_json: bool) -> None:
    """Print each figure with its name."""
    if as_json:
        print(json.dumps(figures))
        return
    widest = max(map(len, figures), default=0)
    for name, figure in figures.items():
        print(f"{name:<{widest}}  {figure}")
