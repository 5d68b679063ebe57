"""Where things lie: what ships with Booth, and the person's own data folder."""

import os
from dataclasses import dataclass
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def bundled(name: str) -> Path:
    """Return the folder `name` (`resources`, `glossaries`) that ships with Booth.

    An installed wheel carries it inside the package; a source tree has it beside the package.
    """
    inside = _PACKAGE / "_bundled" / name
    return inside if inside.is_dir() else _PACKAGE.parent / name


@dataclass(frozen=True, slots=True)
class DataFolder:
    """The person's data folder and the names inside it; nothing is created by asking."""

    root: Path

    @property
    def database(self) -> Path:
        """The truth: glossaries, meetings, history (SQLite)."""
        return self.root / "booth.db"

    @property
    def cache(self) -> Path:
        """What can be rebuilt at any time."""
        return self.root / "cache"

    @property
    def packs(self) -> Path:
        """Installed language packs."""
        return self.root / "packs"

    @property
    def backups(self) -> Path:
        """Verified copies of the database."""
        return self.root / "backups"

    @property
    def glossaries(self) -> Path:
        """Glossary folders that the person keeps or releases."""
        return self.root / "glossaries"

    @property
    def settings(self) -> Path:
        """The settings file (JSON)."""
        return self.root / "settings.json"

    @property
    def lock(self) -> Path:
        """The file whose OS lock makes one program the writer."""
        return self.root / "lock"

    @property
    def log(self) -> Path:
        """Where faults of ours are written."""
        return self.root / "booth.log"


def data_folder(given: str | os.PathLike[str] | None = None) -> DataFolder:
    """Return the data folder: `given`, else BOOTH_DATA_DIR, else the platform's own place."""
    chosen = given or os.environ.get("BOOTH_DATA_DIR")
    if not chosen:
        import platformdirs

        chosen = platformdirs.user_data_path("Booth", appauthor=False)
    return DataFolder(Path(chosen).expanduser().absolute())
