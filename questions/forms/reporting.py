"""A visitor says what is wrong with an answer."""

from django import forms
from django.utils.translation import gettext_lazy as _

from questions.forms.asking import StepForm, at_most
from questions.limits import few_links
from questions.models import Report


class ReportForm(StepForm):
    reason = forms.ChoiceField(
        label=_("What is the problem?"),
        choices=[
            (reason.value, reason.label)
            for reason in Report.Reason
            if reason != Report.Reason.NOT_RELEVANT
        ],
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Choose what the problem is."),
            "invalid_choice": _("Choose one of the problems below."),
        },
    )
    text = forms.CharField(
        label=_("Tell us more (optional)"),
        help_text=_("What should be different? Please leave out names."),
        required=False,
        validators=[at_most(Report.TEXT_LENGTH), few_links],
        widget=forms.Textarea(attrs={"rows": 6}),
    )
