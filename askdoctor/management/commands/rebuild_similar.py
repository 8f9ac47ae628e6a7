"""Work out all lists of similar questions anew."""

import os
from concurrent.futures.process import BrokenProcessPool

from django.core.management.base import BaseCommand, CommandError
from django.db import OperationalError
from tqdm import tqdm

from questions import rebuild

# With more, most would wait for the lock under which lists are stored.
AT_MOST = 8


class Command(BaseCommand):
    help = (
        "Compare all published questions anew: their profiles, what is rare on this site, and the lists of "
        "similar questions. The site goes on meanwhile. Stopped, it goes on with --resume."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--resume", action="store_true", help="work out only those lists that are still due"
        )
        parser.add_argument(
            "--processes",
            type=int,
            default=min(os.cpu_count() or 1, AT_MOST),
            help="how many work side by side, each with a connection to the database",
        )

    def handle(self, *, resume, processes, **options):
        if processes < 1:
            raise CommandError("--processes must be 1 or more.")
        total = rebuild.due_count() if resume else 2 * rebuild.published_count()
        work = rebuild.resume if resume else rebuild.rebuild
        try:
            with tqdm(total=total, desc="similar questions", disable=None) as bar:
                work(processes=processes, tick=bar.update)
        except OperationalError as error:
            raise CommandError(f"The database has gone: {error} Go on with --resume.") from None
        except BrokenProcessPool:
            raise CommandError("One of the processes was killed. Go on with --resume.") from None
        except KeyboardInterrupt:
            raise CommandError("Stopped. Go on with --resume.", returncode=130) from None
        self.stdout.write("All lists are worked out.")
