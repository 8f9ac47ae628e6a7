"""What may identify somebody in a question or reply, and why it may stay: docs/adr/0013."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from questions import identifiers

LABELS = {
    "telephone": _("telephone number"),
    "email": _("e-mail address"),
    "national_id": _("identity number"),
    "health_card": _("card number"),
    "record": _("record number"),
    "birth_date": _("date of birth"),
    "address": _("address"),
    "name": _("name of a person"),
    "handle": _("account elsewhere"),
    "link": _("link"),
    "school": _("school and class"),
}


# How the history says that what was found may stay; why stands behind it.
MAY_STAY = "may stay"

WHERE = {
    "title": _("Question"),
    "summary": _("Summary line"),
    "body": _("Details"),
    "asker_name": _("Name shown"),
    "text": _("Text"),
    "explanation": _("More information"),
    "sources": _("Sources"),
    "attachments": _("Attachments"),
    "what": _("What changed"),
    "why": _("Why"),
    "answer": _("Your answer"),
}


class Identifying(ValidationError):
    """Something may identify somebody, and nobody has said why it may stay. `found` is where."""

    def __init__(self, found: list["Found"]):
        self.found = found
        super().__init__(self.sentence({one.label for one in found}))

    @classmethod
    def in_words(cls, found: list["Found"]) -> "Identifying":
        """With what was found: for the page that it was typed on, and no message that is kept."""
        refusal = cls(found)
        refusal.error_list[0].message = cls.sentence(f"{one.label}: “{one.words}”" for one in found)
        return refusal

    @staticmethod
    def sentence(named: Iterable[object]) -> str:
        words = gettext(
            "This may tell who somebody is (%(found)s). Take it out, or say why it may stay."
        )
        return words % {"found": "; ".join(sorted(map(str, named)))}


@dataclass(frozen=True)
class Found:
    """A place in one field of a row, as the field is now."""

    field: str
    text: str
    at: identifiers.Finding

    @property
    def kind(self) -> str:
        return self.at.kind

    @property
    def label(self) -> str:
        return LABELS[self.kind]

    @property
    def where(self) -> str:
        return WHERE[self.field]

    @property
    def words(self) -> str:
        return self.text[self.at.start : self.at.end]

    @property
    def digest(self) -> str:
        """Of the words: the key is the site's, so that the table tells nobody a number."""
        return salted_hmac(
            "askdoctor.finding", f"{self.kind}:{self.words}", algorithm="sha256"
        ).hexdigest()


