"""Encrypt addresses of askers with the newest key, after SEALING_KEYS was given another."""

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from questions.models import Contact
from questions.sealing import WrongKey


class Command(BaseCommand):
    help = (
        "Encrypt all addresses of askers with the first of SEALING_KEYS. "
        "After that the former keys can go."
    )

    def handle(self, **options):
        pks = list(Contact.objects.with_email().order_by("pk").values_list("pk", flat=True))
        count = 0
        for pk in pks:
            try:
                count += _seal_anew(pk)
            except WrongKey as error:
                raise CommandError(f"Question #{pk}: {error}") from None
        self.stdout.write(f"{count} addresses are sealed with the first key.")


@transaction.atomic
def _seal_anew(pk: int) -> int:
    contact = Contact.objects.with_email().select_for_update().filter(pk=pk).first()
    if contact is None:  # erased meanwhile
        return 0
    contact.email = str(contact.email)
    contact.save(update_fields=["sealed_email"])
    return 1
