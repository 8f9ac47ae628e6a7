"""What askers type on the pages of their ticket."""

import re
import uuid

from django import forms
from django.utils.translation import gettext_lazy as _

from questions.forms.asking import StepForm, at_most, has_words, title_field
from questions.limits import few_links
from questions.models import Addition, Question


class CodeForm(StepForm):
    number = forms.CharField(
        label=_("Number of the question"),
        max_length=24,
        error_messages={"required": _("Write the number of your question.")},
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )
    code = forms.CharField(
        label=_("Code"),
        help_text=_("Eight characters, like ACDE-3467. It stands beside the number."),
        max_length=40,
        error_messages={"required": _("Write the code of your question.")},
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}
        ),
    )

    def clean_number(self) -> int:
        """0, which no question has, where it is no number."""
        digits = self.cleaned_data["number"].removeprefix("#").replace(" ", "")
        return int(digits) if digits.isascii() and digits.isdigit() else 0

    def clean_code(self) -> str:
        return re.sub(r"[\s\-–—]", "", self.cleaned_data["code"]).upper()


class OnceForm(StepForm):
    """A form with a key, so that a second press of its button does nothing more."""

    submission = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)


class DetailsForm(OnceForm):
    text = forms.CharField(
        label=_("What would you like to add?"),
        help_text=_("Since when, how it looks, fever, medicines, what has changed. No full names."),
        validators=[at_most(Addition.TEXT_LENGTH), has_words, few_links],
        error_messages={"required": _("Write what you would like to add.")},
        widget=forms.Textarea(attrs={"rows": 8}),
    )


class FollowUpForm(OnceForm):
    title = title_field(_("Your follow-up question in one line"))
    body = forms.CharField(
        label=_("Tell the doctor more (optional)"),
        help_text=_("What has changed since, and what is still not clear."),
        required=False,
        validators=[at_most(Question.BODY_LENGTH), few_links],
        widget=forms.Textarea(attrs={"rows": 8}),
    )
