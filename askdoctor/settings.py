"""The one settings module. Every difference between two installations comes from the environment."""

from email.utils import formataddr
from pathlib import Path
from urllib.parse import urlsplit

import environ
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

BASE_DIR = Path(__file__).resolve().parent.parent
env = environ.Env()


def _required(name: str, help_text: str) -> str:
    value = env.str(name, default="")
    if not value:
        raise ImproperlyConfigured(f"Set {name}: {help_text}")
    return value


def _list(name: str, default: list[str]) -> list[str]:
    """Between commas, with or without spaces; empty is not set."""
    return [each.strip() for each in env.list(name, default=[]) if each.strip()] or default


SHORTEST_KEY = 32  # characters, as `secrets.token_urlsafe(24)` makes them: 192 bits


def _key(name: str, value: str) -> str:
    """What is hashed once and not stretched has to be too long to be guessed."""
    if len(value) < SHORTEST_KEY:
        raise ImproperlyConfigured(
            f"Set {name}: it has {len(value)} characters and needs {SHORTEST_KEY}. This makes one: "
            "python3 -c 'import secrets; print(secrets.token_urlsafe(48))'. To keep what the old "
            "one sealed, set SEALING_KEYS to a new one, a comma and the old one, run "
            "`manage.py seal_anew`, and take the old one away."
        )
    return value


DEBUG = env.bool("DEBUG", default=False)
SECRET_KEY = _required("SECRET_KEY", "a long random text that only this installation knows.")
_key("SECRET_KEY", SECRET_KEY)
# What addresses of askers are encrypted with, the newest first; each opens what it sealed. To change
# it, put a new one before and run `manage.py seal_anew`.
SEALING_KEYS = _list("SEALING_KEYS", default=[SECRET_KEY])
_key("SEALING_KEYS", SEALING_KEYS[0])  # the former ones only open
_required("DATABASE_URL", "postgres://user:password@host:5432/name, PostgreSQL 15 or newer.")

SITE_URL = env.str("SITE_URL", default=f"http://127.0.0.1:{env.int('PORT', 8000)}").rstrip("/")
_site = urlsplit(SITE_URL)
if _site.scheme not in ("http", "https") or not _site.hostname:
    raise ImproperlyConfigured("SITE_URL has to begin with https:// (or http://) and name a host.")
ALLOWED_HOSTS = _list("ALLOWED_HOSTS", default=[_site.hostname, "127.0.0.1", "localhost"])
CSRF_TRUSTED_ORIGINS = [SITE_URL]

# What the operator of an installation calls it, and whom a visitor calls in an emergency.
SITE_NAME = env.str("SITE_NAME", default="AskDoctor")
EMERGENCY_NUMBERS = _list("EMERGENCY_NUMBERS", default=["119", "112"])
# Whom to call with thoughts of suicide.
CRISIS_NUMBERS = _list("CRISIS_NUMBERS", default=["1925"])

# Nobody reads and sends a form faster.
FASTEST_FORM_SECONDS = 2

# Compare questions by what they mean as well: needs `make embeddings` and the pgvector extension.
EMBEDDINGS = env.bool("EMBEDDINGS", default=False)

# Whom to tell of a hole in the site: "mailto:…" or "https://…", for /.well-known/security.txt.
SECURITY_CONTACT = env.str("SECURITY_CONTACT", default="")

INSTALLED_APPS = [
    "taggit",  # before questions, which puts a model of its own in the place of taggit's
    "askdoctor",
    "doctors",
    "questions",
    "faq",
    "crispy_forms",
    "crispy_bootstrap5",
    "simple_history",
    "csp",
    "django_tasks",
    "django_tasks_db",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "askdoctor.apps.ModerationConfig",  # django.contrib.admin, with our first page
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.sessions",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "askdoctor.middleware.no_body_for_head",
    "csp.middleware.CSPMiddleware",
    "askdoctor.middleware.headers_of_all",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "askdoctor.middleware.copies_last_a_minute",
    "askdoctor.middleware.private_pages_stay_private",
    "askdoctor.middleware.language_from_path",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "askdoctor.middleware.refuse_bad_input",
    "askdoctor.middleware.explain_refusals",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "askdoctor.middleware.log_refused",
    "askdoctor.second_factor.second_factor_first",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",
    "allauth.account.middleware.AccountMiddleware",
]

