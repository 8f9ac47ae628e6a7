"""Files below an explanation: what is taken, what of it is kept, and who may read it."""

import io
import re
import zlib

import pikepdf
import pytest
from django.core.exceptions import ValidationError
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.files.uploadhandler import SkipFile
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone
from PIL import Image, PngImagePlugin

from questions.actions import attach_file, detach_file, retract_question
from questions.models import Attachment
from questions.uploads import LargestUpload, clean_upload
from tests.factories import make_attachment, make_doctor, make_question
from tests.questions.at_desk import address

pytestmark = pytest.mark.django_db
SECRET = b"Anna Miller"


def picture(kind: str, size=(40, 30), **options) -> bytes:
    """A picture that bears a name wherever its format has room for one."""
    file, image = io.BytesIO(), Image.new("RGB", size, "red")
    exif = Image.Exif()
    exif[0x010E], exif[0x0112] = SECRET.decode(), 6  # what it shows; turned by a quarter
    if kind == "png":
        options["pnginfo"] = PngImagePlugin.PngInfo()
        options["pnginfo"].add_text("Author", SECRET.decode())
    if kind == "jpeg":
        options["comment"] = SECRET
    image.save(file, format=kind, exif=exif, **options)
    return file.getvalue()


def pdf(*objects: bytes, info: bytes = b"<< /Author (Anna Miller) >>", page: bytes = b"") -> bytes:
    """One page, which `page` adds to, and these as objects 5, 6 and so on."""
    always = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] %s >>" % page,
        info,
    ]
    data, places = b"%PDF-1.7\n", []
    for number, part in enumerate([*always, *objects], 1):
        places.append(b"%010d 00000 n \n" % len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    count, start = len(places) + 1, len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n" % count + b"".join(places)
    data += b"trailer\n<< /Size %d /Root 1 0 R /Info 4 0 R >>\n" % count
    return data + b"startxref\n%d\n%%%%EOF\n" % start


def stream(content: bytes, words: bytes = b"") -> bytes:
    length = len(content)
    return b"<< %s /Length %d >>\nstream\n%s\nendstream" % (words, length, content)


def packed(data: bytes) -> bytes:
    """A PDF as newer programs write it: its objects, and the table of them, in packed streams."""
    kept = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as opened:
        opened.save(kept, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    assert b"/ObjStm" in kept.getvalue()
    return kept.getvalue()


def everything_in(data: bytes) -> bytes:
    """What can be read in a PDF with everything unpacked."""
    kept = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as opened:
        opened.save(
            kept,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
            stream_decode_level=pikepdf.StreamDecodeLevel.generalized,
            compress_streams=False,
        )
    return kept.getvalue()


def inflating(to: int) -> bytes:
    """What unpacks to so many million spaces, made without them."""
    deflate = zlib.compressobj(9)
    million = b" " * 1_000_000
    start = deflate.compress(million) + deflate.flush(zlib.Z_FULL_FLUSH)
    again = deflate.compress(million) + deflate.flush(zlib.Z_FULL_FLUSH)
    return start + again * (to - 1)


def typed(*files, **fields) -> dict[str, object]:
    sent = [SimpleUploadedFile(name, data) for name, data in files]
    return {"text": "Typed.", "draft_version": 0, "draft_key": "k", "file": sent} | fields


@pytest.mark.parametrize("kind", ["png", "jpeg", "webp"])
def test_picture_is_drawn_anew_and_upright_with_nothing_else_in_it(kind):
    data = picture(kind)
    assert SECRET in data
    found, kept = clean_upload(data, f"IMG.{kind}")
    assert found == kind
    assert SECRET not in kept
    with Image.open(io.BytesIO(kept)) as image:
        assert (image.format, image.size) == (kind.upper(), (30, 40))
        assert not image.getexif()


def test_a_picture_has_40_million_pixels_at_most():
    file = io.BytesIO()
    Image.new("1", (8_001, 5_000)).save(file, format="png")
    with pytest.raises(ValidationError, match="40 million pixels"):
        clean_upload(file.getvalue(), "large.png")


def test_of_a_file_that_is_too_large_no_more_is_received(rf):
    handler = LargestUpload(rf.post("/"))
    handler.new_file("file", "large.pdf", "application/pdf", 0)
    part = b"x" * (Attachment.SIZE_AT_MOST // 2)
    assert [handler.receive_data_chunk(part, 0) for _ in range(2)] == [part, part]
    with pytest.raises(SkipFile):
        handler.receive_data_chunk(b"x", 0)
    assert handler.request.has_too_large_file


def test_transparent_and_printers_pictures_are_taken():
    for mode, kind in (
        ("RGBA", "png"),
        ("P", "png"),
        ("LA", "png"),
        ("CMYK", "jpeg"),
        ("1", "png"),
    ):
        file = io.BytesIO()
        Image.new(mode, (5, 5)).save(file, format=kind)
        assert clean_upload(file.getvalue(), f"x.{kind}")[0] == kind


XMP = b"<?xpacket begin='' id='W5M0'?><dc:creator>Anna Miller</dc:creator><?xpacket end='w'?>"
# Where a PDF has room for a name, beside the words on its pages.
TOLD_IN = {
    "info": pdf(info=b"<< /Author (Anna Miller) /Title (Anna Miller) /Company (Anna Miller) >>"),
    "brackets": pdf(info=b"<< /Author (Dr (Anna Miller) L) >>"),
    "hex": pdf(info=b"<< /Title <416E6E61204D696C6C6572> >>"),
    "packed info": packed(pdf()),
    "xmp": pdf(stream(XMP, b"/Type /Metadata /Subtype /XML"), page=b"/Metadata 5 0 R"),
    "packed xmp": pdf(
        stream(zlib.compress(XMP), b"/Type /Metadata /Filter /FlateDecode"),
        page=b"/Metadata 5 0 R",
    ),
    "program": pdf(page=b"/PieceInfo << /Editor << /Private (Anna Miller) >> >>"),
    "remark": pdf(
        page=b"/Annots [<< /Subtype /Square /Rect [1 1 9 9] /T (Anna Miller) /Contents (Look) >>]"
    ),
    "signature": pdf(b"<< /FT /Sig /T (one) /V << /Name (Anna Miller) >> >>"),
    "photograph": pdf(
        stream(picture("jpeg"), b"/Subtype /Image /Width 40 /Height 30 /Filter [/DCTDecode]"),
        page=b"/Resources << /XObject << /A 5 0 R >> >>",
    ),
    "packed photograph": pdf(
        stream(zlib.compress(picture("jpeg")), b"/Filter [/FlateDecode /DCTDecode]"),
        page=b"/Resources << /XObject << /A 5 0 R >> >>",
    ),
    "earlier": pdf(b"(Anna Miller)"),
}


@pytest.mark.parametrize("data", TOLD_IN.values(), ids=TOLD_IN)
def test_pdf_does_not_tell_who_made_it(data):
    kind, kept = clean_upload(data, "leaflet.PDF")
    assert kind == "pdf"
    assert SECRET not in everything_in(kept)


def test_of_a_pdf_the_pages_stay_as_they_were():
    shown = picture("jpeg", (400, 300))
    data = pdf(
        stream(zlib.compress(b"BT /F 12 Tf (Fever) Tj ET /A Do"), b"/Filter /FlateDecode"),
        stream(
            shown,
            b"/Subtype /Image /Width 400 /Height 300 /ColorSpace /DeviceRGB "
            b"/BitsPerComponent 8 /Filter /DCTDecode",
        ),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        b"<< /Subtype /Link /Rect [1 1 9 9] /A << /S /URI /URI (https://who.int) >> >>",
        b"<< /Subtype /Widget /Rect [9 9 19 19] /FT /Tx /T (weight) /V (9 kg) >>",
        page=b"/Contents 5 0 R /Annots [8 0 R 9 0 R] "
        b"/Resources << /XObject << /A 6 0 R >> /Font << /F 7 0 R >> >>",
    )
    with pikepdf.open(io.BytesIO(clean_upload(data, "a.pdf")[1])) as kept:
        page = kept.pages[0]
        assert page.Contents.read_bytes() == b"BT /F 12 Tf (Fever) Tj ET /A Do"
        assert page.Resources.Font.F.BaseFont == "/Helvetica"
        assert page.Annots[0].A.URI == "https://who.int"
        assert (page.Annots[1].T, page.Annots[1].V) == ("weight", "9 kg")
        drawn = [pikepdf.PdfImage(page.Resources.XObject.A).as_pil_image().tobytes()]
    with Image.open(io.BytesIO(shown)) as before:
        assert drawn == [before.tobytes()]


def linking(action: bytes, *objects: bytes) -> bytes:
    """A PDF whose page has a link that does this."""
    link = b"<< /Subtype /Link /Rect [1 1 9 9] /A %s >>" % action
    return pdf(link, *objects, page=b"/Annots [5 0 R]")


@pytest.mark.parametrize(
    "address",
    [
        b"(javascript:alert\\(1\\))",
        b"(JavaScript:alert\\(1\\))",
        b"( javascript:alert\\(1\\))",
        b"(\\001javascript:alert\\(1\\))",
        b"(java\\tscript:alert\\(1\\))",
        b"(\\152avascript:alert\\(1\\))",
        b"<6A6176617363726970743A616C65727428312900>",
        b"<FEFF006A006100760061007300630072006900700074003A0061>",
        b"(data:text/html,<script>alert\\(1\\)</script>)",
        b"(vbscript:x)",
        b"(file:///etc/passwd)",
        b"(\\\\\\\\host\\\\share)",
        b"(//host/share)",
        b"(leaflet.html)",
        b"(https://who.int\\njavascript:x)",
        b"(tel:119)",
        b"/javascript#3ax",
        b"6 0 R",
    ],
)
def test_links_of_a_pdf_that_lead_elsewhere_than_to_the_web_are_dropped(address):
    kept = clean_upload(linking(b"<< /S /URI /URI %s >>" % address, b"(javascript:x)"), "a.pdf")[1]
    assert b"/URI (" not in everything_in(kept) and b"/URI <" not in everything_in(kept)
    with pikepdf.open(io.BytesIO(kept)) as opened:
        assert "/URI" not in opened.pages[0].Annots[0].A


@pytest.mark.parametrize(
    "address",
    ["https://who.int/a b?c=(d)#e", "HTTP://who.int", "mailto:help@example.org", "https://世衛.tw"],
)
def test_links_of_a_pdf_to_the_web_stay(address):
    written = b"<FEFF%s>" % address.encode("utf-16-be").hex().encode()
    kept = clean_upload(linking(b"<< /S /URI /URI %s >>" % written), "a.pdf")[1]
    with pikepdf.open(io.BytesIO(kept)) as opened:
        assert str(opened.pages[0].Annots[0].A.URI) == address


@pytest.mark.parametrize(
    "action",
    [
        b"<< /S /GoToR /F (other.pdf) /D [0 /Fit] >>",
        b"<< /S /G#6fToR /F (other.pdf) >>",
        b"<< /S /Named /N /Print >>",
        b"<< /S /Hide /T (weight) >>",
        b"<< /S /ResetForm >>",
        b"<< /S /Thread /F (other.pdf) >>",
        b"<< /S /SetOCGState /State [/OFF 6 0 R] >>",
        b"<< /S /NobodyKnows >>",
        b"6 0 R",
        b"<< /S /GoTo /D [3 0 R /Fit] /Next << /S /GoToR >> >>",
        b"<< /S /GoTo /D [3 0 R /Fit] /Next [<< /S /GoTo /D [3 0 R /Fit] >> 6 0 R] >>",
    ],
)
def test_what_a_link_of_a_pdf_does_but_lead_is_dropped(action):
    kept = clean_upload(linking(action, b"<< /S /GoToR /F (other.pdf) >>"), "a.pdf")[1]
    left = everything_in(kept)
    for word in (b"other.pdf", b"GoToR", b"/Named", b"/Hide", b"/ResetForm", b"/OFF", b"Knows"):
        assert word not in left
    assert (b"/GoTo" in left) == (b"/GoTo " in action)


@pytest.mark.parametrize("does", [b"/Launch", b"/SubmitForm", b"/ImportData", b"/JavaScript"])
def test_a_pdf_whose_links_run_something_is_refused(does):
    with pytest.raises(ValidationError, match="scripts"):
        clean_upload(linking(b"<< /S %s /F (x) >>" % does), "a.pdf")


@pytest.mark.parametrize(
    "strange",
    [
        b"[" * 100_000,
        b"<< /A " * 100_000,
        b"/Author (" + b"\\" * 99_999,
        stream(b"x", b"/Type /ObjStm /N 99999999 /First 99999999"),
        b"5 0 R",
    ],
)
def test_what_a_pdf_says_beside_its_pages_stops_nothing(strange):
    try:
        kept = clean_upload(pdf(strange), "a.pdf")[1]
    except ValidationError as error:
        assert "damaged" in str(error)
    else:
        assert len(kept) < 1_000


@pytest.mark.parametrize("begin", [b"[3 0 R /Fit]", b"<< /S /GoTo /D [3 0 R /Fit] >>", b"5 0 R"])
def test_where_a_pdf_begins_to_be_read_is_no_script(begin):
    data = pdf(b"[3 0 R /Fit]").replace(b"/Catalog", b"/Catalog /OpenAction " + begin)
    assert b"/OpenAction" not in everything_in(clean_upload(data, "a.pdf")[1])


def test_what_a_pdf_does_when_it_is_opened_is_refused():
    does = b"/Catalog /OpenAction << /S /GoTo /D [3 0 R /Fit] /Next << /S /URI >> >>"
    with pytest.raises(ValidationError, match="scripts"):
        clean_upload(pdf().replace(b"/Catalog", does), "a.pdf")


def test_pdf_that_would_fill_the_memory_is_refused():
    """Its photograph has to be unpacked to be looked at."""
    words = b"/Subtype /Image /Width 1 /Height 1 /Filter [/FlateDecode /DCTDecode]"
    data = pdf(stream(inflating(600), words), page=b"/Resources << /XObject << /A 5 0 R >> >>")
    assert len(data) < 1_000_000
    with pytest.raises(ValidationError, match="damaged"):
        clean_upload(data, "a.pdf")


def test_title_of_a_file_is_fit_to_stand_on_a_page():
    doctor = make_doctor()
    draft = make_question(status="claimed", doctor=doctor).replies.create(doctor=doctor)
    title = " Rash \u202egpj.\x1b[2J\0 of a\nchild\u200b e\u0301"
    file = attach_file(draft=draft, data=picture("png"), name="a.png", title=title)
    assert file.title == "Rash gpj.[2J of a child é"


def test_pdf_that_takes_too_long_is_refused(monkeypatch):
    monkeypatch.setattr("questions.uploads.PDF_SECONDS", 0.001)
    with pytest.raises(ValidationError, match="damaged"):
        clean_upload(pdf(), "a.pdf")


def test_what_only_looks_like_an_action_is_taken():
    """Among the bytes of a scan, a few are like a name sooner or later."""
    scan = stream(b"\x9c/JS \x00/AA(/Encrypt ", b"/Subtype /Image /Width 1 /Height 1")
    assert clean_upload(pdf(scan, page=b"/Thumb 5 0 R"), "scan.pdf")[0] == "pdf"


def locked(user: str) -> bytes:
    kept = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf())) as opened:
        opened.save(kept, encryption=pikepdf.Encryption(owner="owner", user=user))
    return kept.getvalue()


def bomb() -> bytes:
    """A small file that says it is 30,000 by 30,000 pixels."""
    data = bytearray(picture("png"))
    data[16:24] = (30_000).to_bytes(4, "big") * 2
    data[29:33] = zlib.crc32(data[12:29]).to_bytes(4, "big")
    return bytes(data)


def moving() -> bytes:
    file, frames = io.BytesIO(), [Image.new("RGB", (5, 5), name) for name in ("red", "blue")]
    frames[0].save(file, format="webp", save_all=True, append_images=frames[1:])
    return file.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.pdf", b"", "empty"),
        ("a.pdf", b"%PDF-1.7", "damaged"),
        ("a.pdf", b"%PDF-1.7" + b"x" * 10_000_000, "larger than 10 MB"),
        ("a.pdf", pdf()[:-6], "damaged"),
        ("a.pdf", pdf(b"<< /S /JavaScript /JS (app.alert(1)) >>"), "scripts"),
        ("a.pdf", pdf(b"<< /S /J#61vaScript >>"), "scripts"),
        ("a.pdf", pdf(b"<< /OpenAction 5 0 R >>"), "scripts"),
        ("a.pdf", pdf(b"<< /AA << /O 5 0 R >> >>"), "scripts"),
        ("a.pdf", pdf(b"<< /Names << /EmbeddedFiles 5 0 R >> >>"), "scripts"),
        ("a.pdf", packed(pdf(b"<< /S /Launch /F (x) >>", page=b"/A 5 0 R")), "scripts"),
        ("a.pdf", pdf(b"<< /Type /Filespec /EF << /F 6 0 R >> >>"), "scripts"),
        ("a.pdf", pdf(b"[ 1 << /K [ << /S /JavaScript >> ] >> ]"), "scripts"),
        ("a.pdf", pdf().replace(b"/Kids [3", b"/Kids [2"), "damaged"),
        ("a.pdf", pdf().replace(b"/Pages", b"/Peges"), "damaged"),
        ("a.pdf", b"%PDF-1.7\n" + b"x" * 1_000 + b"\n%%EOF", "damaged"),
        ("a.pdf", locked(user="secret"), "password"),
        ("a.pdf", locked(user=""), "password"),
        ("a.png", picture("png")[:-40], "damaged"),
        ("a.jpg", picture("jpeg", (400, 400))[:-700], "damaged"),
        ("a.webp", picture("webp")[:60], "damaged"),
        ("a.png", bomb(), "40 million pixels"),
        ("a.webp", moving(), "moving"),
        ("a.pdf", picture("png"), "it is a PNG"),
        ("a.png", picture("jpeg"), "it is a JPEG"),
        ("a.exe", picture("png"), "it is a PNG"),
        ("png", picture("png"), "it is a PNG"),
        ("a.gif", b"GIF89a\x01\x00\x01\x00", "Only PDF"),
        ("a.svg", b"<svg onload='alert(1)'/>", "Only PDF"),
        ("a.png", b"MZ\x90\x00", "Only PDF"),
        ("a.html", b"<script>alert(1)</script>", "Only PDF"),
    ],
)
def test_what_cannot_be_attached_is_refused_with_a_sentence(name, data, words):
    with pytest.raises(ValidationError, match=words):
        clean_upload(data, name)


