"""Files that people send: what they really are, and what of them is kept.

A file is known by its content. Images are drawn anew, so that nothing but the picture is left of
them; a PDF stays as it is but for the names written in it, and one that does something is refused.
"""

import io
import re
import warnings
import zlib
from pathlib import PurePath

from django.core.exceptions import ValidationError
from django.core.files.uploadhandler import FileUploadHandler, SkipFile
from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageOps, UnidentifiedImageError

from questions.models import Attachment

Kind = Attachment.Kind
ENDINGS = {"pdf": Kind.PDF, "png": Kind.PNG, "jpg": Kind.JPEG, "jpeg": Kind.JPEG, "webp": Kind.WEBP}
PIXELS_AT_MOST = 40_000_000
INFLATED_AT_MOST = 50_000_000  # bytes, of all object streams of a PDF
ACTIVE = re.compile(
    rb"/(?:JavaScript|JS|Launch|AA|OpenAction|EmbeddedFiles?|RichMedia|XFA|SubmitForm|ImportData"
    rb"|GoToE|Movie|Sound|Rendition)(?![A-Za-z0-9])"
)
ENCRYPTED = re.compile(rb"/Encrypt(?![A-Za-z0-9])")
NAME_ESCAPE = re.compile(rb"#([0-9A-Fa-f]{2})")
OBJECT_STREAM = re.compile(rb"/ObjStm\b.{0,2000}?stream\r?\n", re.S)
WRITTEN_BY = re.compile(
    rb"(/(?:Author|Creator|Producer|Keywords)\s*)(\((?:\\.|[^\\()])*\)|<[0-9A-Fa-f\s]*>)", re.S
)
XMP = re.compile(rb"(<\?xpacket begin=.{0,100}?\?>)(.*?)(<\?xpacket end=)", re.S)


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
    is_whole = re.match(rb"%PDF-[12]\.\d", data) and b"startxref" in data
    if not is_whole or b"%%EOF" not in data[-1_024:]:
        raise ValidationError(_("The PDF is damaged or not whole."))
    if ENCRYPTED.search(data):
        raise ValidationError(_("The PDF is locked with a password. Attach one that is not."))
    for part in [data, *_object_streams(data)]:
        if ACTIVE.search(NAME_ESCAPE.sub(_unescaped, part)):
            raise ValidationError(
                _("The PDF holds scripts, actions or further files. Print it to a new PDF first.")
            )
    # In place and as long as before: a PDF finds its parts by counting bytes.
    data = WRITTEN_BY.sub(_blank_string, data)
    return XMP.sub(lambda found: found[1] + b" " * len(found[2]) + found[3], data)


def _object_streams(data: bytes) -> list[bytes]:
    """The packed parts of a PDF that hold objects, unpacked."""
    parts, left = [], INFLATED_AT_MOST
    for found in OBJECT_STREAM.finditer(data):
        inflate = zlib.decompressobj()
        try:
            parts.append(inflate.decompress(memoryview(data)[found.end() :], left))
        except zlib.error:
            raise ValidationError(_("The PDF is damaged or not whole.")) from None
        left -= len(parts[-1])
        if left <= 0 or not inflate.eof:
            raise ValidationError(_("The PDF is damaged or not whole."))
    return parts


def _unescaped(found: re.Match) -> bytes:
    return bytes([int(found[1], 16)])


def _blank_string(found: re.Match) -> bytes:
    string = found[2]
    filling = b"0" if string.startswith(b"<") else b" "
    return found[1] + string[:1] + filling * (len(string) - 2) + string[-1:]