ROOT_URLCONF = "askdoctor.urls"
WSGI_APPLICATION = "askdoctor.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "askdoctor.context.site",
            ],
            "builtins": ["django.templatetags.i18n", "django.templatetags.static"],
        },
    }
]

DATABASES = {"default": env.db_url("DATABASE_URL")}
DATABASES["default"].update(
    CONN_MAX_AGE=env.int("CONN_MAX_AGE", default=60), CONN_HEALTH_CHECKS=True
)
# Behind a pooler that shares server processes between transactions (PgBouncer).
DATABASES["default"]["DISABLE_SERVER_SIDE_CURSORS"] = env.bool("TRANSACTION_POOLING", default=False)
DATABASES["default"].setdefault("OPTIONS", {}).setdefault("connect_timeout", 3)
# In milliseconds, for pages alone (wsgi.py): who waits for a locked row hears so before the proxy's 6
# seconds are over, and a process that hangs keeps no row from the others. A pooler takes no options:
# there they are set on the role (ALTER ROLE ... SET lock_timeout = 4000).
_PATIENCE = {
    "lock_timeout": 4_000,
    "statement_timeout": 30_000,
    "idle_in_transaction_session_timeout": 30_000,
}
OPTIONS_OF_PAGES = " ".join(f"-c {name}={milliseconds}" for name, milliseconds in _PATIENCE.items())
if env.bool("TRANSACTION_POOLING", default=False):
    OPTIONS_OF_PAGES = ""
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# What the worker does (tasks.py), in a table of the database.
TASKS = {
    "default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["changes", "letters"]}
}
# What all processes have to know alike, such as how often a password was tried. A table that
# `migrate` makes; several web machines may share a Redis instead.
CACHES = {"default": env.cache_url("CACHE_URL", default="dbcache://askdoctor_cache")}
# Of a full table a third is thrown away, and with it how often somebody has tried: not at Django's 300.
CACHES["default"]["max_entries"] = 100_000
CACHES["default"]["KEY_FUNCTION"] = "askdoctor.cache.keyed"

LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("zh-hant", "繁體中文")]
LOCALE_PATHS = [BASE_DIR / "askdoctor" / "locale"]
USE_I18N = True
FORMAT_MODULE_PATH = "askdoctor.formats"
TIME_ZONE = env.str("TIME_ZONE", default="Asia/Taipei")
USE_TZ = True

VAR = Path(env.str("ASKDOCTOR_VAR", default=str(BASE_DIR / "var")))
STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

# Attachments: read by a view that knows whose reply is public, at no address of their own.
MEDIA_ROOT = VAR / "media"
FILE_UPLOAD_HANDLERS = [
    "questions.uploads.LargestUpload",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]
DATA_UPLOAD_MAX_NUMBER_FILES = 3

if env.str("EMAIL_URL", default=""):
    vars().update(env.email_url("EMAIL_URL"))
else:
    EMAIL_BACKEND = "askdoctor.mail.FolderBackend"
    EMAIL_FILE_PATH = VAR / "mail"
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = env.str(
    "DEFAULT_FROM_EMAIL", default=formataddr((SITE_NAME, f"noreply@{_site.hostname}"))
)

LOGIN_URL = "login"
LOGIN_REDIRECT_URL = "desk"
LOGOUT_REDIRECT_URL = "home"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
AUTH_PASSWORD_VALIDATORS += [{"NAME": "askdoctor.passwords.NotOurWords"}]
# What no password may mainly be, beside the site's own words: names of the house, of projects, of machines.
PASSWORD_WORDS = _list("PASSWORD_WORDS", default=[])

