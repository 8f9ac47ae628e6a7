"""What whoever is invited fills in, and what moderators write of doctors and accounts."""

from crispy_forms.helper import FormHelper
from django import forms
from django.contrib.auth import password_validation
from django.contrib.auth.forms import UserChangeForm
from django.contrib.auth.models import Group
from django.contrib.auth.password_validation import password_validators_help_text_html
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from doctors.invitation import Invitation, require_no_account
from doctors.models import Doctor, Specialty
from doctors.typed_form import TypedForm
from doctors.versions import VersionMixin


class AcceptForm(forms.Form):
    """A password, twice, since nobody sees what they type."""

    password1 = forms.CharField(
        label=_("Password"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text=password_validators_help_text_html(),
    )
    password2 = forms.CharField(
        label=_("Password again"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user
        self.helper = FormHelper()
        self.helper.form_tag = False

    def clean_password1(self) -> str:
        password = self.cleaned_data["password1"]
        password_validation.validate_password(password, self.user)
        return password

    def clean(self) -> dict:
        cleaned = super().clean()
        first, second = cleaned.get("password1"), cleaned.get("password2")
        if first and second and first != second:
            self.add_error("password2", _("The two passwords are not the same."))
        return cleaned


class DoctorForm(TypedForm, VersionMixin, forms.ModelForm):
    """A doctor on file. Their account is for superusers to choose, and for others to read."""

    class Meta:
        model = Doctor
        fields = [
            "name",
            "slug",
            "user",
            "specialty",
            "other_specialties",
            "credentials",
            "bio",
            "licence_number",
            "licence_issuer",
            "licence_expires_on",
            "licence_evidence",
        ]
        help_texts = {
            "user": _(
                "Who signs in as this doctor. They get their account by an invitation: save the doctor, "
                "then invite them. Only a superuser can choose one here."
            )
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        account = self.fields.get("user")
        if account and account.disabled:
            account.queryset = account.queryset.filter(pk=self.instance.user_id)

    def is_replaced(self, name: str) -> bool:
        """A check is of the account too, which who checks may only have read."""
        return self.fields[name].disabled or super().is_replaced(name)


class SpecialtyForm(TypedForm, VersionMixin, forms.ModelForm):
    class Meta:
        model = Specialty
        fields = ["name", "name_zh_hant", "slug", "needs_second_reader"]


class InviteForm(TypedForm, forms.ModelForm):
    """A doctor who is on file, a new one by name and specialty, or a moderator."""

    doctor = forms.ModelChoiceField(
        label=_("Doctor"),
        queryset=Doctor.objects.filter(user__isnull=True),
        required=False,
        empty_label=_("a new doctor"),
    )
    name = forms.CharField(label=_("Name of the new doctor"), max_length=120, required=False)
    specialty = forms.ModelChoiceField(
        label=_("Specialty of the new doctor"), queryset=Specialty.objects.all(), required=False
    )

    class Meta:
        model = Invitation
        fields = ["email", "role", "doctor"]

    def clean_email(self) -> str:
        email = self.cleaned_data["email"]
        require_no_account(email)
        return email

    def clean(self) -> dict:
        cleaned = super().clean()
        # A moderator's form has no role, unless a superuser fills it in.
        role = cleaned.setdefault("role", Invitation.Role.DOCTOR)
        if role == Invitation.Role.MODERATOR:
            cleaned["doctor"] = None
        elif not cleaned.get("doctor"):
            for name in ("name", "specialty"):
                if not cleaned.get(name):
                    self.add_error(name, _("A new doctor needs a name and a specialty."))
        return cleaned

    def _post_clean(self) -> None:
        """The row is made by `invite`: a doctor who is not on file yet cannot be checked before."""

    def invited_doctor(self) -> Doctor | None:
        """Whom the form is about, put on file where new; None for a moderator. Of a valid form."""
        cleaned = self.cleaned_data
        if cleaned["role"] == Invitation.Role.MODERATOR or cleaned["doctor"]:
            return cleaned["doctor"]
        slug = free_slug(cleaned["name"])
        return Doctor.objects.create(
            name=cleaned["name"], slug=slug, specialty=cleaned["specialty"]
        )


class AccountForm(TypedForm, UserChangeForm):
    """The stock one of an account."""


class RoleForm(TypedForm, forms.ModelForm):
    """The stock one of a group."""

    class Meta:
        model = Group
        fields = ("name", "permissions")


def free_slug(name: str) -> str:
    """An address for this name that no doctor has."""
    slug = wanted = slugify(name, allow_unicode=True)[:70] or "doctor"
    number = 1
    while Doctor.objects.filter(slug=slug).exists():
        number += 1
        slug = f"{wanted}-{number}"
    return slug
