"""Files below an explanation: added and taken away at the desk, and read by everyone."""

from collections.abc import Callable
from functools import wraps

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext, gettext_lazy
from django.views.decorators.http import condition, require_safe

from questions import actions
from questions.models import Attachment, Reply
from questions.uploads import too_large
from questions.views.at_desk import order
from questions.views.desk_writing import with_kept_correction, with_kept_form
from questions.views.taken_back import missing

# Nothing in a file acts in the name of the site, and no page shows one in a frame.
FILE_POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox"
ONE_FILE = gettext_lazy("Choose one file, and one at a time.")


def _public_version(request: HttpRequest, key: str) -> str | None:
    """A file never changes under its name, so a browser that has it need not get it once more."""
    return f'"{key}"' if Attachment.objects.published().filter(key=key).exists() else None


def _as_a_file(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A copy that was asked for again is kept with the headers of that answer: they are those of the file."""

    @wraps(view)
    def of_a_file(request: HttpRequest, key: str) -> HttpResponse:
        response = view(request, key)
        if response.status_code in (200, 304):
            response["Content-Security-Policy"] = FILE_POLICY
            response.headers.setdefault("Cache-Control", "public, no-cache")
        return response

    return of_a_file


@require_safe
@_as_a_file
@condition(etag_func=_public_version)
def attachment(request: HttpRequest, key: str) -> FileResponse | HttpResponse:
    """The file itself: for everyone while its reply is public, else for its doctor and a second reader.
    What a correction adds is public with it.

    Whoever has it asks again each time: it is gone with the answer.
    """
    public = Attachment.objects.published().filter(key=key).first()
    found = public or _own(request, key)
    if found is None:
        gone = Attachment.objects.taken_back().select_related("reply").filter(key=key).first()
        if gone is None:
            raise Http404
        return missing(request, gone.reply.question_id)
    try:
        file = found.open()
    except FileNotFoundError as error:
        raise Http404 from error
    response = FileResponse(
        file,
        content_type=found.content_type,
        as_attachment=found.kind == Attachment.Kind.PDF,
        filename=f"{found.reply.question_id}-{found.pk}.{found.kind}",
    )
    response["X-Content-Type-Options"] = "nosniff"
    if not public:
        response["Cache-Control"] = "no-store, private"
    return response


def _own(request: HttpRequest, key: str) -> Attachment | None:
    doctor = getattr(request.user, "doctor", None) if request.user.is_authenticated else None
    if doctor is None:
        return None
    return Attachment.objects.of(doctor, on=timezone.localdate()).filter(key=key).first()


@order()
def desk_attach(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep what stands in the form, and put the file that was chosen below it."""

    def attach(draft: Reply) -> None:
        actions.attach_file(draft=draft, **_chosen(request))

    return with_kept_form(request, pk, _or_sentence(attach))


@order()
def desk_detach(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep what stands in the form, and take the file of the button away."""

    def detach(draft: Reply) -> None:
        actions.detach_file(draft=draft, key=request.POST.get("attachment", ""))

    return with_kept_form(request, pk, _or_sentence(detach))


@order("desk_correct")
def desk_correction_attach(request: HttpRequest, pk: int) -> HttpResponse:
    """As `desk_attach`, in a correction."""

    def attach(reply: Reply) -> None:
        actions.attach_to_correction(reply=reply, by=reply.doctor, **_chosen(request))

    return with_kept_correction(request, pk, _or_sentence(attach))


@order("desk_correct")
def desk_correction_detach(request: HttpRequest, pk: int) -> HttpResponse:
    """As `desk_detach`, in a correction: what readers see goes when it is public."""
    return _with_file_in_correction(request, pk, actions.detach_in_correction)


@order("desk_correct")
def desk_correction_leave(request: HttpRequest, pk: int) -> HttpResponse:
    """What was to be taken away stays."""
    return _with_file_in_correction(request, pk, actions.leave_in_correction)


def _with_file_in_correction(
    request: HttpRequest, pk: int, change: Callable[..., None]
) -> HttpResponse:
    """Keep what stands in the form, and change what the correction makes of the file of the button."""

    def changed(reply: Reply) -> None:
        change(reply=reply, by=reply.doctor, key=request.POST.get("attachment", ""))

    return with_kept_correction(request, pk, _or_sentence(changed))


def _chosen(request: HttpRequest) -> dict[str, object]:
    """The file that was sent and its title. Raises ValidationError where it is not one."""
    files = request.FILES.getlist("file")
    if getattr(request, "has_too_large_file", False):
        raise too_large()
    if len(files) != 1:
        raise ValidationError(ONE_FILE)
    title = request.POST.get("file_title", "")
    return {"data": files[0].read(), "name": files[0].name, "title": title}


def _or_sentence(act: Callable[[Reply], None]) -> Callable[[Reply], str | None]:
    """`act`, or the sentence that says what stands in its way."""

    def acted(reply: Reply) -> str | None:
        try:
            act(reply)
        except ValidationError as error:
            return " ".join([*error.messages, gettext("Your text is kept.")])
        except PermissionDenied as error:  # since the text was kept, a moment ago
            return str(error)
        return None

    return acted
