"""A PDF written anew, with its pages and without what says who made it: docs/adr/0015.

A program of its own, so that a hostile file ends nothing but this: the PDF comes by standard input and
goes by standard output, and what is wrong with it is one word on standard error.
"""

import io
import re
import sys
from collections.abc import Iterator
from contextlib import suppress

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream, String

SECONDS, BYTES = 20, 600_000_000  # of computing, and of memory

# Names by which a PDF does something, or carries further files.
ACTIVE_NAMES = {
    *("/JavaScript", "/JS", "/Launch", "/AA", "/OpenAction", "/EmbeddedFile", "/EmbeddedFiles"),
    *("/EF", "/FileAttachment", "/RichMedia", "/XFA", "/SubmitForm", "/ImportData", "/GoToE"),
    *("/Movie", "/Sound", "/Rendition", "/3D"),
}
# What of the catalog makes how the pages look and are read; the rest is of programs and signatures.
CATALOG = {
    *("/Type", "/Version", "/Extensions", "/Pages", "/PageLabels", "/PageLayout", "/PageMode"),
    *("/Names", "/Dests", "/Outlines", "/ViewerPreferences", "/Lang", "/MarkInfo"),
    *("/StructTreeRoot", "/OCProperties", "/OutputIntents", "/AcroForm"),
}
# Where an action stands: below a link, an entry of the outline, another action.
ACTION_KEYS = ("/A", "/PA", "/Next")
# What a link may lead to: a page of the file, or an address that a browser opens as one.
KEPT_ACTIONS = (Name.GoTo, Name.URI)
WEB = re.compile(r"(?:https?://|mailto:)[^\x00-\x1f\x7f]*", re.IGNORECASE)
# Who, when and with what, wherever it stands (ISO 32000-1, 14.3 and 14.5).
TRACES = ("/Metadata", "/PieceInfo", "/LastModified", "/Thumb")
# And of a remark on a page (12.5.6.2): its author, its times, its name.
REMARK_TRACES = ("/T", "/M", "/CreationDate", "/NM", "/Subj")
# Segments of a JPEG that draw nothing: APP1 (Exif, XMP), APP3 to APP13 (IPTC), APP15, remarks.
JPEG_TRACES = {0xE1, *range(0xE3, 0xEE), 0xEF, 0xFE}


class IsActive(Exception):
    pass


class IsLocked(Exception):
    pass


