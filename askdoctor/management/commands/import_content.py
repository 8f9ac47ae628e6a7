"""Put content files into the database: docs/content-format.md says what they hold."""

import sys
from collections import Counter
from time import monotonic

from django.core.management.base import BaseCommand, CommandError
from django.db import OperationalError
from tqdm import tqdm

from askdoctor.content.load import Kind, Loader, turn
from askdoctor.content.reading import FileError, opened
from askdoctor.worker import backlog, refresh_all_due


class Command(BaseCommand):
    help = (
        "Import specialties, doctors, tags, topics and questions with their replies. Lines that are "
        "wrong are refused with their number and the reason; the rest goes in. Importing the same "
        "file again changes nothing."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "files", nargs="+", metavar="FILE", help="JSON lines, also .gz; - for standard input"
        )
        parser.add_argument(
            "--dry-run", action="store_true", help="check every line and write nothing"
        )
        parser.add_argument(
            "--no-refresh",
            action="store_true",
            help="leave similar questions, related topics and counts to the worker",
        )

    def handle(self, *, files, dry_run, no_refresh, **options):
        self.started, self.broken_files = monotonic(), 0
        loader = Loader(complain=self.complain, dry_run=dry_run)
        try:
            with turn() as is_ours:
                if not is_ours:
                    raise CommandError("Another import is running here. Try again after it.")
                self.load(files, loader)
            if not (dry_run or no_refresh):
                self.refresh()
            self.stdout.write(self.summary(loader))
        except OperationalError as error:
            raise CommandError(
                f"The database has gone: {error} Whole batches are in; run it again to go on."
            ) from None
        except KeyboardInterrupt:
            again = "Stopped. Whole batches are in; run it again to go on."
            raise CommandError(again, returncode=130) from None
        if refused := loader.refused_count + self.broken_files:
            raise CommandError(f"{refused} refused; the reasons are above.")

    def load(self, files: list[str], loader: Loader) -> None:
        for file in files:
            self.read(file, loader)
        loader.finish()

    def read(self, file: str, loader: Loader) -> None:
        try:
            with opened(file) as source, self.progress(source) as bar:
                for number, line in source.lines():
                    loader.add(file, number, line)
                    bar.update(source.position - bar.n)
            loader.flush()
        except FileError as error:
            self.broken_files += 1
            self.stderr.write(str(error))

    def progress(self, source) -> tqdm:
        """A bar of bytes read, on a terminal only."""
        return tqdm(
            total=source.size,
            desc=source.name,
            unit="B",
            unit_scale=True,
            disable=None,
            leave=False,
        )

    def complain(self, place: str, reason: str) -> None:
        with tqdm.external_write_mode(file=sys.stderr):
            self.stderr.write(f"{place}: {reason}")

    def summary(self, loader: Loader) -> str:
        lines = ["Checked, and wrote nothing:" if loader.dry_run else "Imported:"]
        for kind in Kind:
            counter: Counter = loader.counts[kind]
            if counter:
                found = ", ".join(f"{count:,} {outcome}" for outcome, count in counter.items())
                lines.append(f"  {kind}: {found}")
        questions = sum(loader.counts[Kind.QUESTION].values())
        seconds = monotonic() - self.started
        lines.append(f"  {seconds:.1f} s, {questions / seconds:,.0f} questions a second")
        return "\n".join(lines)

    def refresh(self) -> None:
        """Similar questions, related topics and counts: what the worker would do now."""
        due, _since = backlog()
        with tqdm(total=due, desc="similar questions", disable=None, leave=False) as bar:
            refresh_all_due(bar.update)
