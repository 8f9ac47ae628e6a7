"""Moderation of doctors: whose licence has been checked, and until when it counts."""

from urllib.parse import urlencode

from allauth.account.decorators import reauthentication_required
from allauth.account.internal.flows.reauthentication import is_reauthentication_required
from django import forms
from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.contrib.auth import get_user_model
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from doctors import actions
from doctors.forms import AccountForm, DoctorForm, InviteForm, RoleForm, SpecialtyForm
from doctors.models import Doctor, Invitation, Specialty, StaffLetter
from doctors.moderating import (
    Button,
    ButtonsAdmin,
    ModeratedAdmin,
    NarrowedAdmin,
    sentence_of,
)
from doctors.posted_admin import POSTED, PostedAdmin

CHECKED = _("Licence checked: %(rows)s.")
SUSPENDED = _("Suspended: %(rows)s.")
REINSTATED = _("Reinstated: %(rows)s.")
CLOSING = _(
    "To close an account, take “Active” away. It is never deleted, so that the log goes on saying what "
    "was done with it."
)


class StandingFilter(admin.SimpleListFilter):
    """By what stands between a doctor and replying."""

    title = _("standing")
    parameter_name = "standing"

    def lookups(self, request, model_admin):
        return [
            ("to_check", _("licence to be checked")),
            ("able", _("may reply")),
            ("soon", _("expires within 30 days")),
            ("expired", _("licence expired")),
            ("suspended", _("suspended")),
            ("imported", _("without an account")),
        ]

    def queryset(self, request, queryset):
        today = timezone.localdate()
        standings = {
            "to_check": queryset.to_be_checked(),
            "able": queryset.able_to_reply(on=today),
            "soon": queryset.expiring(on=today),
            "expired": queryset.filter(licence_expires_on__lt=today),
            "suspended": queryset.filter(suspended_at__isnull=False),
            "imported": queryset.filter(user__isnull=True),
        }
        return standings.get(self.value(), queryset)


