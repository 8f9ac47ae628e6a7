"""What an application server loads: `gunicorn askdoctor.wsgi`."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "askdoctor.settings")
application = get_wsgi_application()
