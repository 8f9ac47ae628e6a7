"""The newest answers for feed readers."""

from datetime import datetime
from html import escape

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext

from questions.markdown import html_to_text
from questions.models import Question

# XML cannot hold these at all, however escaped.
NOT_IN_XML = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF])


class EntriesInTheirLanguage(Atom1Feed):
    def item_attributes(self, item: dict) -> dict[str, str]:
        return {**super().item_attributes(item), "xml:lang": item["language"]}


class LatestAnswers(Feed):
    """Absolute addresses come from SITE_URL, never from what a request calls the site."""

    feed_type = EntriesInTheirLanguage
    language = settings.LANGUAGE_CODE
    LENGTH = 30

    def title(self) -> str:
        return gettext("%(site)s: latest answers") % {"site": settings.SITE_NAME}

    def subtitle(self) -> str:
        return gettext("General information from named doctors. It does not replace seeing one.")

    def link(self) -> str:
        return settings.SITE_URL + reverse("questions")

    def feed_url(self) -> str:
        return settings.SITE_URL + reverse("feed")

    def feed_guid(self) -> str:
        return self.feed_url()

    def items(self):
        return Question.objects.published().newest_first().for_cards()[: self.LENGTH]

    def item_title(self, item: Question) -> str:
        return item.title.translate(NOT_IN_XML)

    def item_description(self, item: Question) -> str:
        # Atom calls a summary HTML, so its plain text is escaped.
        text = html_to_text(item.reply_excerpt or item.question_excerpt)
        return escape(text.translate(NOT_IN_XML), quote=False)

    def item_link(self, item: Question) -> str:
        return settings.SITE_URL + item.get_absolute_url()

    def item_guid(self, item: Question) -> str:
        # The address without the slug, so that a better title makes no second entry.
        return settings.SITE_URL + reverse("question_short", args=[item.pk])

    def item_author_name(self, item: Question) -> str:
        return item.replied_by_signed.translate(NOT_IN_XML)

    def item_categories(self, item: Question) -> list[str]:
        return [item.specialty.label]

    def item_pubdate(self, item: Question) -> datetime:
        return item.published_at

    def item_updateddate(self, item: Question) -> datetime:
        return item.published_at

    def item_extra_kwargs(self, item: Question) -> dict[str, str]:
        return {"language": item.language}
