"""Bring a backup into an empty database."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from askdoctor import backups


class Command(BaseCommand):
    help = (
        "Bring a backup into the empty database of DATABASE_URL and the empty folder of attached "
        "files. It is looked through first: what is damaged, or of another key, changes nothing."
    )
    requires_system_checks = []
    requires_migrations_checks = False

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)

    def handle(self, *, file: Path, **options):
        try:
            manifest = backups.restore(file)
        except (backups.BackupError, OSError) as error:
            raise CommandError(str(error)) from None
        self.stdout.write(
            f"The site of {manifest['made_at']} is back: {sum(manifest['rows'].values()):,} rows, "
            f"{len(manifest['files']) - 1:,} attached files. Run migrate before you start it."
        )
        if said := backups.missing_text(manifest):
            self.stderr.write(said)
