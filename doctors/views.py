"""Who answers: the list of doctors, and one doctor with their answers."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

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
