"""The catalogues of texts: complete, compiled, and in step with the source."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import polib
import pytest
from django.conf import settings

LOCALE = Path(settings.BASE_DIR) / "askdoctor" / "locale"
LANGUAGES = ["en", "zh_Hant"]
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|{\w*}")
HAN = re.compile("[\u4e00-\u9fff]")
# What stays as it is in Chinese.
NAMES = {"AskDoctor"}


def catalogue(language: str) -> polib.POFile:
    return polib.pofile(str(LOCALE / language / "LC_MESSAGES" / "django.po"))


def texts(catalogue) -> dict[tuple, tuple[str, ...]]:
    """What each entry says, one text or one for each plural form."""
    return {
        (entry.msgctxt, entry.msgid, entry.msgid_plural): tuple(entry.msgstr_plural.values())
        or (entry.msgstr,)
        for entry in catalogue
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_translated(language):
    entries = catalogue(language)
    assert len(entries) > 500
    left = entries.untranslated_entries() + entries.fuzzy_entries() + entries.obsolete_entries()
    assert [entry.msgid for entry in left] == []


def test_english_says_what_the_source_says():
    for (_context, text, plural), said in texts(catalogue("en")).items():
        assert said == ((text, plural) if plural else (text,))


@pytest.mark.parametrize("language", LANGUAGES)
def test_placeholders_and_edges_are_those_of_the_source(language):
    for (_context, text, plural), said in texts(catalogue(language)).items():
        for one in said:
            for original in (text, plural) if plural else (text,):
                assert sorted(PLACEHOLDER.findall(one)) == sorted(PLACEHOLDER.findall(original))
            assert (one[0].isspace(), one[-1:] == "\n") == (text[0].isspace(), text[-1:] == "\n")


@pytest.mark.parametrize("language", LANGUAGES)
def test_compiled_catalogue_is_that_of_the_texts(language):
    compiled = polib.mofile(str(LOCALE / language / "LC_MESSAGES" / "django.mo"))
    assert texts(compiled) == texts(catalogue(language))
    assert compiled.metadata["Plural-Forms"] == catalogue(language).metadata["Plural-Forms"]


def test_chinese_is_chinese_with_its_own_punctuation():
    for (_context, text, _plural), (said, *more) in texts(catalogue("zh_Hant")).items():
        assert not more, f"Chinese has one form: {text}"
        words = re.search("[a-z]{2}", PLACEHOLDER.sub("", text), re.I)
        assert text in NAMES or not words or HAN.search(said), text
        assert not re.search("[\u4e00-\u9fff][,;:!?.()]|[,;:!?()][\u4e00-\u9fff]", said), said


def test_no_simplified_character_slips_in():
    for said in texts(catalogue("zh_Hant")).values():
        for character in HAN.findall("".join(said)):
            try:
                character.encode("big5")  # the characters that Taiwan writes with
            except UnicodeEncodeError:
                pytest.fail(f"{character} in {said}")


@pytest.mark.skipif(not shutil.which("msgen"), reason="needs gettext (.ci/install-gettext)")
def test_catalogues_are_in_step_with_the_source(tmp_path):
    for folder in ("askdoctor", "doctors", "questions", "faq", "templates"):
        shutil.copytree(Path(settings.BASE_DIR) / folder, tmp_path / folder)
    command = ["sh", str(tmp_path / "askdoctor" / "locale" / "update"), sys.executable]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    for language in LANGUAGES:
        made = tmp_path / "askdoctor" / "locale" / language / "LC_MESSAGES" / "django.po"
        collected = texts(polib.pofile(str(made)))
        assert set(collected) == set(texts(catalogue(language))), "run `make messages`"
