"""What a browser sends of a passkey is JSON, and may be any."""

from allauth.mfa.webauthn.forms import (
    AddWebAuthnForm,
    AuthenticateWebAuthnForm,
    ReauthenticateWebAuthnForm,
)
from django import forms
from django.core.exceptions import ValidationError

from doctors.typed_form import TypedForm


class CredentialField(forms.JSONField):
    widget = forms.HiddenInput

    def to_python(self, value):
        try:
            return super().to_python(value)
        except (
            RecursionError,
            ValueError,
        ):  # nested too deeply, or a number of thousands of digits
            raise ValidationError(self.error_messages["invalid"], code="invalid") from None

    def bound_data(self, data, initial):
        """A refused one is not given back: the browser makes another."""
        return None


class AddPasskeyForm(TypedForm, AddWebAuthnForm):
    tells_what_was_taken_out = False  # of a name: the browser would have to make another passkey

    credential = CredentialField()


class PasskeyForm(AuthenticateWebAuthnForm):
    """The second step of signing in."""

    credential = CredentialField()


class PasskeyAgainForm(ReauthenticateWebAuthnForm):
    """Before something of the account is changed."""

    credential = CredentialField()