@admin.register(Doctor)
class DoctorAdmin(ModeratedAdmin):
    form = DoctorForm
    list_display = [
        "name",
        "specialty",
        "standing",
        "licence_expires_on",
        "user",
        "published_count",
    ]
    list_filter = [StandingFilter, "specialty"]
    list_select_related = ["specialty", "user"]
    search_fields = ["name", "slug", "licence_number", "user__username", "user__email"]
    # Not autocomplete: its fields have no names that a screen reader could say.
    raw_id_fields = ["user"]
    formfield_overrides = {models.ManyToManyField: {"widget": forms.CheckboxSelectMultiple}}
    readonly_fields = [
        "standing",
        "invitation",
        "verified_at",
        "verified_by",
        "suspended_at",
        "published_count",
    ]

    def get_readonly_fields(self, request, obj=None):
        # The address of a profile stays when the name changes: what links to it would break.
        return [*self.readonly_fields, "slug"] if obj else self.readonly_fields

    fieldsets = [
        (None, {"fields": ["name", "slug", "user", "invitation", "standing"]}),
        (_("Who they are"), {"fields": ["specialty", "other_specialties", "credentials", "bio"]}),
        (
            _("Licence"),
            {
                "fields": [
                    "licence_number",
                    "licence_issuer",
                    "licence_expires_on",
                    "licence_evidence",
                    "verified_at",
                    "verified_by",
                    "suspended_at",
                ],
                "description": _(
                    "A change of name, account, number, issuer or expiry ends the check: look the "
                    "licence up at its issuer, then press “Save, licence checked”."
                ),
            },
        ),
    ]
    buttons = (
        # Always there: a renewed licence is written down and checked in one go.
        Button(
            "_verify",
            _("Save, licence checked"),
            _("%(row)s: licence checked."),
            Doctor.verify,
        ),
        Button(
            "_suspend",
            _("Suspend"),
            _("%(row)s is suspended."),
            Doctor.suspend,
            lambda doctor: not doctor.suspended_at,
        ),
        Button(
            "_reinstate",
            _("Reinstate"),
            _("%(row)s is reinstated."),
            Doctor.reinstate,
            lambda doctor: doctor.suspended_at,
        ),
        Button(
            "_sign_out",
            _("Sign out everywhere"),
            _("%(row)s is signed out in every browser."),
            actions.sign_out,
            lambda doctor: doctor.user_id,
        ),
    )
    actions = ["verify", "suspend", "reinstate"]

    def has_delete_permission(self, request, obj=None) -> bool:
        return False

    def get_prepopulated_fields(self, request, obj=None):
        return {} if obj else {"slug": ["name"]}

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        """Who chooses an account could choose their own, and reply as that doctor."""
        if db_field.name == "user" and not request.user.is_superuser:
            kwargs |= {"widget": forms.Select, "disabled": True}
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def save_model(self, request, obj, form, change) -> None:
        if obj.forget_check(changed=form.changed_data):
            self.message_user(
                request,
                gettext("What was checked has changed: the licence has to be checked again."),
            )
        # They are in another table, and stored after this row of history.
        others = form.cleaned_data.get("other_specialties", [])
        obj._change_reason = obj.specialties_changed(others) or None
        super().save_model(request, obj, form, change)
        obj._change_reason = None

    @admin.display(description=_("invitation"))
    def invitation(self, doctor: Doctor) -> str:
        """The way to invite a doctor without an account, and what came of the last time."""
        if doctor.pk is None or doctor.user_id:
            return "–"
        address = reverse("admin:doctors_invitation_add")
        link = format_html('<a href="{}?doctor={}">{}</a>', address, doctor.pk, gettext("Invite"))
        last = doctor.invitations.first()
        return format_html("{} · {}: {}", link, last.email, last.standing()) if last else link

    @admin.display(description=_("standing"))
    def standing(self, doctor: Doctor) -> str:
        return doctor.standing(on=timezone.localdate())

    @admin.action(description=_("Licence checked"), permissions=["change"])
    def verify(self, request, queryset):
        self.change_each(request, queryset, Doctor.verify, CHECKED)

    @admin.action(description=_("Suspend"), permissions=["change"])
    def suspend(self, request, queryset):
        self.change_each(request, queryset, Doctor.suspend, SUSPENDED)

    @admin.action(description=_("Reinstate"), permissions=["change"])
    def reinstate(self, request, queryset):
        self.change_each(request, queryset, Doctor.reinstate, REINSTATED)


@admin.register(Specialty)
class SpecialtyAdmin(ModeratedAdmin):
    form = SpecialtyForm
    list_display = ["name", "name_zh_hant", "slug", "published_count"]
    search_fields = ["name", "name_zh_hant"]
    fields = SpecialtyForm.Meta.fields

    def get_prepopulated_fields(self, request, obj=None):
        return {} if obj else {"slug": ["name"]}

    def get_readonly_fields(self, request, obj=None):
        # Its address: what links to it would break.
        return ["slug"] if obj else []


