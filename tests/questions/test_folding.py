"""One folding for what is indexed and what is asked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questions.folding import bigrams, fold, pieces, plain_words, stem, terms


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("Café CRÈME", "cafe creme"),
        ("ＩＴＰ", "itp"),
        ("Sjögren, Ménière, Guillain–Barré", "sjogren, meniere, guillain–barre"),
        ("Straße İstanbul Łódź", "strasse istanbul lodz"),
        ("が ガ ｶﾞ", "が ガ ガ"),
        ("й Ё", "й ё"),
    ],
)
def test_accents_width_and_case_are_folded_on_latin_letters_alone(typed, folded):
    assert fold(typed) == folded


@pytest.mark.parametrize(
    ("traditional", "simplified"),
    [
        ("血小板減少症", "血小板减少症"),
        ("頭髮 發燒", "头发 发烧"),
        ("皮膚癢", "皮肤痒"),
        ("臺灣 台灣", "台湾 台湾"),
        ("牀 床 裏 裡", "床 床 里 里"),
        ("衛生 衞生", "卫生 卫生"),
        ("ＩＴＰ治療", "itp治疗"),
    ],
)
def test_traditional_and_simplified_characters_are_one(traditional, simplified):
    assert fold(traditional) == fold(simplified) == simplified
    assert terms(traditional) == terms(simplified)


def test_a_chinese_character_folds_to_one_that_stays():
    for character in map(chr, [*range(0x3400, 0x4DC0), *range(0x4E00, 0xA000)]):
        assert len(fold(character)) == 1
        assert fold(fold(character)) == fold(character)


@given(st.text())
def test_folding_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


@given(st.text(st.characters(max_codepoint=127)) | st.text())
def test_words_are_the_pieces_without_their_places(text):
    folded = fold(text)
    assert plain_words(folded) == [piece.text for piece in pieces(folded)]


@given(st.text())
def test_any_text_gives_terms_that_can_be_stored(text):
    for term in terms(text):
        assert term
        term.encode()
        assert not set(term) & set("\0 '\\:&|!()*<>")


def test_words_are_cut_to_their_stem_and_stop_words_dropped():
    assert list(terms("What is the treatment of bleeding platelets?")) == [
        "treatment",
        "bleed",
        "platelet",
    ]


def test_a_chinese_run_gives_its_pairs_and_its_last_character():
    assert list(terms("血小板低")) == ["血小", "小板", "板低", "低"]
    assert list(terms("藥")) == ["药"]


def test_scripts_that_touch_are_told_apart():
    assert list(terms("ITP血小板B12")) == ["itp", "血小", "小板", "板", "b12"]


def test_pairs_asked_for_have_no_single_last_character():
    assert bigrams("血小板") == ["血小", "小板"]
    assert bigrams("藥") == ["藥"]


def test_a_word_without_end_is_cut():
    assert len(stem("x" * 10_000)) == 60
