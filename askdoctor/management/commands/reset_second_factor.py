"""For somebody who has lost their telephone, their passkeys and their recovery codes."""

from allauth.mfa.models import Authenticator
from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.db.models import Q

from doctors.actions import end_sessions


class Command(BaseCommand):
    help = (
        "Forget someone's second step and end their sessions: the next sign-in sets up a new one."
    )

    def add_arguments(self, parser):
        parser.add_argument("who", help="e-mail address, or user name")

    @transaction.atomic
    def handle(self, *, who: str, **options):
        users = get_user_model().objects.filter(Q(email__iexact=who) | Q(username=who))
        if len(users) != 1:
            raise CommandError(f"{len(users)} accounts are called {who}.")
        Authenticator.objects.filter(user=users[0]).delete()
        end_sessions(users[0])
        self.stdout.write(f"{who} sets up a new second step at the next sign-in.")
