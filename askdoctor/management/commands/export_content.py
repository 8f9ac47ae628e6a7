"""Write the public content of the site, for `import_content` of another one."""

import gzip
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import BinaryIO

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from askdoctor.content import export


class Command(BaseCommand):
    help = (
        "Export all specialties, doctors, tags, topics and published questions as JSON lines. "
        "No drafts, no contact data, nothing that waits. An import of it gives the same site."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--output", metavar="FILE", help="where to, packed if it ends in .gz (standard output)"
        )
        parser.add_argument(
            "--without-licences",
            action="store_true",
            help="leave out licences of doctors and who is suspended: for a file to hand out",
        )

    def handle(self, *, output, without_licences, **options):
        self.with_licences = not without_licences
        with export.snapshot():
            if output is None:
                self.to_standard_output()
            else:
                self.to_file(Path(output))

    def to_standard_output(self) -> None:
        try:
            self.write(self.stdout.buffer)
            self.stdout.flush()
        except BrokenPipeError:
            # Who reads has read enough (`| head`). Python would complain once more at its exit.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())

    def to_file(self, path: Path) -> None:
        try:
            with replacing(path) as file:
                if path.suffix == ".gz":
                    # Neither name nor time inside: the same content is the same file.
                    with gzip.GzipFile(filename="", mode="wb", fileobj=file, mtime=0) as packed:
                        count = self.write(packed)
                else:
                    count = self.write(file)
        except OSError as error:
            raise CommandError(f"{path} cannot be written: {error.strerror}") from None
        self.stdout.write(f"Exported {count:,} lines to {path}.")

    def write(self, file: BinaryIO) -> int:
        total = export.count()
        lines = tqdm(
            export.lines(with_licences=self.with_licences),
            total=total,
            unit=" lines",
            disable=None,
            leave=False,
        )
        for line in lines:
            file.write(line)
        return total


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """A file that gets its name when it is whole: a killed export leaves the old one as it was."""
    with NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}-", delete=False) as file:
        try:
            yield file
            file.flush()
            os.fsync(file.fileno())
            Path(file.name).replace(path)
        except BaseException:
            with suppress(OSError):
                Path(file.name).unlink()
            raise
