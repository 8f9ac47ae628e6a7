"""How django-allauth is set for us: what signing in asks, whom it leads where, and which letters go out."""

import logging
import time
import unicodedata

from allauth.account import app_settings
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.account.forms import LoginForm
from allauth.core import context
from allauth.core.internal import ratelimit
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.signals import user_logged_in, user_login_failed
from django.db.models import Q
from django.db.models.signals import pre_save
from django.dispatch import receiver
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import salted_hmac
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _

from askdoctor.sessions import ends_in_any_case
from doctors.letters import write_password_letter
from questions.sealing import is_sealed, seal, unseal
from questions.ticket_code import client_of

log = logging.getLogger(__name__)

# How often passwords of one account are tried from all places together.
EVERYWHERE = {"app": "allauth.account", "action": "login_failed_everywhere"}
# Characters of an e-mail address; to normalize a text without end takes minutes (doctors/typed.py).
LONGEST_LOGIN = 254
# What the next page shows by itself.
UNSAID = ("account/messages/logged_in.txt", "account/messages/logged_out.txt")


class SignInForm(LoginForm):
    """E-mail address and password; by user name who has an account without an address."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        login, password = self.fields["login"], self.fields["password"]
        login.label, login.help_text = _("E-mail address"), ""
        login.widget.attrs = {"autocomplete": "username", "autocapitalize": "none"}
        password.help_text = ""
        password.widget.attrs.pop("placeholder", None)

    def clean_login(self) -> str:
        """Also with the wide letters and the wide sign of a Chinese keyboard, as names are stored."""
        return unicodedata.normalize("NFKC", super().clean_login()[:LONGEST_LOGIN]).strip()

    def login(self, request: HttpRequest, redirect_url=None) -> HttpResponse:
        """Who has no second step yet is signed in here; allauth would set an end that moves."""
        response = super().login(request, redirect_url)
        if request.user.is_authenticated:
            ends_in_any_case(request)
        return response


class AccountAdapter(DefaultAccountAdapter):
    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def is_safe_url(self, url: str) -> bool:
        """A page of this site by its path alone. Each name that the site answers to would be safe for
        allauth, and one of them is "localhost": another program, on the machine of who signs in."""
        return url_has_allowed_host_and_scheme(url, allowed_hosts=None)

    def is_reauthentication_required(self, *, app: str, **kwargs) -> bool:
        """Who has signed in within the last minutes need not type the password once more."""
        records = get_authentication_records(context.request, context.request.user)
        recent = time.time() - app_settings.REAUTHENTICATION_TIMEOUT
        return not records or records[-1]["at"] < recent

    def get_client_ip(self, request: HttpRequest) -> str:
        """By a keyed hash: tries are counted by it, in a table, and no address is stored."""
        where = client_of(request)
        return salted_hmac("askdoctor.signing_in", where, algorithm="sha256").hexdigest()

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials) -> str:
        """By the account and the place: who tries from elsewhere holds nobody out. Not by the name of the
        host, which is the visitor's to choose."""
        return f"{account_key(credentials)} {self.get_client_ip(request)}"

    def pre_authenticate(self, request: HttpRequest, **credentials) -> None:
        """And, far more of them, by the account alone: who tries from many places is held up too."""
        super().pre_authenticate(request, **credentials)
        everywhere = ratelimit.consume(request, **EVERYWHERE, key=account_key(credentials))
        if not everywhere:
            raise self.validation_error("too_many_login_attempts")
        # Taken back together by a right password.
        self._login_failed_rl_usage.usage += everywhere.usage

    def _delete_login_attempts_cached_email(self, request: HttpRequest, **credentials) -> None:
        """By a letter to their address somebody has set another password."""
        super()._delete_login_attempts_cached_email(request, **credentials)
        ratelimit.clear(request, **EVERYWHERE, key=account_key(credentials))

    def add_message(self, request, level, message_template=None, *args, **kwargs) -> None:
        if message_template not in UNSAID:
            super().add_message(request, level, message_template, *args, **kwargs)

    def send_password_reset_mail(self, user, email: str, context: dict) -> None:
        """By the worker: the page answers as fast for an address that nobody has."""
        write_password_letter(user)


class SecondFactorAdapter(DefaultMFAAdapter):
    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """Not the last one: without any, nobody gets to work."""
        others = Authenticator.objects.filter(user=authenticator.user_id).exclude(
            type=Authenticator.Type.RECOVERY_CODES
        )
        return others.exclude(pk=authenticator.pk).exists()

    def encrypt(self, text: str) -> str:
        """What codes are made from lies sealed: a copy of the database alone makes none."""
        return seal(text)

    def decrypt(self, encrypted_text: str) -> str:
        """What was set up before there was a key lies as it is until `seal_anew`. Raises WrongKey."""
        return unseal(encrypted_text) if is_sealed(encrypted_text) else encrypted_text

    def get_totp_issuer(self) -> str:
        return settings.SITE_NAME

    def _get_site_name(self) -> str:
        return settings.SITE_NAME


def name_of(user) -> str:
    """How somebody is called by a passkey's chooser: by what they sign in with."""
    return user.email or user.username


def account_of(credentials: dict) -> int | None:
    """The number of the account that somebody means, by its address or its name."""
    typed = credentials.get("email") or credentials.get("username") or ""
    its = Q(email__iexact=typed) | Q(username__iexact=typed)
    # All of them: to stop at the first would be quicker where there is one.
    accounts = get_user_model().objects.filter(its).values_list("pk", flat=True)
    return min(accounts, default=None) if typed else None


def account_key(credentials: dict) -> str:
    """One for all ways to name an account; of a name that nobody has, one for all ways to write it."""
    account = account_of(credentials)
    typed = credentials.get("email") or credentials.get("username") or ""
    return f"account {account}" if account else f"nobody {typed.casefold()}"


@receiver(pre_save, sender=UserSession)
def store_no_address(instance: UserSession, **kwargs) -> None:
    """The time and the browser tell people their own sessions; of no person an IP address is stored."""
    instance.ip = "::"


@receiver(user_logged_in)
def log_signed_in(user, **kwargs) -> None:
    log.info("account %s signed in", user.pk)


@receiver(user_login_failed)
def log_refused(credentials: dict, **kwargs) -> None:
    """Whose account it is, by its number; never what was typed, which may be a password."""
    account = account_of(credentials)
    log.warning(
        "signing in was refused for %s", f"account {account}" if account else "nobody's name"
    )
