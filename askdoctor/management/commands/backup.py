"""Write all of the site into one file."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from askdoctor import backups


class Command(BaseCommand):
    help = (
        "Write the database and the attached files into one file, while the site runs. "
        "The keys are not in it: keep SECRET_KEY and SEALING_KEYS elsewhere."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "file", nargs="?", type=Path, help="by default askdoctor-DATE-TIME.backup, here"
        )

    def handle(self, *, file: Path | None, **options):
        file = file or Path(f"askdoctor-{timezone.localtime():%Y%m%d-%H%M%S}.backup")
        try:
            manifest = backups.back_up(file)
        except (backups.BackupError, OSError) as error:
            raise CommandError(str(error)) from None
        self.stdout.write(
            f"{file}: {sum(manifest['rows'].values()):,} rows, "
            f"{len(manifest['files']) - 1:,} attached files, {file.stat().st_size:,} bytes."
        )
        if said := backups.missing_text(manifest):
            self.stderr.write(said)