def test_attached_file_keeps_the_typed_text_and_stands_at_the_form(desk, question):
    fields = typed(("Anna Miller.png", picture("png")), file_title="A\u202e rash", other_tags="eg")
    response = desk.post(address("attach", question) + "?to=attachments", fields)
    assert response.url == address("question", question) + "#attachments"
    page = desk.get(response.url)
    attachment = Attachment.objects.get()
    assert attachment.get_absolute_url() in page.text
    assert "A rash</a>" in page.text
    assert "Typed.</textarea>" in page.text
    assert page.context["form"]["other_tags"].value() == "eg"
    assert re.fullmatch("[0-9a-f]{32}", attachment.key)
    assert "Anna" not in page.text


@pytest.mark.parametrize(
    ("files", "words"),
    [
        ([], "Choose one file"),
        ([("a.png", picture("png")), ("b.png", picture("png"))], "Choose one file"),
        ([("a.png", b"MZ")], "Only PDF"),
        ([("a.pdf", b"%PDF-1.7" + b"x" * 10_000_001)], "larger than 10 MB"),
    ],
)
def test_refused_file_leaves_the_text_and_no_file(desk, question, files, words):
    response = desk.post(address("attach", question), typed(*files), follow=True)
    assert words in response.text
    assert "Your text is kept." in response.text
    assert "Typed.</textarea>" in response.text
    assert not Attachment.objects.exists()


