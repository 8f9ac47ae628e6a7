"""A doctor's saved phrases: written, changed, deleted, and put into a reply."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from questions.forms.phrase import PhraseForm
from questions.models import Phrase
from questions.views.at_desk import doctor_of, order
from questions.views.desk_writing import put_at_end, with_kept_correction, with_kept_form

FIELDS = ("text", "explanation")


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def phrases(request: HttpRequest) -> HttpResponse:
    """All of them, and a form for one more."""
    return _written(request, Phrase(doctor=doctor_of(request)))


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def phrase(request: HttpRequest, pk: int) -> HttpResponse:
    return _written(request, get_object_or_404(doctor_of(request).phrases, pk=pk))


@require_POST
@login_required
def phrase_delete(request: HttpRequest, pk: int) -> HttpResponse:
    get_object_or_404(doctor_of(request).phrases, pk=pk).delete()
    messages.success(request, gettext("The phrase is deleted."))
    return redirect("phrases")


def _written(request: HttpRequest, row: Phrase) -> HttpResponse:
    form = PhraseForm(request.POST or None, instance=row)
    if request.method == "POST" and form.is_valid():
        try:
            with transaction.atomic():
                form.save()
        except IntegrityError:  # a second press was first
            form.add_error("title", gettext("You have a phrase of this title already."))
        else:
            messages.success(request, gettext("The phrase is saved."))
            return redirect("phrases")
    stored = row.doctor.phrases.all()
    context = {"doctor": row.doctor, "form": form, "phrases": stored, "is_new": row.pk is None}
    return render(request, "questions/phrases.html", context | {"phrase": row})


@order()
def desk_phrase(request: HttpRequest, pk: int) -> HttpResponse:
    """Put a phrase at the end of a field, and keep what stands in the form. A script puts it where
    the cursor is and does not ask."""
    _put_phrase(request)
    return with_kept_form(request, pk, lambda _draft: None)


@order("desk_correct")
def desk_correction_phrase(request: HttpRequest, pk: int) -> HttpResponse:
    """The same in a correction."""
    _put_phrase(request)
    return with_kept_correction(request, pk, lambda _reply: None)


def _put_phrase(request: HttpRequest) -> None:
    name, number = request.POST.get("into"), request.POST.get("phrase", "")
    own = doctor_of(request).phrases.filter(pk=number) if _is_number(number) else []
    if name in FIELDS and own:
        put_at_end(request, {name: own[0].text})


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) < 19
