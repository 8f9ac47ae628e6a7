"""The site's addresses, and two that go wrong."""

from django.core.exceptions import PermissionDenied
from django.urls import path

from askdoctor import urls
from askdoctor.urls import handler400, handler403, handler404, handler500  # noqa: F401 - Django reads them here


def fault(request):
    raise RuntimeError("as asked for")


def forbidden(request):
    raise PermissionDenied


urlpatterns = [path("fault/", fault), path("forbidden/", forbidden), *urls.urlpatterns]