def test_what_is_wrong_with_a_file_stands_at_its_field_and_nowhere_else(desk, question):
    address_of_button = address("attach", question) + "?to=attachments"
    sent = desk.post(address_of_button, typed(("a.png", b"MZ")))
    assert sent.url == address("question", question) + "#attachments"
    page = desk.get(sent.url).text
    assert page.count("Only PDF, PNG") == 1
    field = page.split('id="attachments"')[1].split("</fieldset>")[0]
    assert re.search(r'<p class="message error" role="alert">Only PDF', field)


def test_same_file_twice_is_attached_once(desk, question):
    for version in range(2):
        fields = typed(("a.png", picture("png")), draft_version=version)
        page = desk.post(address("attach", question), fields, follow=True)
    assert "attached already" in page.text
    assert Attachment.objects.count() == 1


def test_at_most_ten_files(doctor, question):
    draft = question.replies.create(doctor=doctor)
    for _ in range(10):
        make_attachment(draft)
    with pytest.raises(ValidationError, match="At most 10"):
        attach_file(draft=draft, data=picture("png"), name="a.png")


@pytest.mark.django_db(transaction=True)
def test_removed_file_is_gone_from_the_disk(desk, question, doctor):
    attachment = make_attachment(question.replies.create(doctor=doctor))
    desk.post(address("detach", question), typed(attachment=attachment.key))
    assert not Attachment.objects.exists()
    assert not default_storage.exists(attachment.key)
    desk.post(address("detach", question), typed(draft_version=1, attachment=attachment.key))


