"""The least that Django can do: one view, no middleware, 20 KB. What a page is measured against."""

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpResponse
from django.urls import path

BODY = b"<!doctype html><p>" + b"0123456789abcdef" * 1250

settings.configure(
    ALLOWED_HOSTS=["*"], ROOT_URLCONF=__name__, MIDDLEWARE=[], SECRET_KEY="benchmark"
)


def bare(request):
    return HttpResponse(BODY)


urlpatterns = [path("", bare)]
application = get_wsgi_application()
