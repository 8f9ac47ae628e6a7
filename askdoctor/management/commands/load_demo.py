"""The demonstration, for trying the site; `manage.py run` loads it by itself."""

from django.core.management.base import BaseCommand

from askdoctor import demo


class Command(BaseCommand):
    help = (
        "Put the demonstration content in, with the accounts of two doctors and a moderator. A second run "
        "changes nothing. Not for a site that the world can reach."
    )

    def handle(self, **options):
        sign_ins = demo.load()
        for who in sign_ins.people:
            self.stdout.write(f"{who.username} / {who.password} / {' '.join(who.recovery_codes())}")
