"""Names that an installation writes itself, in the languages of its readers."""

import re

from django.conf import settings
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _


class NamedInTwoLanguages(models.Model):
    """A name in the site's first language and, where someone wrote it, in Traditional Chinese."""

    name_zh_hant = models.CharField(_("name in Traditional Chinese"), max_length=120, blank=True)

    class Meta:
        abstract = True

    @property
    def label(self) -> str:
        """The name in the language of the page that is being made."""
        return label(self.name, self.name_zh_hant)


def label(name: str, name_zh_hant: str) -> str:
    """Of the two names, the one for the language of the page that is being made."""
    return name_zh_hant if name_zh_hant and get_language() == "zh-hant" else name


def written_in(text: str) -> str:
    """The language of a text that an installation wrote once, in either of the two."""
    return "zh-hant" if re.search("[\u4e00-\u9fff]", text) else settings.LANGUAGE_CODE
