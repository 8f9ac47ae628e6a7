"""Files that are sent: whole ones, such with something wrong in them, and such that only look like one."""

import io
import struct
import zlib
from functools import cache
from random import Random

from PIL import Image

from tests.fuzzing.values import atom, one_in, with_other_bytes

NAMES = [
    *(
        "a.png",
        "a.jpg",
        "a.jpeg",
        "a.webp",
        "a.pdf",
        "A.PDF",
        "a.exe",
        "a",
        ".png",
        "a.pdf.png",
        "",
    ),
    *(
        "../../a.png",
        "/etc/passwd",
        "a\\b.png",
        "C:\\a.png",
        "a\0.png",
        "a" * 5_000 + ".png",
        "發燒.png",
    ),
    *(
        "a\r\nX: y.png",
        "\ud800.png",
        '"a.png',
        "\u202egnp.pdf",
        "a.png ",
        "a.png/",
        "..",
        "con.png",
    ),
]


def _picture(kind: str, **options) -> bytes:
    kept = io.BytesIO()
    Image.new("RGB", (8, 8), "red").save(kept, format=kind, **options)
    return kept.getvalue()


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _png(width: int, height: int, pixels: bytes, *before: bytes) -> bytes:
    """Of the size that it says, and with the pixels that it has."""
    header = _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return (
        b"\x89PNG\r\n\x1a\n"
        + header
        + b"".join(before)
        + _chunk(b"IDAT", zlib.compress(pixels, 9))
        + _chunk(b"IEND", b"")
    )


def _pdf(inside: bytes = b"") -> bytes:
    return (
        b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 8 0 R /Author (A) >>\nendobj\n"
        b"8 0 obj\n<< /Type /Pages /Kids [9 0 R] /Count 1 >>\nendobj\n"
        b"9 0 obj\n<< /Type /Page /Parent 8 0 R /MediaBox [0 0 9 9] >>\nendobj\n"
        + inside
        + b"\ntrailer\n<< /Root 1 0 R >>\nstartxref\n9\n%%EOF\n"
    )


def _object_stream(data: bytes) -> bytes:
    return (
        b"2 0 obj << /Type /ObjStm /N 1 /First 5 /Filter /FlateDecode >> stream\n"
        + zlib.compress(data, 9)
        + b"\nendstream endobj"
    )


@cache
def whole_files() -> tuple[bytes, ...]:
    animated = io.BytesIO()
    frames = [Image.new("RGB", (4, 4), color) for color in ("red", "blue")]
    frames[0].save(animated, format="WEBP", save_all=True, append_images=frames[1:])
    exif = Image.Exif()
    exif[0x0112] = 6  # turned
    return (
        _picture("PNG"),
        _picture("JPEG", exif=exif),
        _picture("JPEG", progressive=True),
        _picture("WEBP"),
        animated.getvalue(),
        _pdf(),
        _pdf(_object_stream(b"<< /Type /Page >>")),
    )


@cache
def strange_files() -> tuple[bytes, ...]:
    text = _chunk(b"zTXt", b"a\0\0" + zlib.compress(b"a" * 5_000_000, 9))
    return (
        b"",
        b"\0",
        b"%PDF-",
        b"\x89PNG\r\n\x1a\n",
        b"\xff\xd8\xff",
        b"RIFF\0\0\0\0WEBP",
        _png(60_000, 60_000, b"\0" * 10_000_000),  # a bomb: 10 GB of pixels in 10 KB
        _png(2**31 - 1, 1, b""),
        _png(0, 0, b""),
        _png(8, 8, b"\0"),
        _png(8, 8, b"\0" * 200, text, _chunk(b"iCCP", b"a\0\0" + zlib.compress(b"a" * 5_000_000))),
        _png(8, 8, b"\0" * 200, _chunk(b"eXIf", b"MM\0*\0\0\0\x08\xff\xff" + b"\xff" * 40)),
        _picture("PNG") + _pdf(),
        _pdf(_picture("PNG")),
        _picture("GIF"),
        _picture("BMP"),
        _pdf(_object_stream(b"a" * 60_000_000)),  # more than may come out of it
        _pdf(_object_stream(b"/#4aavaScript")),
        _pdf(b"2 0 obj << /Type /ObjStm >> stream\nnot packed\nendstream"),
        _pdf(b"/ObjStm" * 40_000),
        _pdf(b"/Author (" + b"\\" * 99_999),
        _pdf(b"/Author <" * 30_000),
        _pdf(b"<?xpacket begin=" * 20_000),
        _pdf(b"#" * 200_000),
        _pdf(b"2 0 obj " + b"[" * 200_000),
        _pdf(b"8 0 obj\n<< /Type /Pages /Kids [8 0 R] /Count 1 >>\nendobj\n"),
        b"PK\x03\x04" + _picture("PNG"),
    )


def file(random: Random) -> tuple[str, bytes]:
    """(name, content); half of the names fit."""
    contents = random.choice([whole_files(), strange_files(), None])
    data = random.choice(contents) if contents else random.randbytes(random.randint(0, 200))
    kind = random.randrange(5)
    if kind == 1:
        data = data[: random.randint(0, min(len(data), 4_000))]
    elif kind >= 2 and len(data) < 100_000:
        for _each in range(random.randint(1, 4)):
            data = with_other_bytes(random, data, 4)
    name = random.choice(random.choice([["a.png", "a.jpg", "a.webp", "a.pdf"], NAMES]))
    return (name + atom(random) if one_in(random, 10) else name), data
