"""Tags: one word for one thing, whatever people call it."""

from collections.abc import Iterable

from django.db import models
from django.db.models.functions import Lower
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords
from simple_history.utils import bulk_create_with_history
from taggit.models import ItemBase, TagBase

from doctors.names import NamedInTwoLanguages


class TagQuerySet(models.QuerySet):
    def resolve(self, names: Iterable[str]) -> list["Tag"]:
        """The tags that these names or synonyms mean, in their order, made where they are new.

        "ITP" gives the tag it is a synonym of. Case is ignored, an empty name is passed over.
        """
        wanted = [name.strip().lower() for name in names if name.strip()]
        meant = self.meant_by(wanted)
        return list(dict.fromkeys(meant[name] for name in wanted))

    def meant_by(self, names: Iterable[str]) -> dict[str, "Tag"]:
        """The tag that each lower-case name or synonym means; however many, a few queries."""
        wanted = list(dict.fromkeys(names))
        known = self.known_as(wanted)
        new = [Tag(name=name) for name in wanted if name not in known]
        if new:
            self.give_slugs(new)
            for tag in bulk_create_with_history(new, Tag):
                known[tag.name] = tag
        return known

    def give_slugs(self, tags: list["Tag"]) -> None:
        """An address of its own for each new tag; a second "c" becomes "c-2"."""
        wanted = [slugify(tag.name, allow_unicode=True).strip("-_") or "tag" for tag in tags]
        taken = set(self.filter(slug__in=wanted).values_list("slug", flat=True))
        for tag, slug in zip(tags, wanted, strict=True):
            tag.slug, number = slug, 1
            while tag.slug in taken or (number > 1 and self.filter(slug=tag.slug).exists()):
                number += 1
                tag.slug = f"{slug[: Tag.LENGTH - 8]}-{number}"
            taken.add(tag.slug)

    def known_as(self, names: Iterable[str]) -> dict[str, "Tag"]:
        """The tags that stand already for these lower-case names, synonyms or Chinese names."""
        names = list(names)
        found = {
            synonym.name.lower(): synonym.tag
            for synonym in Synonym.objects.annotate(lower=Lower("name"))
            .filter(lower__in=names)
            .select_related("tag")
        }
        for tag in self.annotate(lower=Lower("name")).filter(lower__in=names):
            found[tag.name.lower()] = tag
        for tag in self.annotate(lower=Lower("name_zh_hant")).filter(lower__in=names):
            found.setdefault(tag.name_zh_hant.lower(), tag)
        return found

    def listed(self) -> "TagQuerySet":
        """Tags that a visitor can find an answer behind."""
        return self.filter(published_count__gt=0)

    def most_used(self) -> "TagQuerySet":
        return self.order_by("-published_count", "name", "pk")


class Tag(TagBase, NamedInTwoLanguages):
    """What a question is about. The kind says how much sharing it tells (see similar.py)."""

    class Kind(models.TextChoices):
        CONDITION = "condition", _("condition")
        MEDICINE = "medicine", _("medicine")
        SYMPTOM = "symptom", _("symptom")
        TEST = "test", _("test")
        BODY_PART = "body_part", _("body part")
        OTHER = "other", _("other")

    LENGTH = 200  # imported tags are longer than the 100 characters of taggit's

    name = models.CharField(_("name"), max_length=LENGTH, unique=True)
    slug = models.SlugField(_("slug"), max_length=LENGTH, unique=True, allow_unicode=True)
    kind = models.CharField(_("kind"), max_length=10, choices=Kind, default=Kind.OTHER)
    published_count = models.PositiveIntegerField(_("answers"), default=0, editable=False)
    history = HistoricalRecords(excluded_fields=["published_count"])

    objects = TagQuerySet.as_manager()

    class Meta:
        verbose_name = _("tag")
        verbose_name_plural = _("tags")
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(Lower("name"), name="tag_name_whatever_case"),
            models.CheckConstraint(
                name="tag_kind_known",
                condition=models.Q(
                    kind__in=["condition", "medicine", "symptom", "test", "body_part", "other"]
                ),
            ),
        ]

    def __str__(self) -> str:
        return self.label

    def get_absolute_url(self) -> str:
        return reverse("tag", args=[self.slug])


class Synonym(models.Model):
    """Another name of a tag. Its slug is an old or second address that redirects to the tag."""

    tag = models.ForeignKey(Tag, models.CASCADE, related_name="synonyms", verbose_name=_("tag"))
    name = models.CharField(_("name"), max_length=Tag.LENGTH)
    slug = models.SlugField(_("slug"), max_length=Tag.LENGTH, allow_unicode=True, db_index=True)

    class Meta:
        verbose_name = _("synonym")
        verbose_name_plural = _("synonyms")
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                Lower("name"),
                name="synonym_of_one_tag",
                violation_error_message=_("This name is already a synonym of a tag."),
            )
        ]

    def __str__(self) -> str:
        return self.name


class TaggedQuestion(ItemBase):
    """That a question carries a tag: taggit's table with real foreign keys."""

    tag = models.ForeignKey(Tag, models.CASCADE, related_name="tagged_questions")
    content_object = models.ForeignKey(
        "questions.Question", models.CASCADE, related_name="tagged_questions"
    )

    class Meta:
        verbose_name = _("tagged question")
        verbose_name_plural = _("tagged questions")
        constraints = [
            models.UniqueConstraint(fields=["tag", "content_object"], name="question_tagged_once")
        ]
