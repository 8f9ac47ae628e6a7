"""Files that people send: what they really are, and what of them is kept.

A file is known by its content. Images are drawn anew, so that nothing but the picture is left of
them; a PDF is written anew with its pages alone, and one that does something is refused.
"""

import io
import subprocess
import sys
import warnings
import zlib
from pathlib import Path, PurePath

from django.core.exceptions import ValidationError
from django.core.files.uploadhandler import FileUploadHandler, SkipFile
from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageOps, UnidentifiedImageError

from questions.models import Attachment

Kind = Attachment.Kind
ENDINGS = {"pdf": Kind.PDF, "png": Kind.PNG, "jpg": Kind.JPEG, "jpeg": Kind.JPEG, "webp": Kind.WEBP}
PIXELS_AT_MOST = 40_000_000
# Away from this process, which a hostile PDF could fill or stop; it has limits of its own as well.
REWRITE_PDF = [sys.executable, "-I", "-Wignore", str(Path(__file__).with_name("pdf_rewriting.py"))]
PDF_SECONDS = 30
DAMAGED_PDF = _("The PDF is damaged or not whole.")
PDF_REFUSALS = {
    b"locked": _("The PDF is locked with a password. Attach one that is not."),
    b"active": _("The PDF holds scripts, actions or further files. Print it to a new PDF first."),
}


class LargestUpload(FileUploadHandler):
    """Skips a file at the size that no file may have, and goes on with the texts behind it."""

    def new_file(self, *args, **kwargs):
        super().new_file(*args, **kwargs)
        self.received = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        self.received += len(raw_data)
        if self.received > Attachment.SIZE_AT_MOST:
            self.request.has_too_large_file = True
            raise SkipFile
        return raw_data

    def file_complete(self, file_size: int) -> None:
        return None


def clean_upload(data: bytes, name: str) -> tuple[Kind, bytes]:
    """The kind of a file and what is kept of it. Raises ValidationError with what is wrong."""
    if not data:
        raise ValidationError(_("The file is empty."))
    if len(data) > Attachment.SIZE_AT_MOST:
        raise too_large()
    kind = _kind_of(data)
    if kind is None:
        raise ValidationError(_("Only PDF, PNG, JPEG and WebP files can be attached."))
    if ENDINGS.get(PurePath(name).suffix.lower().lstrip(".")) != kind:
        raise ValidationError(
            _("The name of the file does not fit: by its content it is a %(kind)s."),
            params={"kind": kind.label},
        )
    cleaned = _clean_pdf(data) if kind == Kind.PDF else _draw_anew(data, kind)
    if len(cleaned) > Attachment.SIZE_AT_MOST:
        raise too_large()
    return kind, cleaned


def too_large() -> ValidationError:
    return ValidationError(_("The file is larger than 10 MB."))


def _kind_of(data: bytes) -> Kind | None:
    if data.startswith(b"%PDF-"):
        return Kind.PDF
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return Kind.PNG
    if data.startswith(b"\xff\xd8\xff"):
        return Kind.JPEG
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return Kind.WEBP
    return None


def _draw_anew(data: bytes, kind: Kind) -> bytes:
    try:
        with (
            warnings.catch_warnings(),
            Image.open(io.BytesIO(data), formats=[kind.upper()]) as image,
        ):
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            if image.width * image.height > PIXELS_AT_MOST:
                raise _too_many_pixels()
            if getattr(image, "n_frames", 1) > 1:
                raise ValidationError(_("A moving picture cannot be attached."))
            image.load()
            picture = ImageOps.exif_transpose(image)
            has_alpha = picture.has_transparency_data and kind != Kind.JPEG
            picture = picture.convert("RGBA" if has_alpha else "RGB")
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise _too_many_pixels() from None
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError, zlib.error):
        raise ValidationError(_("The picture is damaged or not whole.")) from None
    picture.info = {}  # or its profile and comments go along
    kept = io.BytesIO()
    options = {} if kind == Kind.PNG else {"quality": 90}
    picture.save(kept, format=kind.upper(), **options)
    return kept.getvalue()


def _too_many_pixels() -> ValidationError:
    return ValidationError(_("The picture has more than 40 million pixels."))


def _clean_pdf(data: bytes) -> bytes:
    if b"%%EOF" not in data[-1_024:]:  # its end is missing, and who sent it may not know
        raise ValidationError(DAMAGED_PDF)
    try:
        done = subprocess.run(REWRITE_PDF, input=data, capture_output=True, timeout=PDF_SECONDS)  # noqa: S603 - our own program
    except subprocess.TimeoutExpired:
        raise ValidationError(DAMAGED_PDF) from None
    if done.returncode:
        said = done.stderr.split() or [b""]  # its word comes last, after what the library remarks
        raise ValidationError(PDF_REFUSALS.get(said[-1], DAMAGED_PDF))
    return done.stdout
