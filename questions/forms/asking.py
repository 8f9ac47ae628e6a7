"""The steps of asking. What is too long or not understood stays in its field."""

from collections.abc import Callable, Mapping

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Field, Layout
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from doctors.models import Specialty
from doctors.typed import typed
from doctors.typed_form import TypedForm
from questions.limits import few_links
from questions.models import FINE_AGE_BANDS, Question

PILLS_AT_MOST = 12


def at_most(length: int) -> Callable[[str], None]:
    """A limit that the browser does not enforce: it would cut a long paste without a word."""

    def check(text: str) -> None:
        if len(text) > length:
            raise ValidationError(
                _(
                    "At most %(limit)s characters fit here, and this has %(length)s. "
                    "Please shorten it."
                ),
                params={"limit": f"{length:,}", "length": f"{len(text):,}"},
            )

    return check


def has_words(text: str) -> None:
    if not any(character.isalnum() for character in text):
        raise ValidationError(_("Please write it in words."))


class StepForm(TypedForm, forms.Form):
    """One step. `typed` holds what came in for its fields, as it can be stored and shown again.

    `taken_out` tells what could not, by field; a form made of what is stored is given it back.
    """

    def __init__(
        self,
        data: Mapping | None = None,
        *,
        taken_out: Mapping[str, list[str]] | None = None,
        **kwargs,
    ):
        self.typed = None
        super().__init__(data, **kwargs)
        self.taken_out = dict(taken_out or {}) | self.taken_out

    def take(self, data: Mapping, prefix: str) -> Mapping:
        """Its own fields alone, without blanks around them; only a larger one has lines."""
        came = {
            name: typed(data.get(name), in_one_line=not isinstance(field.widget, forms.Textarea))
            for name, field in self.base_fields.items()
        }
        self.taken_out |= {name: one.taken_out for name, one in came.items() if one.taken_out}
        self.typed = {name: one.text for name, one in came.items()}
        return self.typed

    @property
    def helper(self) -> FormHelper:
        """What crispy-forms lays out: the fields alone, choices as pills."""
        helper = FormHelper()
        helper.form_tag, helper.disable_csrf = False, True
        helper.layout = Layout(
            *(
                Field(name, template="questions/_choice.html")
                if isinstance(field.widget, forms.RadioSelect)
                else Field(name)
                for name, field in self.fields.items()
            )
        )
        return helper


class WhoForm(StepForm):
    age_band = forms.ChoiceField(
        label=_("How old?"),
        choices=[(band.value, band.label) for band in FINE_AGE_BANDS],
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Choose an age: what a doctor says depends on it."),
            "invalid_choice": _("Choose one of the ages below."),
        },
    )
    sex = forms.ChoiceField(
        label=_("Sex"),
        choices=[
            (Question.Sex.FEMALE, _("Female")),
            (Question.Sex.MALE, _("Male")),
            (Question.Sex.UNDISCLOSED, _("I would rather not say")),
        ],
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Choose one, or say that you would rather not."),
            "invalid_choice": _("Choose one of those below."),
        },
    )
    asker_name = forms.CharField(
        label=_("Name to show (optional)"),
        help_text=_("A first name or nickname; it is public. No full names, please."),
        required=False,
        validators=[at_most(60)],
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )


def title_field(label: str) -> forms.CharField:
    """A question in one line."""
    return forms.CharField(
        label=label,
        help_text=_("As you would say it to a doctor. Leave out names."),
        validators=[at_most(Question.TITLE_LENGTH), has_words, few_links],
        error_messages={"required": _("Write your question in one line.")},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )


class QuestionForm(StepForm):
    title = title_field(_("Your question in one line"))
    specialty = forms.ModelChoiceField(
        label=_("Specialty"),
        queryset=Specialty.objects.all(),
        to_field_name="slug",
        empty_label=_("Not sure"),
        required=False,
        blank=True,
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": _("Choose one of the specialties below, or “Not sure”.")},
    )
    body = forms.CharField(
        label=_("Tell the doctor more (optional)"),
        help_text=_("Since when, how it looks, fever, medicines, what you have tried."),
        required=False,
        validators=[at_most(Question.BODY_LENGTH), few_links],
        widget=forms.Textarea(attrs={"rows": 8}),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        specialty = self.fields["specialty"]
        if len(specialty.choices) > PILLS_AT_MOST:
            specialty.widget = forms.Select(choices=specialty.choices)


class ContactForm(StepForm):
    email = forms.EmailField(
        label=_("E-mail (optional)"),
        help_text=_(
            "Kept apart from your question, never shown and never given to anyone. "
            "We write to it about this question only: when it has arrived, and when there is news. "
            "It is encrypted, and erased 30 days after the last letter."
        ),
        required=False,
        max_length=254,
        error_messages={
            "invalid": _("This does not look like an e-mail address: name@example.org is one.")
        },
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
