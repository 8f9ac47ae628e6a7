"""A code of an authenticator app is good once, for as long as it would be taken.

RFC 6238, 5.2: "The verifier MUST NOT accept the second attempt of the OTP". allauth remembers a code
for half a minute, in the cache; with the tolerance for clocks it is taken for one and a half.
"""

from allauth.account.adapter import get_adapter
from allauth.core.internal.cryptokit import compare_user_code
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.base.internal.flows import check_rate_limit
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import (
    format_hotp_value,
    hotp_value,
    yield_hotp_counters_from_time,
)
from allauth.mfa.utils import decrypt
from django.db import transaction


@transaction.atomic
def take_code(user, code: str) -> bool:
    """Whether this may be a code that was not given before; from now on it was.

    The step of time that it belongs to is noted with the app, and neither that one nor an earlier one
    is taken again. Who types nothing of the app's, such as a recovery code, is none of its business.
    """
    app = Authenticator.objects.select_for_update().filter(user=user, type="totp").first()
    step = step_of(app, code) if app else None
    if step is None:
        return True
    if step <= app.data.get("last_step", 0):
        return False
    app.data["last_step"] = step
    app.save(update_fields=["data"])
    return True


def step_of(app: Authenticator, code: str) -> int | None:
    """The half minute, counted from 1970, whose code this is, among those that are taken now."""
    secret = decrypt(app.data["secret"])
    for step in yield_hotp_counters_from_time():
        if compare_user_code(actual=code, expected=format_hotp_value(hotp_value(secret, step))):
            return step
    return None


class OnceOnly:
    def clean_code(self) -> str:
        if not take_code(self.user, self.cleaned_data["code"]):
            check_rate_limit(self.user)  # it counts as a wrong one
            raise get_adapter().validation_error("incorrect_code")
        return super().clean_code()


class CodeForm(OnceOnly, AuthenticateForm):
    """The second step of signing in."""


class CodeAgainForm(OnceOnly, ReauthenticateForm):
    """Before something of the account is changed."""
