"""The site's addresses, and some that go wrong."""

from django.core.exceptions import PermissionDenied
from django.db import OperationalError
from django.urls import path

from askdoctor import urls
from askdoctor.errors import too_many_requests
from askdoctor.urls import handler400, handler403, handler404, handler500  # noqa: F401 - Django reads them here


def fault(request):
    raise RuntimeError("as asked for")


def forbidden(request):
    raise PermissionDenied


def without_database(request):
    raise OperationalError("as asked for")


urlpatterns = [
    path("fault/", fault),
    path("forbidden/", forbidden),
    path("without-database/", without_database),
    path("too-many/", too_many_requests),
    *urls.urlpatterns,
]
