"""A phrase of a doctor's own."""

from crispy_forms.helper import FormHelper
from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext_lazy as _

from doctors.typed_form import TypedForm
from doctors.versions import VersionMixin
from questions.forms.desk import ProseField
from questions.models import Phrase


class PhraseForm(TypedForm, VersionMixin, forms.ModelForm):
    """The browser cuts nothing: the limits are told."""

    title = forms.CharField(
        label=_("Title"),
        help_text=_("By this you find it in the list, for example “Fever: when to come”."),
        validators=[MaxLengthValidator(Phrase.TITLE_LENGTH)],
    )
    text = ProseField(label=_("Text"), at_most=Phrase.TEXT_LENGTH, rows=5)

    class Meta:
        model = Phrase
        fields = ["title", "text"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True

    def history_rows(self) -> tuple:
        """Nobody else changes it."""
        return ()

    def clean_title(self) -> str:
        title = " ".join(self.cleaned_data["title"].split())
        others = self.instance.doctor.phrases.exclude(pk=self.instance.pk)
        if others.filter(title=title).exists():
            raise ValidationError(_("You have a phrase of this title already."))
        return title

    def clean(self) -> dict:
        is_new = self.instance.pk is None
        if is_new and self.instance.doctor.phrases.count() >= Phrase.COUNT_AT_MOST:
            raise ValidationError(
                _("At most %(count)s phrases, please."), params={"count": Phrase.COUNT_AT_MOST}
            )
        return super().clean()
