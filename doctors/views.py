"""Who answers: the list of doctors, and one doctor with their answers."""

from allauth.account.internal.flows.login import record_authentication
from allauth.account.utils import perform_login
from django.contrib.auth import get_user_model, logout
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from doctors.actions import accept_invitation
from doctors.forms import AcceptForm
from doctors.invitation import Invitation
from doctors.models import Doctor
from doctors.paging import take_page


@require_safe
def doctor_list(request: HttpRequest) -> HttpResponse:
    doctors = Doctor.objects.listed().select_related("specialty")
    page = take_page(doctors, request.GET.get("before", ""), by="name")
    return render(request, "doctors/doctor_list.html", {"page": page})


@require_safe
def doctor_detail(request: HttpRequest, slug: str) -> HttpResponse:
    doctor = get_object_or_404(Doctor.objects.with_specialties(), slug=slug)
    replies = doctor.replies.published().for_cards()
    page = take_page(replies, request.GET.get("before", ""), by="-replied_at")
    if not page.rows and not doctor.is_listed:
        raise Http404("no such doctor")
    return render(request, "doctors/doctor_detail.html", {"doctor": doctor, "page": page})


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    """Whom the link of an invitation leads here chooses a password, and goes on as themselves."""
    found = Invitation.objects.signed(token).select_related("doctor").first()
    if found is None:
        raise Http404("no such invitation")
    if not found.is_open():
        return render(request, "doctors/invitation_over.html", {"invitation": found}, status=410)
    person = get_user_model()(email=found.email, first_name=found.invited_name)
    form = AcceptForm(request.POST if request.method == "POST" else None, user=person)
    if form.is_valid():
        try:
            user = accept_invitation(invitation=found, password=form.cleaned_data["password1"])
        except ValidationError as error:
            context = {"invitation": found, "sentence": error.messages[0]}
            return render(request, "doctors/invitation_over.html", context, status=410)
        if request.user.is_authenticated:  # somebody else, in the browser of who invited them
            logout(request)
        record_authentication(request, user, "password", email=user.email)
        return perform_login(request, user, redirect_url=reverse("mfa_index"))
    context = {"invitation": found, "form": form}
    return render(request, "doctors/invitation.html", context)
