"""Texts as vectors: the pieces on numbers made here, the whole where the weights are installed."""

import json
from math import erf, exp, sqrt

import pytest

from questions import embedding
from questions.embedding import is_available, read_vocabulary, read_weights, tokens, vectors

np = embedding.np
with_numpy = pytest.mark.skipif(np is None, reason="make test-embeddings installs NumPy")
with_weights = pytest.mark.skipif(
    not is_available(), reason="make test-embeddings installs the weights"
)

MARKS = ["[UNK]", "[CLS]", "[SEP]"]
WORDS = [
    "fever",
    "in",
    "child",
    "##ren",
    "the",
    "##atre",
    "i",
    "##tp",
    "血",
    ",",
    "$",
    "?",
    "e",
    "coli",
]
PIECES = MARKS + WORDS
START, END = 1, 2


@pytest.fixture
def vocabulary(tmp_path):
    (tmp_path / "vocab.txt").write_text("\n".join(PIECES) + "\n", encoding="utf-8")
    return read_vocabulary(tmp_path / "vocab.txt")


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Fever in children?", "fever in child ##ren ?"),
        ("\u00c9. coli, th\u00e9\u00e2tre", "e [UNK] coli , the ##atre"),
        ("$fever,\tITP\r\n", "$ fever , i ##tp"),
        ("fever血fever", "fever 血 fever"),
        ("fe\u200bver\u00a0in\ufffd\x00", "fever in"),
        ("childless fever", "[UNK] fever"),
        ("fever" + "ren" * 33, "[UNK]"),
    ],
)
def test_a_text_is_read_in_the_longest_pieces_that_there_are(text, read, vocabulary):
    inside = [PIECES.index(piece) for piece in read.split()]
    assert tokens(text, vocabulary) == [START, *inside, END]


def test_a_long_text_is_cut_and_still_ends(vocabulary):
    read = tokens("fever " * 1000, vocabulary)
    assert len(read) == embedding.MAX_TOKENS
    assert (read[0], read[-1]) == (START, END)


def test_without_the_package_it_says_so(monkeypatch):
    monkeypatch.setattr(embedding, "PACKAGE", "a_package_that_nobody_installed")
    assert is_available() is False


@with_numpy
def test_weights_are_read_from_where_the_header_says(tmp_path):
    kept, passed_over = np.arange(6, dtype="<f4"), np.arange(4, dtype="<i8")
    header = {
        "__metadata__": {"format": "pt"},
        "whole": {"dtype": "I64", "shape": [4], "data_offsets": [0, 32]},
        "real": {"dtype": "F32", "shape": [2, 3], "data_offsets": [32, 56]},
    }
    text = json.dumps(header).encode()
    length = len(text).to_bytes(8, "little")
    path = tmp_path / "model.safetensors"
    path.write_bytes(length + text + passed_over.tobytes() + kept.tobytes())
    weights = read_weights(path)
    assert list(weights) == ["real"]
    assert weights["real"].tolist() == [[0, 1, 2], [3, 4, 5]]


# A model of one layer and 24 numbers, worked out below as it stands in the papers: one number after
# the other, with Python's own erf and exp.
WIDTH, INNER = 24, 40
TEXTS = [[1, 3, 5, 2], [1, 4, 2], [1, 3, 3, 7, 6, 2]]


@pytest.fixture
def small_model():
    random = np.random.default_rng(7)
    layer = "encoder.layer.0"
    wide = {
        f"{layer}.attention.self.query": (WIDTH, WIDTH),
        f"{layer}.attention.self.key": (WIDTH, WIDTH),
        f"{layer}.attention.self.value": (WIDTH, WIDTH),
        f"{layer}.attention.output.dense": (WIDTH, WIDTH),
        f"{layer}.intermediate.dense": (INNER, WIDTH),
        f"{layer}.output.dense": (WIDTH, INNER),
        "embeddings.LayerNorm": (WIDTH,),
        f"{layer}.attention.output.LayerNorm": (WIDTH,),
        f"{layer}.output.LayerNorm": (WIDTH,),
    }
    shapes = {f"{name}.weight": shape for name, shape in wide.items()}
    shapes |= {f"{name}.bias": shape[:1] for name, shape in wide.items()}
    for name, rows in (("word", 8), ("position", 6), ("token_type", 2)):
        shapes[f"embeddings.{name}_embeddings.weight"] = (rows, WIDTH)
    return {name: random.normal(0, 0.6, shape).astype("f4") for name, shape in shapes.items()}


