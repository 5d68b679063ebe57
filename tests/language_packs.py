"""Small real language packs, made in code: nothing is trained, downloaded or kept in git.

A pack holds a SentencePiece model and a CTranslate2 Transformer whose weights are constructed so
that it translates by a phrase table: every source piece has a random code, every place in a
sentence another; the decoder's attention at step t looks for the place t and finds the code of
the piece that stands there; the projection turns this code into the target piece, or, weaker, into
the second and third choice, which gives true n-best lists. Unknown characters are copied. What a
table says wrongly (copies, repetitions, lost names) comes out wrongly, which is what the tests of
the guards need.
"""

import itertools
import json
import struct
import tempfile
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
from ctranslate2 import specs

from booth_app.languages import LANGUAGES, NAMES, Lang

Matrix = np.ndarray[Any, np.dtype[np.float32]]
Spec = Any
"""A part of a CTranslate2 specification; they have no types."""
Phrases = Mapping[str, str | Sequence[str]]

SPACE: Final = "\u2581"
PAIRS: Final[tuple[tuple[Lang, Lang], ...]] = (
    ("en", "fr"), ("en", "es"), ("en", "ar"), ("fr", "en"), ("es", "en"), ("ar", "en"),
)  # fmt: skip
"""The pairs for which packs exist in the world."""

ROWS: Final = (
    ("the", "les", "las", "ال"),
    ("cities", "villes", "ciudades", "المدن"),
    ("the cities", "les villes", "las ciudades", "المدن"),
    ("welcome", "accueillent", "acogen", "تستقبل"),
    ("migrants", "migrants", "migrantes", "المهاجرين"),
    ("the migrants", "les migrants", "los migrantes", "المهاجرين"),
    ("refugees", "réfugiés", "refugiados", "لاجئين"),
    ("the refugees", "les réfugiés", "los refugiados", "اللاجئين"),
    ("and", "et", "y", "و"),
    ("in", "dans", "en", "في"),
    ("with", "avec", "con", "مع"),
    ("dignity", "dignité", "dignidad", "كرامة"),
    ("member states", "États membres", "Estados miembros", "الدول الأعضاء"),
    ("the member states", "les États membres", "los Estados miembros", "الدول الأعضاء"),
    ("protect", "protègent", "protegen", "تحمي"),
    ("thank", "remercient", "agradecen", "تشكر"),
    ("we thank", "nous remercions", "agradecemos", "نشكر"),
    ("mayors", "maires", "alcaldes", "رؤساء البلديات"),
    ("the mayors", "les maires", "los alcaldes", "رؤساء البلديات"),
    ("remittances", ("envois de fonds", "transferts de fonds"), "remesas", "التحويلات"),
    ("recovery", ("relèvement", "reprise"), "recuperación", "التعافي"),
    ("for", "pour", "para", "من أجل"),
    ("their work", "leur travail", "su trabajo", "عملها"),
    ("of", "de", "de", "من"),
    ("today", "aujourd'hui", "hoy", "اليوم"),
)
"""English, French, Spanish, Arabic; several forms: all are understood, the first is said first."""

_CHARACTERS: Final = (
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.,;:!?()[]{}<>'\"/-–—%&@#+=*"
    "«»’“”àâäçéèêëîïôöùûüÿñáíóúÀÉÈÊÇÁÍÓÚÑ¿¡،؟؛|~$€°٠١٢٣٤٥٦٧٨٩"
)


@dataclass(frozen=True, slots=True)
class Shape:
    """The size of a model. `filler` words and `noise` make it as large and slow as a real one."""

    layers: int = 1
    heads: int = 1
    width: int = 192
    inner: int = 16
    filler: int = 0
    noise: float = 0.0


SMALL: Final = Shape()
FULL_SIZE: Final = Shape(layers=6, heads=8, width=512, inner=2048, filler=49_000, noise=1e-5)
"""What real packs are: 6 and 6 layers, 50,000 pieces; 120 MB, built in some seconds."""

_PLACES: Final = 64
_LENGTH: Final = 512


def phrases(source: Lang, target: Lang) -> dict[str, list[str]]:
    """Return the phrase table of ROWS for a pair."""
    table: dict[str, list[str]] = {}
    for row in ROWS:
        said, heard = (
            [cell] if isinstance(cell, str) else list(cell)
            for cell in (row[LANGUAGES.index(lang)] for lang in (source, target))
        )
        for form in said:
            table.setdefault(form, heard)
    return table


