"""Language packs: what is installed in the packs folder; adding and removing them.

A pack is a folder `fr_en` that holds an unpacked `.argosmodel` package. Whoever adds or removes
holds the data folder's lock, as for any writing.
"""

import json
import re
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from booth_app import jobs
from booth_app.languages import LANGUAGES, NAMES, Lang
from booth_app.translation.package_check import PackRefused, unpacked

__all__ = ["Added", "Pack", "PackRefused", "add", "installed", "remove"]

_NAME: Final = re.compile(f"({'|'.join(LANGUAGES)})_({'|'.join(LANGUAGES)})")
_UNFINISHED: Final = ".unfinished-"
_MOST_METADATA: Final = 1 << 16
_LIMITS: Final = jobs.Limits(memory=2 << 30, cpu=120, silence=180.0)
"""A full-size pack takes about 1 second and 0.7 GB of address space."""


@dataclass(frozen=True, slots=True)
class Pack:
    """An installed pack; `version` is its maker's, such as 1.9."""

    source: Lang
    target: Lang
    version: str
    folder: Path

    def __str__(self) -> str:
        return f"{NAMES[self.source]} → {NAMES[self.target]} {self.version}"


@dataclass(frozen=True, slots=True)
class Added:
    """What `add` did: the pack as it is installed now, and the one it replaced."""

    pack: Pack
    replaced: Pack | None

    @property
    def sentence(self) -> str:
        """What to tell the person; an older pack over a newer one is said."""
        if self.replaced is None:
            return f"Added {self.pack}."
        if _order(self.pack.version) < _order(self.replaced.version):
            return f"Added {self.pack}, which is OLDER than {self.replaced.version}, replaced now."
        return f"Added {self.pack} in place of {self.replaced.version}."


def installed(folder: Path) -> list[Pack]:
    """Return the packs in the packs folder, in the order of the languages.

    Whatever else lies there, or cannot be read, is passed over; no folder means no packs.
    """
    try:
        packs = [_pack(entry) for entry in folder.iterdir()]
    except OSError:
        return []
    order = LANGUAGES.index
    return sorted(filter(None, packs), key=lambda p: (order(p.source), order(p.target)))


def add(file: Path, folder: Path) -> Added:
    """Check the `.argosmodel` file in a child process and install it into the packs folder.

    It is unpacked beside the others under a name of its own and renamed once it has proved to
    work, so there is never half a pack. Takes a few seconds. Raises PackRefused.
    """
    _require_file(file)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _sweep(folder)
        new = Path(tempfile.mkdtemp(prefix=_UNFINISHED, dir=folder))
    except OSError as fault:
        raise PackRefused(f"{folder} cannot be written ({fault.strerror or fault}).") from fault
    try:
        checked = jobs.result(unpacked, str(file), str(new), limits=_LIMITS)
        return _in_place(new, folder / f"{checked['from_code']}_{checked['to_code']}")
    except PackRefused as fault:
        raise PackRefused(f"{_shown(file.name)} was not added. {fault}") from fault
    except jobs.JobFailed as fault:
        raise PackRefused(
            f"{_shown(file.name)} was not added. Its check failed: {fault}"
        ) from fault
    finally:
        shutil.rmtree(new, ignore_errors=True)


def _require_file(file: Path) -> None:
    try:
        there = file.is_file()
    except OSError as fault:
        raise PackRefused(f"{_shown(file)} cannot be read ({fault.strerror or fault}).") from fault
    if not there:
        raise PackRefused(f"{_shown(file)}: there is no such file.")


def remove(folder: Path, source: Lang, target: Lang) -> Pack:
    """Remove a pack from the packs folder and return what was removed. Raises PackRefused."""
    pack = _pack(folder / f"{source}_{target}")
    if pack is None:
        raise PackRefused(f"There is no language pack {source} → {target} in {folder}.")
    try:
        _away(pack.folder)
    except OSError as fault:
        raise PackRefused(f"{pack} cannot be removed ({fault.strerror or fault}).") from fault
    return pack


def _pack(folder: Path) -> Pack | None:
    if not (named := _NAME.fullmatch(folder.name)) or named[1] == named[2]:
        return None
    try:
        with (folder / "metadata.json").open(encoding="utf-8") as stream:
            metadata = json.loads(stream.read(_MOST_METADATA))
        version = metadata["package_version"]
        usable = (folder / "model" / "model.bin").is_file()
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
    source, target = (next(lang for lang in LANGUAGES if lang == code) for code in named.groups())
    same = (metadata.get("from_code"), metadata.get("to_code")) == (source, target)
    if not same or not usable or not isinstance(version, str):
        return None
    return Pack(source, target, version[:40], folder)


def _in_place(new: Path, place: Path) -> Added:
    replaced = _pack(place)
    try:
        if place.exists():
            _away(place)
        new.rename(place)
    except OSError as fault:
        raise PackRefused(
            f"{place} cannot be replaced ({fault.strerror or fault}); close Booth and try again."
        ) from fault
    pack = _pack(place)
    if pack is None:
        raise PackRefused(f"{place} cannot be read again.")
    return Added(pack, replaced)


def _away(folder: Path) -> None:
    """Remove a folder so that no half of it is ever found under its name."""
    doomed = Path(tempfile.mkdtemp(prefix=_UNFINISHED, dir=folder.parent))
    folder.rename(doomed / folder.name)
    shutil.rmtree(doomed, ignore_errors=True)


def _sweep(folder: Path) -> None:
    """Remove what an interrupted adding left behind."""
    for entry in folder.iterdir():
        if entry.name.startswith(_UNFINISHED):
            shutil.rmtree(entry, ignore_errors=True)


def _shown(name: object) -> str:
    """Return a file's name on one line, whatever characters it has."""
    return "".join(c if c.isprintable() else "?" for c in str(name))


def _order(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d{1,9}", version))
