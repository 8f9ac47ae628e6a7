"""Which language a question is written in."""

import pytest

from questions.languages import language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Rash on both cheeks", "en"),
        ("寶寶發燒三天", "zh-hant"),
        ("寶寶可以吃 ibuprofen 和 paracetamol 嗎", "zh-hant"),
        ("The label says 普拿疼, is that the same as paracetamol for a child?", "en"),
        ("Est-ce que l'œuf est permis ?", "en"),
    ],
)
def test_language_is_that_of_most_words(text, language):
    other = "en" if language == "zh-hant" else "zh-hant"
    assert language_of(text, otherwise=other) == language


@pytest.mark.parametrize("text", ["", "38.5?", "👶"])
def test_text_without_words_has_the_language_of_the_page(text):
    assert language_of(text, otherwise="zh-hant") == "zh-hant"
