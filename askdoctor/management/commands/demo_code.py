"""The second step of the demonstration's accounts, for who has no authenticator app at hand."""

from django.core.management.base import BaseCommand, CommandError

from askdoctor import demo


class Command(BaseCommand):
    help = "Print the code that the demonstration's authenticator app shows now."

    def handle(self, **options):
        sign_ins = demo.read_sign_ins()
        if sign_ins is None:
            raise CommandError("There is no demonstration here: manage.py run makes one.")
        self.stdout.write(sign_ins.code())
