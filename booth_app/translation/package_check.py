"""What must hold for an `.argosmodel` file before Booth keeps it.

Runs in a child process: the file comes from anywhere, and it is read by libraries in C++.
"""

import json
import os
import re
import stat
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from booth_app.languages import LANGUAGES
from booth_app.translation import engine

MOST_MEMBERS: Final = 2_000
MOST_BYTES: Final = 2 << 30
"""A full-size pack unpacks to about 300 MB."""
MOST_RATIO: Final = 100
_SMALL: Final = 1 << 20
"""Members this small may shrink as far as they like: they cannot fill a disk."""
_MOST_METADATA: Final = 1 << 16

_KEPT: Final = re.compile(r"model/[^/]+|sentencepiece\.model|bpe\.model|README\.md|LICENSE[^/]*")
"""What Booth unpacks; the rest (models of sentence splitters) it would never use."""
_VERSION: Final = re.compile(r"[0-9]{1,9}(\.[0-9]{1,9}){0,4}")
_PROBES: Final = {
    "en": "We thank the member states for their work.",
    "fr": "Nous remercions les États membres de leur travail.",
    "es": "Agradecemos a los Estados miembros su trabajo.",
    "ar": "نشكر الدول الأعضاء على عملها.",
}


class PackRefused(Exception):
    """A pack cannot be added or removed; carries one sentence."""


def unpacked(file: str, into: str) -> dict[str, str]:
    """Check the pack in `file`, unpack what Booth needs of it to the folder `into`, and try it.

    Returns its metadata: from_code, to_code, package_version and the like, all strings. Nothing
    is written before the whole table of contents was found good. Raises PackRefused.
    """
    try:
        with zipfile.ZipFile(file) as package:
            members = package.infolist()
            top = _top_folder(members)
            metadata = _metadata(package, top)
            _unpack(package, top, Path(into))
    except PackRefused:
        raise
    except OSError as fault:
        raise PackRefused(f"It cannot be unpacked ({fault.strerror or fault}).") from fault
    except Exception as fault:  # zipfile and zlib raise half a dozen kinds for odd files
        why = engine.first_line(fault)
        raise PackRefused(f"It is no language pack, or a damaged one ({why}).") from fault
    _require_model(Path(into))
    text = json.dumps(metadata, ensure_ascii=False, indent=1)
    (Path(into) / "metadata.json").write_text(text, encoding="utf-8")
    _require_translation(Path(into), metadata["from_code"])
    return metadata


def _top_folder(members: Sequence[zipfile.ZipInfo]) -> str:
    """Return the one folder all members are in, having looked at each of them."""
    if len(members) > MOST_MEMBERS:
        raise PackRefused(f"It holds {len(members)} files; a language pack has a few dozen.")
    for member in members:
        _require_harmless(member)
    names = {member.filename.rstrip("/").casefold() for member in members}
    if len(names) != len(members):
        raise PackRefused("It holds two files of the same name.")
    if sum(member.file_size for member in members) > MOST_BYTES:
        raise PackRefused(f"It would unpack to more than {MOST_BYTES >> 30} GB.")
    tops = {member.filename.split("/", 1)[0] for member in members}
    if len(tops) != 1 or not any("/" in member.filename for member in members):
        raise PackRefused("It does not hold exactly one folder, as language packs do.")
    return tops.pop()


def _require_harmless(member: zipfile.ZipInfo) -> None:
    name, mode = member.filename, member.external_attr >> 16
    parts = name.rstrip("/").split("/")
    odd = any(c in name for c in '\\:*?"<>|') or not name.isprintable()
    if odd or len(name) > 200 or any(part in ("", ".", "..") for part in parts):
        raise PackRefused(f"It holds a file that would land outside its folder ({name[:60]!a}).")
    if stat.S_IFMT(mode) not in (0, stat.S_IFREG, stat.S_IFDIR):
        raise PackRefused(f"It holds a link or a device ({name[:60]!a}).")
    if member.flag_bits & 1 or member.compress_type not in (
        zipfile.ZIP_STORED,
        zipfile.ZIP_DEFLATED,
    ):
        raise PackRefused("It is encrypted, or compressed in a way language packs are not.")
    if member.file_size > MOST_RATIO * max(member.compress_size, _SMALL // MOST_RATIO):
        raise PackRefused(
            f"It would unpack to more than {MOST_RATIO} times its size, as no language pack does."
        )


def _metadata(package: zipfile.ZipFile, top: str) -> dict[str, str]:
    try:
        info = package.getinfo(f"{top}/metadata.json")
        if info.file_size > _MOST_METADATA:
            raise ValueError("too long")
        found: Any = json.loads(package.read(info).decode("utf-8"))
    except KeyError:
        raise PackRefused("It has no metadata.json.") from None
    except (ValueError, RecursionError) as fault:
        raise PackRefused(f"Its metadata.json cannot be read ({fault}).") from fault
    if not isinstance(found, dict) or found.get("type", "translate") != "translate":
        raise PackRefused("Its metadata.json is not that of a translation pack.")
    wanted = ("package_version", "argos_version", "from_code", "from_name", "to_code", "to_name")
    fields = {name: found.get(name, "") for name in (*wanted, "target_prefix")}
    if not all(isinstance(value, str) and len(value) <= 100 for value in fields.values()):
        raise PackRefused("Its metadata.json holds something else than short texts.")
    _require_known(fields)
    return fields


def _require_known(fields: dict[str, str]) -> None:
    codes = fields["from_code"], fields["to_code"]
    if not all(codes):
        raise PackRefused("Its metadata.json does not say which languages it is for.")
    for code in codes:
        if code not in LANGUAGES:
            known = ", ".join(LANGUAGES)
            raise PackRefused(f"It is for a language Booth does not know ({code!a}): {known}.")
    if codes[0] == codes[1]:
        raise PackRefused("It translates a language into itself.")
    if not _VERSION.fullmatch(fields["package_version"]):
        raise PackRefused("Its metadata.json does not give its version (such as 1.9).")


def _unpack(package: zipfile.ZipFile, top: str, into: Path) -> None:
    for member in package.infolist():
        name = member.filename.removeprefix(f"{top}/")
        if member.is_dir() or not _KEPT.fullmatch(name):
            continue
        target = into / name
        target.parent.mkdir(exist_ok=True)
        with package.open(member) as source, target.open("xb") as copy:
            while part := source.read(1 << 20):
                copy.write(part)


def _require_model(folder: Path) -> None:
    if not (folder / "model" / "model.bin").is_file():
        raise PackRefused("It has no model (model/model.bin).")
    if not any((folder / name).is_file() for name in ("sentencepiece.model", "bpe.model")):
        raise PackRefused("It has no sentencepiece.model or bpe.model.")


def _require_translation(folder: Path, source: str) -> None:
    if why := engine.why_not():
        raise PackRefused(f"It cannot be tried. {why}")
    try:
        model = engine.Model(folder)
        for result in model.begin([_PROBES[source]], 1):
            model.texts(result.result().hypotheses)
    except Exception as fault:  # whatever a bad model makes the libraries raise
        reason = engine.first_line(fault).replace(f"{folder}{os.sep}", "")
        raise PackRefused(f"Its model does not work ({reason}).") from fault