def test_nobody_removes_what_is_public_or_anothers(desk, question):
    attachment = make_attachment(make_question().replies.get())
    desk.post(address("detach", question), typed(attachment=attachment.key))
    assert Attachment.objects.count() == 1


@pytest.mark.parametrize("status", ["published", "in_review"])
def test_nothing_comes_or_goes_below_what_others_read(question, doctor, status):
    if status == "published":
        reply = make_question(doctor=doctor).replies.get()
    else:
        read = {"needs_second_reader": True, "sent_to_reader_at": timezone.now()}
        reply = question.replies.create(doctor=doctor, text="Rest.", status=status, **read)
    attachment = make_attachment(reply)
    with pytest.raises(ValidationError):
        detach_file(draft=reply, key=attachment.key)
    with pytest.raises(ValidationError):
        attach_file(draft=reply, data=pdf(), name="more.pdf")
    assert reply.attachments.get() == attachment


def read(client, attachment: Attachment) -> tuple[int, dict, bytes]:
    response = client.get(attachment.get_absolute_url())
    content = b"".join(response.streaming_content) if response.streaming else b""
    return response.status_code, response.headers, content


def test_public_file_is_a_download_that_nothing_runs_in(visitor):
    question = make_question()
    attachment = make_attachment(question.replies.get())
    status, headers, content = read(visitor, attachment)
    assert (status, content) == (200, b"%PDF-1.4 of a test")
    assert headers["Content-Type"] == "application/pdf"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert (
        headers["Content-Security-Policy"] == "default-src 'none'; frame-ancestors 'none'; sandbox"
    )
    assert headers["Cache-Control"] == "public, no-cache"
    name = f"{question.pk}-{attachment.pk}.pdf"
    assert headers["Content-Disposition"] == f'attachment; filename="{name}"'
    assert "Vary" not in headers or "Cookie" not in headers["Vary"]