@admin.register(Invitation)
class InvitationAdmin(ButtonsAdmin):
    """Who was asked to come. A new one is sent at once; one that was sent can be taken back."""

    form = InviteForm
    view_on_site = False  # its page is for who is invited
    list_display = ["email", "role", "doctor", "standing", "invited_by", "invited_at", "expires_at"]
    list_filter = ["role"]
    list_select_related = ["doctor", "invited_by"]
    search_fields = ["email", "doctor__name"]
    buttons = (
        Button(
            "_revoke",
            _("Take back"),
            _("The invitation of %(row)s is taken back."),
            Invitation.revoke,
            Invitation.is_open,
        ),
    )

    def get_fields(self, request, obj=None):
        if obj:
            ends = ["used_at", "revoked_at", "revoked_by"]
            return [*self.list_display, *ends, "letter_status"]
        role = ["role"] if request.user.is_superuser else []
        return ["email", *role, "doctor", "name", "specialty"]

    def get_readonly_fields(self, request, obj=None):
        return self.get_fields(request, obj) if obj else []

    def get_form(self, request, obj=None, change=False, **kwargs):
        if obj:  # nothing to fill in: a letter has told what is here
            return super().get_form(request, obj, change, form=forms.ModelForm, fields=[])
        # The stock one asks the model for the form's own fields.
        fields = ["email", "role", "doctor"] if request.user.is_superuser else ["email", "doctor"]
        return super().get_form(request, obj, change, fields=fields)

    def has_delete_permission(self, request, obj=None) -> bool:
        return False

    def save_model(self, request, obj, form, change) -> None:
        if change:
            return
        with transaction.atomic():
            doctor = form.invited_doctor()
            made = actions.invite(email=form.cleaned_data["email"], doctor=doctor, by=request.user)
        obj.__dict__.update(made.__dict__)

    def save_related(self, request, form, formsets, change) -> None:
        """An invitation has no rows of others."""

    def add_view(self, request: HttpRequest, form_url="", extra_context=None) -> HttpResponse:
        try:
            return super().add_view(request, form_url, extra_context)
        except ValidationError as refusal:  # somebody was first, between the form and the row
            messages.error(request, sentence_of(refusal))
            return redirect("admin:doctors_invitation_changelist")

    @admin.display(description=_("standing"))
    def standing(self, invitation: Invitation) -> str:
        return invitation.standing()

    @admin.display(description=_("letter"))
    def letter_status(self, invitation: Invitation) -> str:
        letter = StaffLetter.objects.filter(invitation=invitation).first()
        return letter.get_status_display() if letter else "–"


@admin.register(StaffLetter)
class StaffLetterAdmin(PostedAdmin):
    """Which letters to doctors and moderators have gone out and which have not."""

    list_display = ["__str__", "kind", "doctor", "status", "sent_at", "attempts", "last_error"]
    list_select_related = ["doctor"]
    fields = ["kind", "invitation", "user", "doctor", "expires_on", "language", *POSTED]
    readonly_fields = fields


admin.site.unregister([get_user_model(), Group])


@admin.register(get_user_model())
class AccountAdmin(ButtonsAdmin, UserAdmin):
    """The stock page of an account, for superusers, with a way to end where it is signed in.

    Nobody deletes one here: what Django has logged of it would go with it.
    """

    form = AccountForm
    fieldsets = [
        (title, {**shown, "description": CLOSING} if "is_active" in shown["fields"] else shown)
        for title, shown in UserAdmin.fieldsets
    ]
    buttons = (
        Button(
            "_sign_out",
            _("Sign out everywhere"),
            _("%(row)s is signed out in every browser."),
            actions.end_sessions,
        ),
    )

    def get_fieldsets(self, request, obj=None):
        """Its password, of which the stock page shows the beginning, is for who may change it."""
        fieldsets = super().get_fieldsets(request, obj)
        if obj is None or self.has_change_permission(request, obj):
            return fieldsets
        return [(title, without(shown, "password")) for title, shown in fieldsets]

    def has_delete_permission(self, request, obj=None) -> bool:
        return False  # it is closed

    @method_decorator(reauthentication_required(enabled=lambda request: request.method == "POST"))
    def change_view(self, request, *args, **kwargs) -> HttpResponse:
        """What leads to an account, such as its address, is changed by who has shown lately who they are."""
        return super().change_view(request, *args, **kwargs)

    def user_change_password(self, request, id, form_url="") -> HttpResponse:
        """One's own where the old one is asked for. Not by the decorator, which would keep in the session
        what was typed."""
        if self.get_object(request, unquote(id)) == request.user:
            return redirect("account_change_password")
        if is_reauthentication_required(request, app="askdoctor"):
            back = urlencode({"next": request.get_full_path()})
            return redirect(f"{reverse('account_reauthenticate')}?{back}")
        return super().user_change_password(request, id, form_url)


def without(fieldset: dict, field: str) -> dict:
    return fieldset | {"fields": [name for name in fieldset["fields"] if name != field]}


@admin.register(Group)
class RoleAdmin(NarrowedAdmin, GroupAdmin):
    """The stock page of a group, for superusers."""

    form = RoleForm
