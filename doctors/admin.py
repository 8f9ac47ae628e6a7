"""Moderation of doctors: whose licence has been checked, and until when it counts."""

from datetime import timedelta

from django import forms
from django.contrib import admin
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext, ngettext_lazy
from django.utils.translation import gettext_lazy as _

from doctors.models import Doctor, Specialty
from doctors.moderating import Button, ModeratedAdmin

SOON = timedelta(days=30)
CHECKED = ngettext_lazy("%(count)s licence checked.", "%(count)s licences checked.", "count")
SUSPENDED = ngettext_lazy("%(count)s suspended.", "%(count)s suspended.", "count")
REINSTATED = ngettext_lazy("%(count)s reinstated.", "%(count)s reinstated.", "count")


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
            "soon": queryset.able_to_reply(on=today).filter(licence_expires_on__lte=today + SOON),
            "expired": queryset.filter(licence_expires_on__lt=today),
            "suspended": queryset.filter(suspended_at__isnull=False),
            "imported": queryset.filter(user__isnull=True),
        }
        return standings.get(self.value(), queryset)


@admin.register(Doctor)
class DoctorAdmin(ModeratedAdmin):
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
    readonly_fields = ["standing", "verified_at", "verified_by", "suspended_at", "published_count"]

    def get_readonly_fields(self, request, obj=None):
        # The address of a profile stays when the name changes: what links to it would break.
        return [*self.readonly_fields, "slug"] if obj else self.readonly_fields

    fieldsets = [
        (None, {"fields": ["name", "slug", "user", "standing"]}),
        (_("Who they are"), {"fields": ["specialty", "other_specialties", "credentials", "bio"]}),
        (
            _("Licence"),
            {
                "fields": [
                    "licence_number",
                    "licence_issuer",
                    "licence_expires_on",
                    "verified_at",
                    "verified_by",
                    "suspended_at",
                ],
                "description": _(
                    "A change of number, issuer or expiry ends the check: look the licence up "
                    "at its issuer, then press “Save, licence checked”."
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
    )
    actions = ["verify", "suspend", "reinstate"]

    def has_delete_permission(self, request, obj=None) -> bool:
        return False

    def get_prepopulated_fields(self, request, obj=None):
        return {} if obj else {"slug": ["name"]}

    def save_model(self, request, obj, form, change) -> None:
        if obj.forget_check(changed=form.changed_data):
            self.message_user(
                request, gettext("The licence has changed, so it has to be checked again.")
            )
        super().save_model(request, obj, form, change)

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
    list_display = ["name", "name_zh_hant", "slug", "published_count"]
    search_fields = ["name", "name_zh_hant"]
    fields = ["name", "name_zh_hant", "slug", "needs_second_reader"]

    def get_prepopulated_fields(self, request, obj=None):
        return {} if obj else {"slug": ["name"]}

    def get_readonly_fields(self, request, obj=None):
        # Its address: what links to it would break.
        return ["slug"] if obj else []
