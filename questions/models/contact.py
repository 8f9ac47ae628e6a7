"""How to reach who asked. No public query joins this table."""

import secrets

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from questions.models.question import Question
from questions.sealing import seal, unseal


def new_ticket() -> str:
    """A secret nobody guesses: 192 random bits, 32 characters."""
    return secrets.token_urlsafe(24)


# Without what looks like something else: 0 O, 1 I L, 2 Z, 5 S, 8 B, U V.
CODE_ALPHABET, CODE_LENGTH = "34679ACDEFGHJKMNPQRTWXY", 8


def new_code() -> str:
    """What a person types beside the number: 36 random bits, guessed under a limit (ticket_code.py)."""
    return "".join(secrets.choice(CODE_ALPHABET) for _ in range(CODE_LENGTH))


class ContactQuerySet(models.QuerySet):
    def with_email(self) -> "ContactQuerySet":
        return self.exclude(sealed_email="")


class Contact(models.Model):
    """The asker's private side: the ticket, and an e-mail address where they gave one.

    `submission` is the key of the form that was sent: a second press of the button carries the
    same key, and the database refuses a second question for it.
    """

    question = models.OneToOneField(
        Question, models.CASCADE, primary_key=True, related_name="contact"
    )
    sealed_email = models.TextField(_("e-mail"), blank=True, editable=False)
    ticket = models.CharField(max_length=64, unique=True, default=new_ticket, editable=False)
    code = models.CharField(max_length=CODE_LENGTH, default=new_code, editable=False)
    submission = models.UUIDField(unique=True, editable=False)
    language = models.CharField(max_length=10, choices=settings.LANGUAGES)

    objects = ContactQuerySet.as_manager()

    class Meta:
        verbose_name = _("contact")
        verbose_name_plural = _("contacts")
        constraints = [
            # The mark of a Fernet token of this century: an address cannot lie there as it is.
            models.CheckConstraint(
                name="contact_email_sealed",
                condition=Q(sealed_email="") | Q(sealed_email__startswith="gAAAAA"),
            ),
            models.CheckConstraint(
                name="contact_code_whole",
                condition=Q(code__regex=f"^[{CODE_ALPHABET}]{{{CODE_LENGTH}}}$"),
            ),
        ]

    def __str__(self) -> str:
        return f"#{self.question_id}"

    def get_absolute_url(self) -> str:
        return reverse("ticket", args=[self.ticket])

    @property
    def email(self) -> str:
        """The address, "" if none was given. Raises sealing.WrongKey."""
        return unseal(self.sealed_email)

    @email.setter
    def email(self, address: str) -> None:
        self.sealed_email = seal(address)

    @property
    def printed_code(self) -> str:
        """In two halves, as people read it aloud."""
        return f"{self.code[:4]}-{self.code[4:]}"
