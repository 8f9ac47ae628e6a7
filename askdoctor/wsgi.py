"""What an application server loads: `gunicorn askdoctor.wsgi`."""

import importlib
import logging
import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "askdoctor.settings")

from django.conf import settings
from django.core.wsgi import get_wsgi_application

from askdoctor.logs import WithoutSecrets

# Pages give up on the database before a visitor does; commands and the worker take what they need.
settings.DATABASES["default"]["OPTIONS"].setdefault("options", settings.OPTIONS_OF_PAGES)
application = get_wsgi_application()
# gunicorn writes lines of its own, and quotes the address of a request that it does not understand.
logging.getLogger("gunicorn.error").addFilter(WithoutSecrets())
# All pages are loaded here, once: with --preload a process that was killed is replaced at once.
importlib.import_module(settings.ROOT_URLCONF)
