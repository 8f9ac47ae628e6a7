"""What no password of this installation may mainly consist of: its own words, which are tried first."""

import re
import unicodedata
from collections.abc import Iterable
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from doctors.models import Specialty

OF_THE_PROGRAM = ["askdoctor", "doctor", "moderator", "moderation", "password"]
OF_THE_PROGRAM += ["醫師", "醫生", "審核", "密碼"]
LETTERS = str.maketrans("013457@$", "oieastas")
SHORTEST = 4  # bytes: "org" is no word, a word of two Chinese characters is one


class NotOurWords:
    """Refuses what is made of the site's name, its host, its roles, its specialties, or PASSWORD_WORDS
    by more than half, however they are written and whatever stands between them."""

    def validate(self, password: str, user=None) -> None:
        if share_of(password, own_words()) > 0.5:
            raise ValidationError(
                _("This password is made mainly of words that anybody would try for this site."),
                code="password_of_our_words",
            )

    def get_help_text(self) -> str:
        return _("Your password can’t be made mainly of the site’s name, host or specialties.")


def own_words() -> set[str]:
    texts = [*OF_THE_PROGRAM, *settings.PASSWORD_WORDS, settings.SITE_NAME]
    texts += [urlsplit(settings.SITE_URL).hostname or ""]
    for names in Specialty.objects.values_list("slug", "name", "name_zh_hant"):
        texts += names
    return {word for text in texts for word in [plain(text), *map(plain, re.split(r"\W+", text))]}


def plain(text: str) -> str:
    """Letters alone, small, with those that digits stand for: "Ask-D0ctor!" is "askdoctor"."""
    text = unicodedata.normalize("NFKC", text).casefold().translate(LETTERS)
    return "".join(character for character in text if character.isalnum())


def share_of(password: str, words: Iterable[str]) -> float:
    """How much of a password these words are, from 0 to 1, the longer ones counted first."""
    whole = rest = plain(password)
    for word in sorted(words, key=len, reverse=True):
        if len(word.encode()) >= SHORTEST:
            rest = rest.replace(word, "")
    return 1 - len(rest) / len(whole) if whole else 0.0