@with_numpy
def test_the_pass_is_the_formula_of_the_papers(small_model):
    expected = [by_hand(text, small_model) for text in TEXTS]
    assert vectors(TEXTS, small_model) == pytest.approx(np.array(expected), abs=2e-6)


def by_hand(text, model):
    def dense(row, name):
        return [
            sum(a * float(b) for a, b in zip(row, line, strict=True)) + float(bias)
            for line, bias in zip(model[f"{name}.weight"], model[f"{name}.bias"], strict=True)
        ]

    def normed(row, name):
        mean = sum(row) / len(row)
        deviation = sqrt(sum((a - mean) ** 2 for a in row) / len(row) + 1e-12)
        scale, shift = model[f"{name}.weight"], model[f"{name}.bias"]
        return [(a - mean) / deviation * scale[i] + shift[i] for i, a in enumerate(row)]

    def added(row, other):
        return [a + b for a, b in zip(row, other, strict=True)]

    word, place, kind = (
        model[f"embeddings.{name}_embeddings.weight"].astype(float).tolist()
        for name in ("word", "position", "token_type")
    )
    layer = "encoder.layer.0"
    x = [
        normed(added(added(word[piece], place[at]), kind[0]), "embeddings.LayerNorm")
        for at, piece in enumerate(text)
    ]
    query, key, value = (
        [dense(row, f"{layer}.attention.self.{part}") for row in x]
        for part in ("query", "key", "value")
    )
    size = 2  # twelve heads share the 24 numbers
    out = []
    for at, row in enumerate(x):
        attended = []
        for first in range(0, WIDTH, size):
            head = range(first, first + size)
            share = [exp(sum(query[at][i] * k[i] for i in head) / sqrt(size)) for k in key]
            attended += [
                sum(s * v[i] for s, v in zip(share, value, strict=True)) / sum(share) for i in head
            ]
        row = added(row, dense(attended, f"{layer}.attention.output.dense"))
        row = normed(row, f"{layer}.attention.output.LayerNorm")
        inner = [a * (1 + erf(a / sqrt(2))) / 2 for a in dense(row, f"{layer}.intermediate.dense")]
        row = added(row, dense(inner, f"{layer}.output.dense"))
        out.append(normed(row, f"{layer}.output.LayerNorm"))
    mean = [sum(column) / len(out) for column in zip(*out, strict=True)]
    return [a / sqrt(sum(b * b for b in mean)) for a in mean]


# What transformers 5.24 with PyTorch 2.13 gave for the same weights, a text at a time.
SENTENCES = [
    "My son has low platelets after a virus.",
    "Is a low platelet count in children dangerous?",
    "How often should a toddler brush the teeth?",
    "Purple spots appeared on my daughter's legs overnight.",
]
FIRST_FOUR = [
    [-0.0121, 0.0576, -0.0364, -0.0520],
    [0.0227, 0.0586, -0.0296, 0.0298],
    [-0.0143, -0.0184, -0.0387, -0.0225],
    [-0.0288, -0.0328, 0.0580, -0.0011],
]
COSINES = [
    [1, 0.6815, 0.1206, 0.2957],
    [0.6815, 1, 0.2017, 0.2961],
    [0.1206, 0.2017, 1, 0.1112],
    [0.2957, 0.2961, 0.1112, 1],
]


@with_weights
def test_the_vectors_are_those_of_the_reference():
    rows = embedding.embed(SENTENCES)
    assert rows.shape == (4, embedding.DIMENSIONS)
    assert rows.dtype == np.float32
    assert rows[:, :4] == pytest.approx(np.array(FIRST_FOUR), abs=6e-5)
    assert rows @ rows.T == pytest.approx(np.array(COSINES), abs=6e-5)


@with_weights
def test_a_text_has_the_same_vector_in_any_company():
    texts = [f"{SENTENCES[0]} {'It came back. ' * n}" for n in (0, 60, 7, 70, 2, 80, 45, 80, 1)]
    alone = np.concatenate([embedding.embed([text]) for text in texts])
    assert embedding.embed(texts) == pytest.approx(alone, abs=1e-6)


@with_weights
@pytest.mark.parametrize("text", ["", " \n\u200b", "孩子發燒三天需要看醫生嗎"])
def test_a_text_that_the_model_cannot_read_is_like_nothing(text):
    empty, full = embedding.embed([text, SENTENCES[0]])
    assert not empty.any()
    assert full @ full == pytest.approx(1, abs=1e-6)


@with_weights
def test_no_texts_give_no_rows():
    assert embedding.embed([]).shape == (0, embedding.DIMENSIONS)