@pytest.mark.parametrize(("kind", "how"), [("pdf", "attachment"), ("png", "inline")])
def test_a_file_bears_no_name_that_somebody_chose(desk, doctor, question, kind, how):
    draft = question.replies.create(doctor=doctor)
    chosen = f'Anna "Miller"; x=\r\nSet-Cookie: a=b\n.{kind}'
    data = pdf() if kind == "pdf" else picture(kind)
    attachment = attach_file(draft=draft, data=data, name=chosen, title=chosen)
    _status, headers, _content = read(desk, attachment)
    name = f"{question.pk}-{attachment.pk}.{kind}"
    assert headers["Content-Disposition"] == f'{how}; filename="{name}"'


def test_file_of_a_draft_is_its_doctors_alone_and_of_a_retracted_reply_too(
    desk, visitor, doctor, question, moderator, django_user_model
):
    attachment = make_attachment(question.replies.create(doctor=doctor))
    status, headers, _content = read(desk, attachment)
    assert (status, headers["Cache-Control"]) == (200, "no-store, private")
    visitor.logout()
    assert read(visitor, attachment)[0] == 404
    colleague = Client()
    colleague.force_login(make_doctor(name="Bo", specialty=question.specialty).user)
    assert read(colleague, attachment)[0] == 404
    answered = make_question()
    public = make_attachment(answered.replies.get())
    assert read(visitor, public)[0] == 200
    retract_question(question=answered, by=moderator, reason="It was not safe.")
    assert read(visitor, public)[0] == 410


def test_lost_file_is_not_found(visitor):
    attachment = make_attachment(make_question().replies.get())
    default_storage.delete(attachment.key)
    assert read(visitor, attachment)[0] == 404


def test_readers_see_files_below_the_explanation(visitor):
    question = make_question()
    first, second = (make_attachment(question.replies.get(), title=name) for name in ("", "A & b"))
    page = visitor.get(question.get_absolute_url()).text
    assert f'<a href="{first.get_absolute_url()}">Attachment 1</a>' in page
    assert f'<a href="{second.get_absolute_url()}">A &amp; b</a>' in page
    assert "PDF, 18\xa0bytes" in page
    chinese = visitor.get(f"/zh-hant{question.get_absolute_url()}").text
    assert f'<a href="/zh-hant{second.get_absolute_url()}">' in chinese


@pytest.mark.parametrize(
    "wrong", [{"key": "../../etc/passwd"}, {"kind": "exe"}, {"size": 0}, {"size": 10_000_001}]
)
def test_database_refuses_a_wrong_attachment(wrong):
    attachment = make_attachment(make_question().replies.get())
    with pytest.raises(IntegrityError), transaction.atomic():
        Attachment.objects.filter(pk=attachment.pk).update(**wrong)