class Examined(models.Model):
    """A row whose texts are looked at for what identifies somebody before it is public."""

    # Fields that readers see, each with the kinds that are none there.
    EXAMINED: dict[str, tuple[str, ...]] = {}
    # The same of what readers see beside them, from other tables.
    BESIDE: dict[str, tuple[str, ...]] = {}

    # MD5 of these texts as they were when they were last looked at: the database compares.
    checked_digest = models.CharField(
        max_length=32, editable=False, default="", db_default="", blank=True
    )

    class Meta:
        abstract = True

    def texts_digest(self) -> str:
        """As askdoctor_texts_digest() of the database makes it."""
        texts = "\x1f".join(getattr(self, name) for name in self.EXAMINED)
        return hashlib.md5(texts.encode(), usedforsecurity=False).hexdigest()

    def take_as_examined(self) -> None:
        """Its texts were looked at elsewhere, and are public as they are. Saves nothing."""
        self.checked_digest = self.texts_digest()

    def own_findings(self) -> models.QuerySet:
        raise NotImplementedError

    def beside(self) -> dict[str, str]:
        """The texts of now that BESIDE names, those that there are."""
        return {}

    def found(self, said: Mapping[str, str] | None = None) -> list[Found]:
        """All that its texts of now hold, and those beside them; `said` are such that are stored nowhere
        yet, in the place of what is."""
        texts = {name: getattr(self, name) for name in self.EXAMINED}
        return found_in(texts | self.beside() | dict(said or {}), self.EXAMINED | self.BESIDE)

    def open_findings(self, said: Mapping[str, str] | None = None) -> list[Found]:
        """Those of which nobody has said why they may stay."""
        found = self.found(said)
        if not found or self.pk is None:
            return found
        kept = set(self.own_findings().kept().values_list("field", "digest"))
        return [one for one in found if (one.field, one.digest) not in kept]

    def kept_findings(self) -> models.QuerySet:
        return self.own_findings().kept().select_related("kept_by").order_by("pk")

    @transaction.atomic
    def examine(self) -> list[Found]:
        """Look at its texts, which are stored, and write down what is open."""
        found = self.open_findings()
        now = timezone.now()
        self.own_findings().waiting().delete()
        Finding.objects.bulk_create(self._finding(one, found_at=now) for one in found)
        self._mark_checked()
        return found

    @transaction.atomic
    def settle(self, *, by, why: str = "", said: Mapping[str, str] | None = None) -> None:
        """Nothing in its texts, which are stored, or in what is `said` beside them, is open any more.

        With `why`, what is open may stay for that reason. Raises Identifying without one.
        """
        found, now = self.open_findings(said), timezone.now()
        if found and not why.strip():
            raise Identifying(found)
        self.own_findings().waiting().delete()
        kept = {"kept_at": now, "kept_by": by, "kept_reason": why.strip()}
        Finding.objects.bulk_create(self._finding(one, found_at=now, **kept) for one in found)
        self._mark_checked()
        if found:
            kinds = ", ".join(f"{one.kind} in {one.field}" for one in found)
            self._history_user, self._change_reason = by, f"{MAY_STAY}: {kinds}: {why.strip()}"
            self.save(update_fields=["checked_digest"])
            self._change_reason = None

    def _finding(self, one: Found, **values) -> "Finding":
        return Finding(
            field=one.field,
            kind=one.kind,
            start=one.at.start,
            end=one.at.end,
            digest=one.digest,
            **self.finding_of(),
            **values,
        )

    def finding_of(self) -> dict[str, object]:
        raise NotImplementedError

    def _mark_checked(self) -> None:
        self.take_as_examined()
        # Mostly it is so already, and a row that is written anew costs each of its indexes.
        row = type(self).objects.filter(pk=self.pk).exclude(checked_digest=self.checked_digest)
        row.update(checked_digest=self.checked_digest)

    def maskable(self) -> list[Found]:
        """Open ones in its own fields."""
        return [one for one in self.open_findings() if one.field in self.EXAMINED]

    def mask_findings(self) -> list[str]:
        """Put a word in the place of each open one, and give the fields that it changed. Saves nothing."""
        places: dict[str, list] = {}
        for one in self.maskable():
            places.setdefault(one.field, []).append(one.at)
        for name, found in places.items():
            text = identifiers.masked(getattr(self, name), found)
            setattr(self, name, text[: self._meta.get_field(name).max_length])
        return list(places)


class FindingQuerySet(models.QuerySet):
    def waiting(self) -> "FindingQuerySet":
        """Open: what they are in cannot become public."""
        return self.filter(kept_at__isnull=True)

    def kept(self) -> "FindingQuerySet":
        return self.filter(kept_at__isnull=False)


class Finding(models.Model):
    """Where something may identify somebody: its place and never its text. `reply` is empty for the
    question's own."""

    question = models.ForeignKey(
        "questions.Question", models.CASCADE, related_name="findings", verbose_name=_("question")
    )
    reply = models.ForeignKey(
        "questions.Reply",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="findings",
        verbose_name=_("reply"),
    )
    field = models.CharField(max_length=20)
    kind = models.CharField(max_length=12, choices=list(LABELS.items()))
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)
    found_at = models.DateTimeField(default=timezone.now)
    kept_at = models.DateTimeField(null=True, blank=True)
    # When their account is deleted, the history still says who it was.
    kept_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    kept_reason = models.TextField(_("reason"), max_length=500, blank=True, default="")

    objects = FindingQuerySet.as_manager()

    class Meta:
        verbose_name = _("what may identify somebody")
        verbose_name_plural = _("what may identify somebody")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="finding_has_place", condition=Q(start__lt=models.F("end"))
            ),
            models.CheckConstraint(
                name="finding_kept_with_reason",
                condition=Q(kept_at__isnull=True, kept_by__isnull=True, kept_reason="")
                | (Q(kept_at__isnull=False) & ~Q(kept_reason="")),
            ),
        ]

    def __str__(self) -> str:
        return f"#{self.question_id}: {self.get_kind_display()}"


def found_in(texts: dict[str, str], examined: dict[str, Iterable[str]]) -> list[Found]:
    """What texts that belong together hold, in their order; `examined` is EXAMINED of their row."""
    texts = {name: text for name, text in texts.items() if name in examined}
    found = identifiers.find_in(texts, examined)
    return [Found(name, text, one) for name, text in texts.items() for one in found[name]]
