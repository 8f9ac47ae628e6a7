"""The lines of a file, plain or gzip, read one by one however large the file is."""

import gzip
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

LONGEST_LINE = 2_000_000  # bytes
GZIP = b"\x1f\x8b"
BYTE_ORDER_MARK = b"\xef\xbb\xbf"


class FileError(Exception):
    """A file cannot be read, or not to its end."""


class Source:
    """An open content file. `size` in bytes is None for a pipe; `position` is how far it was read."""

    def __init__(self, name: str, raw: BinaryIO, size: int | None):
        self.name, self.raw, self.size = name, raw, size
        self.position = 0

    def lines(self) -> Iterator[tuple[int, bytes | None]]:
        """Number and bytes of each line that is not blank; None for one that is too long."""
        try:
            with self._unpacked() as file:
                yield from self._lines(file)
        except (OSError, EOFError, zlib.error) as error:
            raise FileError(f"{self.name}: cannot be read to its end: {error}") from None

    def _lines(self, file: BinaryIO) -> Iterator[tuple[int, bytes | None]]:
        number = 0
        while line := file.readline(LONGEST_LINE + 1):
            number += 1
            if is_too_long := len(line) > LONGEST_LINE:
                while line and not line.endswith(b"\n"):
                    line = file.readline(LONGEST_LINE)
            self.position = self.raw.tell() if self.size is not None else 0
            if number == 1:
                line = line.removeprefix(BYTE_ORDER_MARK)
            if is_too_long or line.strip():
                yield number, None if is_too_long else line

    @contextmanager
    def _unpacked(self) -> Iterator[BinaryIO]:
        if self.raw.peek(2)[:2] != GZIP:
            yield self.raw
            return
        with gzip.GzipFile(fileobj=self.raw) as file:
            yield file


@contextmanager
def opened(path: str) -> Iterator[Source]:
    """The file of that path, "-" for what is piped in. Raises FileError."""
    if path == "-":
        yield Source("standard input", sys.stdin.buffer, None)
        return
    try:
        raw = Path(path).open("rb")  # noqa: SIM115 - closed below; only opening fails like this
    except (OSError, ValueError) as error:
        raise FileError(f"{path}: {getattr(error, 'strerror', None) or error}") from None
    with raw:
        yield Source(path, raw, Path(path).stat().st_size)
