"""Tags: one word for one thing, whatever people call it."""

from collections.abc import Iterable

from django.db import IntegrityError, models, transaction
from django.db.models import Count, F
from django.db.models.functions import Lower
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords
from simple_history.utils import bulk_create_with_history
from taggit.models import ItemBase, TagBase

from doctors.counted import Counted
from doctors.names import NamedInTwoLanguages
from questions.scoring import tag_weight
from questions.sql import fetch

# Of a tag on tens of thousands of answers the newest say what it goes with.
LOOKED_AT, RELATED = 300, 8


def slug_of(name: str) -> str:
    """The address that a tag or synonym gets where it is free."""
    return slugify(name, allow_unicode=True).strip("-_") or "tag"


class TagQuerySet(models.QuerySet):
    def resolve(self, names: Iterable[str], *, has: Iterable["Tag"] = ()) -> list["Tag"]:
        """The tags that these names or synonyms mean, in their order, made where they are new.

        "ITP" gives the tag it is a synonym of. Case is ignored, an empty name is passed over. `has` is as
        in `meant_by`.
        """
        wanted = [name.strip().lower() for name in names if name.strip()]
        meant = self.meant_by(wanted, has=has)
        return list(dict.fromkeys(meant[name] for name in wanted))

    def meant_by(self, names: Iterable[str], *, has: Iterable["Tag"] = ()) -> dict[str, "Tag"]:
        """The tag that each lower-case name or synonym means; however many, a few queries.

        None is merged into another before the transaction ends; those that a locked question `has` are
        not anyway (actions/tagging.py), and are not waited for.
        """
        wanted = list(dict.fromkeys(names))
        safe = {tag.pk for tag in has}
        while True:
            try:
                meant = self._known_or_new(wanted)
            except IntegrityError:  # somebody else has just named the same new thing
                meant = self._known_or_new(wanted)
            if _hold({tag.pk for tag in meant.values()} - safe):
                return meant

    @transaction.atomic
    def _known_or_new(self, wanted: list[str]) -> dict[str, "Tag"]:
        known = self.known_as(wanted)
        new = [Tag(name=name) for name in wanted if name not in known]
        if new:
            self.give_slugs(new)
            for tag in bulk_create_with_history(new, Tag):
                known[tag.name] = tag
        return known

    def give_slugs(self, rows: Iterable["Tag | Synonym"]) -> None:
        """An address of its own for each new tag or synonym; a second "c" becomes "c-2".

        A slug that a row has already is kept where it is free.
        """
        asked = [(row, row.slug or slug_of(row.name)) for row in rows]
        given: set[str] = set()
        number = 1
        while asked:
            ending = f"-{number}" if number > 1 else ""
            wanted = [(row, slug, slug[: Tag.LENGTH - len(ending)] + ending) for row, slug in asked]
            taken = given | self.slugs_among(slug for _row, _base, slug in wanted)
            asked = []
            for row, base, slug in wanted:
                if slug in taken:
                    asked.append((row, base))
                    continue
                row.slug = slug
                taken.add(slug)
                given.add(slug)
            number += 1

    def slugs_among(self, slugs: Iterable[str]) -> set[str]:
        """Those of these that are the address of a tag or of a synonym."""
        slugs = list(slugs)
        synonyms = Synonym.objects.filter(slug__in=slugs).values_list("slug", flat=True)
        return {*synonyms, *self.filter(slug__in=slugs).values_list("slug", flat=True)}

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

    def related_to(self, tag: "Tag", *, total: int) -> list["Tag"]:
        """Those that stand on published ones of its newest questions most often, given how rare
        they are: at most RELATED. A tag that shares a single question with it is no relative."""
        published = TaggedQuestion.objects.filter(tag=tag, published_at__isnull=False)
        newest = published.order_by("-published_at")[:LOOKED_AT]
        together = (
            TaggedQuestion.objects.filter(content_object__in=newest.values("content_object"))
            .values_list("tag")
            .annotate(count=Count("pk"))
            .filter(count__gt=1)
        )
        counts = dict(together)
        others = self.listed().filter(pk__in=counts).exclude(pk=tag.pk)

        def telling(other: Tag) -> float:
            return counts[other.pk] * tag_weight(other.kind, other.published_count, total)

        return sorted(others, key=lambda other: (-telling(other), other.pk))[:RELATED]

    def most_used(self) -> "TagQuerySet":
        return self.order_by("-published_count", "name", "pk")


def _hold(tags: set[int]) -> bool:
    """Keep these until the transaction ends, as a row does that points at them: whoever gives the same
    tag does not wait. False where one is gone: somebody has just merged it."""
    if not tags:
        return True
    sql = "SELECT FROM questions_tag WHERE id = ANY(%s) ORDER BY id FOR KEY SHARE"
    return len(fetch(sql, [list(tags)])) == len(tags)


class Tag(Counted, TagBase, NamedInTwoLanguages):
    """What a question is about. The kind says how much sharing it tells (see scoring.py)."""

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
    history = HistoricalRecords(excluded_fields=["published_count"])

    objects = TagQuerySet.as_manager()

    class Meta:
        verbose_name = _("tag")
        verbose_name_plural = _("tags")
        ordering = ["name"]
        indexes = [models.Index(F("published_count").desc(), "name", "id", name="tag_most_used")]
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
    slug = models.SlugField(_("slug"), max_length=Tag.LENGTH, unique=True, allow_unicode=True)
    history = HistoricalRecords()

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
    """That a question carries a tag: taggit's table with real foreign keys.

    `published_at` is the question's while it is public, else empty: the list of a tag is read in the
    order of one index. It is written where the public page is (actions.refresh_public_page), and
    decides nothing but that order.
    """

    # Without an index of its own: that of the constraint begins with it.
    tag = models.ForeignKey(Tag, models.CASCADE, related_name="tagged_questions", db_index=False)
    content_object = models.ForeignKey(
        "questions.Question", models.CASCADE, related_name="tagged_questions"
    )
    published_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        verbose_name = _("tagged question")
        verbose_name_plural = _("tagged questions")
        indexes = [
            models.Index(
                "tag",
                "published_at",
                "content_object",
                name="tagged_newest",
                condition=models.Q(published_at__isnull=False),
            )
        ]
        constraints = [
            models.UniqueConstraint(fields=["tag", "content_object"], name="question_tagged_once")
        ]
