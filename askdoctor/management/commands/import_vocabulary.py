"""Put a vocabulary of medical names into tags and synonyms: see askdoctor/content/load_vocabulary.py."""

import sys
from time import monotonic

from django.core.management.base import BaseCommand, CommandError
from django.db import IntegrityError
from tqdm import tqdm

from askdoctor.content.fields import LineError
from askdoctor.content.load import turn
from askdoctor.content.load_vocabulary import Entry, joined, parse, plan, write
from askdoctor.content.reading import FileError, opened


class Command(BaseCommand):
    help = (
        "Import tags with their kinds and synonyms from JSON lines of name, synonyms, group and cui. "
        "Lines that are wrong are refused with their number and the reason; the rest goes in. Nothing "
        "that stands here already is renamed, and importing the same file again changes nothing."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "file", metavar="FILE", help="JSON lines, also .gz; - for standard input"
        )
        parser.add_argument(
            "--dry-run", action="store_true", help="check every line and write nothing"
        )

    def handle(self, *, file, dry_run, **options):
        started, self.refused, self.titles = monotonic(), 0, 0
        try:
            entries = joined(self.read(file))
        except FileError as error:
            raise CommandError(f"{error} Nothing was written.") from None
        with turn() as is_ours:
            if not is_ours:
                raise CommandError("Another import is running here. Try again after it.")
            found = plan(entries)
            counts = self.summary(found, dry_run=dry_run)
            if not dry_run:
                self.write(found)
        self.stdout.write(f"{counts}\n  {monotonic() - started:.1f} s")
        if self.refused:
            raise CommandError(f"{self.refused} refused; the reasons are above.")

    def read(self, file: str) -> list[Entry]:
        entries = []
        with opened(file) as source, self.bar(source.size, source.name, "B") as bar:
            for number, line in source.lines():
                bar.update(source.position - bar.n)
                try:
                    entry = parse(line)
                except LineError as error:
                    self.refused += 1
                    with tqdm.external_write_mode(file=sys.stderr):
                        self.stderr.write(f"{file}:{number}: {error}")
                    continue
                self.titles += entry is None
                entries += [] if entry is None else [entry]
        return entries

    def write(self, found) -> None:
        try:
            with self.bar(len(found), "tags and synonyms", "") as bar:
                write(found, bar.update)
        except IntegrityError as error:
            reason = str(error).splitlines()[0]
            raise CommandError(
                f"Somebody has just taken one of the names ({reason}). Nothing was written: run it again."
            ) from None

    def bar(self, total: int | None, name: str, unit: str) -> tqdm:
        """On a terminal only."""
        return tqdm(total=total, desc=name, unit=unit, unit_scale=True, disable=None, leave=False)

    def summary(self, found, *, dry_run: bool) -> str:
        counts = {
            "tags added": len(found.new),
            "tags whose kind is known now": len(found.retold),
            "synonyms added": len(found.synonyms),
            "synonyms passed over, since they mean another tag or several": found.passed_over,
            "titles passed over, which can be no tag": self.titles,
        }
        head = "Checked, and wrote nothing:" if dry_run else "Imported:"
        if not (len(found) or dry_run):
            head = "Nothing to change:"
        lines = [f"  {count:,} {what}" for what, count in counts.items() if count]
        return "\n".join([head, *lines])