def write_pack(
    file: Path,
    source: str,
    target: str,
    table: Phrases,
    *,
    version: str = "1.9",
    shape: Shape = SMALL,
    also: Mapping[str, bytes] | None = None,
) -> Path:
    """Write an `.argosmodel` file that translates by `table`; `also` are more files in it."""
    members = {**_members(source, target, table, version, shape), **(also or {})}
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as package:
        for name, data in members.items():
            info = zipfile.ZipInfo(f"translate-{source}_{target}/{name}", (2024, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(info, data)
    return file


def install_pack(
    packs: Path,
    source: Lang,
    target: Lang,
    table: Phrases | None = None,
    *,
    version: str = "1.9",
    shape: Shape = SMALL,
) -> None:
    """Put a pack into the packs folder as Booth would, without the check."""
    folder = packs / f"{source}_{target}"
    members = _members(source, target, table or phrases(source, target), version, shape)
    for name, data in members.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)


def install_packs(packs: Path, pairs: Iterable[tuple[Lang, Lang]] = PAIRS) -> Path:
    """Install small packs of ROWS for `pairs` and return the packs folder."""
    for source, target in pairs:
        install_pack(packs, source, target)
    return packs


def _members(
    source: str, target: str, table: Phrases, version: str, shape: Shape
) -> dict[str, bytes]:
    pieces = {SPACE: -2.0, **dict.fromkeys(_CHARACTERS, -10.0)}
    choices: dict[str, list[str]] = {}
    for said, heard in _cased(table):
        choices.setdefault(_piece(said), [_piece(form) for form in heard])
    said_and_heard = itertools.chain(choices, itertools.chain.from_iterable(choices.values()))
    pieces |= dict.fromkeys(sorted({c for text in said_and_heard for c in text} - {SPACE}), -10.0)
    pieces |= dict.fromkeys(choices, -1.0)
    for form in itertools.chain.from_iterable(choices.values()):
        pieces.setdefault(form, -1000.0)  # said, never read
    pieces |= {f"{SPACE}w{number}": -1.0 for number in range(shape.filler)}
    metadata = {
        "package_version": version,
        "argos_version": "1.9.0",
        "from_code": source,
        "from_name": source,
        "to_code": target,
        "to_name": NAMES.get(target, target),  # type: ignore[call-overload]
    }
    return {
        "metadata.json": json.dumps(metadata).encode(),
        "sentencepiece.model": _sentencepiece_model(pieces),
        **_model(["<unk>", "<s>", "</s>", *pieces], choices, shape),
    }


def _cased(table: Phrases) -> Iterator[tuple[str, list[str]]]:
    """Yield the phrases, then the same with a capital on both sides."""
    listed = [(said, [to] if isinstance(to, str) else list(to)) for said, to in table.items()]
    yield from listed
    for said, heard in listed:
        yield said[:1].upper() + said[1:], [form[:1].upper() + form[1:] for form in heard]


def _piece(text: str) -> str:
    return SPACE + text.replace(" ", SPACE) if text else SPACE


# ── SentencePiece: a unigram model is a protobuf message, written here byte by byte ──────────────


def _sentencepiece_model(pieces: Mapping[str, float]) -> bytes:
    special = [("<unk>", 0.0, 2), ("<s>", 0.0, 3), ("</s>", 0.0, 3)]
    listed = b"".join(
        _block(1, _block(1, text.encode()) + _score(score) + _number(3, kind))
        for text, score, kind in [*special, *((text, score, 1) for text, score in pieces.items())]
    )
    trainer = _number(3, 1) + _number(4, len(pieces) + len(special))
    normalizer = _block(1, b"identity") + _number(3, 1) + _number(4, 1) + _number(5, 1)
    return listed + _block(2, trainer) + _block(3, normalizer)


def _varint(value: int) -> bytes:
    low, high = value & 0x7F, value >> 7
    return bytes([low | 0x80]) + _varint(high) if high else bytes([low])


def _number(field: int, value: int) -> bytes:
    return _varint(field << 3) + _varint(value)


def _block(field: int, data: bytes) -> bytes:
    return _varint(field << 3 | 2) + _varint(len(data)) + data


def _score(value: float) -> bytes:
    return _varint(2 << 3 | 5) + struct.pack("<f", value)


# ── CTranslate2 ──────────────────────────────────────────────────────────────────────────────────


class _Weights:
    """Hands out the arrays of one model: zeros, or next to nothing where it is to be slow."""

    def __init__(self, shape: Shape) -> None:
        self.shape = shape
        self.random = np.random.default_rng(7)

    def nothing(self, *size: int) -> Matrix:
        noise = self.random.standard_normal(size, dtype=np.float32) if self.shape.noise else 0
        return np.zeros(size, np.float32) + np.float32(self.shape.noise) * noise

    def codes(self, count: int, width: int) -> Matrix:
        half = np.repeat(np.array([1.0, -1.0], np.float32), width // 2)
        return self.random.permuted(np.tile(half, (count, 1)), axis=1)

    def plain_norm(self, norm: Spec) -> None:
        norm.gamma = np.ones(self.shape.width, np.float32)
        norm.beta = np.zeros(self.shape.width, np.float32)

    def linear(self, layer: Spec, weight: Matrix) -> None:
        layer.weight, layer.bias = weight, np.zeros(len(weight), np.float32)

    def idle_layer(self, layer: Spec) -> None:
        """Let self-attention and feed-forward of a layer add nothing to what passes by."""
        width, inner = self.shape.width, self.shape.inner
        for norm in (layer.self_attention.layer_norm, layer.ffn.layer_norm):
            self.plain_norm(norm)
        self.linear(layer.self_attention.linear[0], self.nothing(3 * width, width))
        self.linear(layer.self_attention.linear[1], self.nothing(width, width))
        self.linear(layer.ffn.linear_0, self.nothing(inner, width))
        self.linear(layer.ffn.linear_1, self.nothing(width, inner))

    def cross_attention(self, attention: Spec, looking: bool) -> None:
        """Look up the code that stands at this step's place; or, in further layers, nothing."""
        width, known = self.shape.width, self.shape.width - _PLACES
        query, value, out = (self.nothing(width, width) for _ in range(3))
        if looking:
            size = width // self.shape.heads
            for head in range(self.shape.heads):
                at = head * size
                query[at : at + _PLACES, known:] = 4 * np.eye(_PLACES)
            value[:known, :known] = np.eye(known)
            out[:known, :known] = 4 * np.eye(known)  # outweighs the code of the place
        self.plain_norm(attention.layer_norm)
        self.linear(attention.linear[0], query)
        self.linear(attention.linear[1], np.concatenate([query, value]))
        self.linear(attention.linear[2], out)


def _model(
    vocabulary: list[str], choices: Mapping[str, Sequence[str]], shape: Shape
) -> dict[str, bytes]:
    weights, known = _Weights(shape), shape.width - _PLACES
    codes = weights.codes(len(vocabulary), known)
    spec = specs.TransformerSpec.from_config(shape.layers, shape.heads, pre_norm=True)
    places = np.zeros((_LENGTH, shape.width), np.float32)
    places[:, known:] = weights.codes(_LENGTH, _PLACES)
    for side in (spec.encoder, spec.decoder):
        side.scale_embeddings = False
        side.position_encodings.encodings = places
        weights.plain_norm(side.layer_norm)
        for layer in side.layer:
            weights.idle_layer(layer)
    for number, layer in enumerate(spec.decoder.layer):
        weights.cross_attention(layer.attention, looking=number == 0)
    embeddings = np.zeros((len(vocabulary), shape.width), np.float32)
    embeddings[:, :known] = codes
    spec.encoder.embeddings[0].weight = embeddings
    spec.decoder.embeddings.weight = weights.nothing(len(vocabulary), shape.width)
    weights.linear(spec.decoder.projection, _projection(vocabulary, choices, codes, shape))
    return _saved(spec, vocabulary)


def _projection(
    vocabulary: list[str], choices: Mapping[str, Sequence[str]], codes: Matrix, shape: Shape
) -> Matrix:
    """Return what turns a found code into its target pieces, the first the strongest."""
    index = {piece: number for number, piece in enumerate(vocabulary)}
    known = codes.shape[1]
    strength = np.float32(20 / known)
    projection = np.zeros((len(vocabulary), shape.width), np.float32)
    heard = set(itertools.chain.from_iterable(choices.values()))
    for piece, number in index.items():
        if piece not in choices:
            if piece not in heard:
                projection[number, :known] += strength * codes[number]
            continue
        for rank, choice in enumerate(choices[piece]):
            projection[index[choice], :known] += strength * np.float32(0.85**rank) * codes[number]
    return projection


def _saved(spec: Spec, vocabulary: list[str]) -> dict[str, bytes]:
    spec.config.add_source_eos = True
    spec.register_source_vocabulary(list(vocabulary))
    spec.register_target_vocabulary(list(vocabulary))
    spec.validate()
    spec.optimize(quantization="int8")
    with tempfile.TemporaryDirectory() as folder:
        spec.save(folder)
        return {f"model/{file.name}": file.read_bytes() for file in sorted(Path(folder).iterdir())}
