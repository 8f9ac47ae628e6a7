"""Encrypt what lies sealed with the newest key, after SEALING_KEYS was given another."""

from allauth.mfa.models import Authenticator
from allauth.mfa.utils import decrypt, encrypt
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from questions.models import Contact
from questions.sealing import WrongKey

# What the codes of a second step are made from; a passkey has no secret here.
SECRETS = {"secret", "seed"}


class Command(BaseCommand):
    help = (
        "Encrypt all addresses of askers, and the secrets of second steps, with the first of "
        "SEALING_KEYS. After that the former keys can go."
    )

    def handle(self, **options):
        contacts = list(Contact.objects.with_email().order_by("pk").values_list("pk", flat=True))
        factors = list(
            Authenticator.objects.filter(data__has_any_keys=SECRETS)
            .order_by("pk")
            .values_list("pk", flat=True)
        )
        count = sum(_attempt(f"Question #{pk}", _seal_contact, pk) for pk in contacts)
        steps = sum(_attempt(f"Second step {pk}", _seal_factor, pk) for pk in factors)
        self.stdout.write(
            f"{count} addresses and {steps} second steps are sealed with the first key."
        )


def _attempt(what: str, seal_one, pk: int) -> int:
    try:
        return seal_one(pk)
    except WrongKey as error:
        raise CommandError(f"{what}: {error}") from None


@transaction.atomic
def _seal_contact(pk: int) -> int:
    contact = Contact.objects.with_email().select_for_update().filter(pk=pk).first()
    if contact is None:  # erased meanwhile
        return 0
    contact.email = str(contact.email)
    contact.save(update_fields=["sealed_email"])
    return 1


@transaction.atomic
def _seal_factor(pk: int) -> int:
    factor = Authenticator.objects.select_for_update().filter(pk=pk).first()
    if factor is None:
        return 0
    for name in SECRETS & factor.data.keys():
        factor.data[name] = encrypt(decrypt(factor.data[name]))
    factor.save(update_fields=["data"])
    return 1