def rewritten(data: bytes) -> bytes:
    """The PDF anew. Raises IsActive, IsLocked, or whatever a damaged one makes the library raise."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        if pdf.is_encrypted:
            raise IsLocked
        if not len(pdf.pages):
            raise ValueError("no page")
        _keep_only({"/Root", "/Size"}, pdf.trailer)
        if _only_opens_a_page(pdf.Root.get("/OpenAction")):
            del pdf.Root.OpenAction
        # Before anything of it is dropped, and what lies below with it.
        if any(str(name) in ACTIVE_NAMES for each in _parts(pdf) for name in _names(each)):
            raise IsActive
        for each in _parts(pdf):
            if isinstance(each, Dictionary | Stream):
                _clean(each)
            if isinstance(each, Stream):
                _clean_picture(each, pdf)
        _keep_only(CATALOG, pdf.Root)
        kept = io.BytesIO()
        # What nothing leads to any more is not written; the identity is a digest of what is.
        pdf.save(kept, deterministic_id=True)
    return kept.getvalue()


def _only_opens_a_page(action: pikepdf.Object | None) -> bool:
    """What LaTeX writes into every file: where to begin reading."""
    if isinstance(action, Dictionary):
        return set(action.keys()) <= {"/Type", "/S", "/D"} and action.get("/S") == Name.GoTo
    return isinstance(action, Array)


def _parts(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """Every array, dictionary and stream of the file, those that nothing leads to as well."""
    for top in pdf.objects:
        waiting = [top]
        while waiting:
            part = waiting.pop()
            if not isinstance(part, Array | Dictionary | Stream):
                continue
            yield part
            values = part if isinstance(part, Array) else (part[key] for key in list(part.keys()))
            waiting.extend(
                one for one in values if isinstance(one, pikepdf.Object) and not one.is_indirect
            )


def _names(part: pikepdf.Object) -> Iterator[object]:
    if isinstance(part, Array):
        return (one for one in part if isinstance(one, Name))
    keys = list(part.keys())
    return iter([*keys, *(part[key] for key in keys if isinstance(part[key], Name))])


def _keep_only(names: set[str], part: pikepdf.Object) -> None:
    for key in set(part.keys()) - names:
        del part[key]


def _clean(part: pikepdf.Object) -> None:
    _drop(TRACES, part)
    _drop([key for key in ACTION_KEYS if _does_more_than_lead(part.get(key))], part)
    if "/URI" in part and not _is_of_the_web(part["/URI"]):
        _drop(["/URI"], part)
    if part.get("/FT") == Name.Sig:
        # With the certificate of who signed; it would not fit this file any more.
        _drop(["/V"], part)
    if "/Rect" in part and part.get("/Subtype") not in (Name.Link, Name.Widget):
        _drop(REMARK_TRACES, part)


def _does_more_than_lead(actions: pikepdf.Object | None) -> bool:
    """Whether one of them opens another file, prints, hides, or does what is not known here."""
    each = list(actions) if isinstance(actions, Array) else [actions]
    return any(
        isinstance(one, Dictionary) and "/S" in one and one["/S"] not in KEPT_ACTIONS
        for one in each
    )


def _is_of_the_web(address: pikepdf.Object) -> bool:
    """Not a script ("javascript:…"), a file of who reads, or what another program opens."""
    return isinstance(address, String) and WEB.fullmatch(str(address)) is not None


def _drop(names, part: pikepdf.Object) -> None:
    for name in names:
        if name in part:
            del part[name]


def _clean_picture(stream: Stream, pdf: pikepdf.Pdf) -> None:
    """A photograph keeps every byte that draws it."""
    filters = stream.get("/Filter", Array())
    filters = [filters] if isinstance(filters, Name) else list(filters)
    if not filters or filters[-1] != Name.DCTDecode:
        return
    unwrapped = Stream(pdf, stream.read_raw_bytes())
    if filters[:-1]:
        unwrapped.Filter = Array(filters[:-1])
    options = stream.get("/DecodeParms")
    stream.write(
        without_traces(unwrapped.read_bytes()),
        filter=Name.DCTDecode,
        decode_parms=options[-1] if isinstance(options, Array) else options,
    )


def without_traces(jpeg: bytes) -> bytes:
    """A JPEG without the segments that draw nothing; as it is from the first that is not understood."""
    kept, at = [jpeg[:2]], 2
    while at + 4 <= len(jpeg) and jpeg[at] == 0xFF and jpeg[at + 1] not in (0xDA, 0xFF):
        end = at + 2 + int.from_bytes(jpeg[at + 2 : at + 4], "big")
        if jpeg[at + 1] not in JPEG_TRACES:
            kept.append(jpeg[at:end])
        at = end
    return b"".join([*kept, jpeg[at:]])


def _limit() -> None:
    with suppress(ImportError, ValueError, OSError):  # not every system has these
        import resource  # noqa: PLC0415 - there is none on Windows

        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
        resource.setrlimit(resource.RLIMIT_AS, (BYTES, BYTES))


if __name__ == "__main__":
    _limit()
    try:
        sys.stdout.buffer.write(rewritten(sys.stdin.buffer.read()))
    except IsActive:
        sys.exit("active")
    except (IsLocked, pikepdf.PasswordError):
        sys.exit("locked")
    except Exception:  # a broken PDF breaks in as many ways as there are
        sys.exit("damaged")