# Signing in (docs/adr/0010-signing-in.md). Nobody signs up: who is invited gets an account.
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
ACCOUNT_ADAPTER = "askdoctor.signing_in.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email", "username"}  # by name those who never gave an address
ACCOUNT_EMAIL_VERIFICATION = "none"  # an invitation has proved the address
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_FORMS = {"login": "askdoctor.signing_in.SignInForm"}
ACCOUNT_SESSION_REMEMBER = True
# How long a sign-in of staff lasts: in any case, and without a request (askdoctor/sessions.py).
SIGN_IN_HOURS = env.int("SIGN_IN_HOURS", default=12)
SIGN_IN_IDLE_MINUTES = env.int("SIGN_IN_IDLE_MINUTES", default=120)
ACCOUNT_USER_DISPLAY = "askdoctor.signing_in.name_of"
ACCOUNT_RATE_LIMITS = {
    "login": "30/m/ip",
    "login_failed": "20/m/ip,5/5m/key",  # the key: an account, and where the try comes from
    "login_failed_everywhere": "100/h/key",  # an account
}
MFA_ADAPTER = "askdoctor.signing_in.SecondFactorAdapter"
MFA_FORMS = {
    "authenticate": "askdoctor.codes.CodeForm",
    "reauthenticate": "askdoctor.codes.CodeAgainForm",
    "add_webauthn": "askdoctor.passkeys.AddPasskeyForm",
    "authenticate_webauthn": "askdoctor.passkeys.PasskeyForm",
    "reauthenticate_webauthn": "askdoctor.passkeys.PasskeyAgainForm",
}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_TOTP_TOLERANCE = 1  # a code of half a minute ago, or a telephone whose clock is a little off
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = _site.scheme == "http"  # of "localhost" alone, by the browsers

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
if _site.scheme == "https":
    SECURE_SSL_REDIRECT = env.bool("SECURE_SSL_REDIRECT", default=True)
    SECURE_HSTS_SECONDS = env.int("SECURE_HSTS_SECONDS", default=31_536_000)
    SECURE_REDIRECT_EXEMPT = [r"^healthz/$"]
    SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
    # Browsers let nobody but this host set them, not even a page of a neighbouring subdomain.
    SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "__Host-sessionid", "__Host-csrftoken"
BEHIND_PROXY = env.bool("BEHIND_PROXY", default=False)
if BEHIND_PROXY:
    # Only for a proxy that sets this header itself and drops what the visitor sent.
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
CSRF_FAILURE_VIEW = "askdoctor.errors.csrf_failure"
CSRF_COOKIE_AGE = None  # it goes when the browser is closed
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
MESSAGE_STORAGE = "askdoctor.messages.SaidOnce"
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}

# A text of 100 KB is refused by the form with a sentence; only past this by the server.
DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 1_000

CRISPY_TEMPLATE_PACK = "bootstrap5"
CRISPY_ALLOWED_TEMPLATE_PACKS = "bootstrap5"
TAGGIT_CASE_INSENSITIVE = True
TAGGIT_STRIP_UNICODE_WHEN_SLUGIFYING = False
SIMPLE_HISTORY_HISTORY_CHANGE_REASON_USE_TEXT_FIELD = True
# Going back to an old version would go round the rules of a question's statuses.
SIMPLE_HISTORY_REVERT_DISABLED = True

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"without_secrets": {"()": "askdoctor.logs.WithoutSecrets"}},
    "formatters": {
        "text": {"()": "askdoctor.logs.Lines"},
        "json": {"()": "askdoctor.logs.Json"},
    },
    "handlers": {
        "console": {
            "class": "logging.StreamHandler",
            "filters": ["without_secrets"],
            "formatter": env.str("LOG_FORMAT", default="text"),
        }
    },
    # Each task that begins and ends would be a line.
    "loggers": {name: {"level": "WARNING"} for name in ("django_tasks", "django_tasks_db")},
    "root": {"handlers": ["console"], "level": env.str("LOG_LEVEL", default="INFO")},
}
