"""What a doctor fills in about replies that stand, and about those of others."""

from crispy_forms.helper import FormHelper
from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext_lazy as _

from doctors.versions import VersionMixin
from questions.forms.desk import KEPT_FRESH, ProseField
from questions.forms.sources import WithSources
from questions.models import Correction, Reply, sources_in_lines

EMPTY_ROWS = 3  # of sources: no button of these pages brings one more


class WordsForm(VersionMixin, WithSources, forms.Form):
    """Two texts of a reply and its sources, which notices when they were changed since they were shown."""

    text = ProseField(label=_("Reply"), at_most=Reply.TEXT_LENGTH, rows=6, required=False)
    explanation = ProseField(
        label=_("More information"), at_most=Reply.EXPLANATION_LENGTH, rows=12, required=False
    )

    sources_seen = forms.CharField(required=False, widget=forms.HiddenInput(attrs=KEPT_FRESH))
    unversioned = ("version", "sources_seen")

    def __init__(self, data=None, *, reply: Reply, for_readers: bool = False):
        self.reply, self.for_readers = reply, for_readers
        texts = {"text": reply.text, "explanation": reply.explanation}
        super().__init__(data, initial=texts | {"sources_seen": self.stored_sources()})
        self.take_sources(data, initial=reply.source_rows(), extra=EMPTY_ROWS)
        self.helper = FormHelper()
        self.helper.form_tag = False

    def clean_text(self) -> str:
        text = self.cleaned_data["text"]
        if self.for_readers and not text.strip():
            raise ValidationError(_("Write a reply before you publish."))
        return text

    def stored_sources(self) -> str:
        return sources_in_lines(self.reply.source_rows())

    def clean(self) -> dict:
        """The rows are one text here: whoever has not seen that of now is shown it, as of any field."""
        cleaned = super().clean()
        stored = self.stored_sources()
        typed = sources_in_lines(self.sources.typed())
        seen = self.cleaned_data.get("sources_seen", "").replace("\r\n", "\n")
        if self.sources.is_bound and stored not in (seen, typed):
            self._refuse([])
            words = _("It is now: “%(text)s”") if stored else _("It is now empty.")
            self.add_error(None, ValidationError(words, params={"text": stored}))
            self.data["sources_seen"] = stored
        return cleaned

    def history_rows(self):
        return self.reply.history.select_related("history_user")[:1]

    def written(self) -> dict[str, str]:
        names = [name for name in self.fields if name not in self.unversioned]
        cleaned = {name: self.cleaned_data[name] for name in names}
        return cleaned | {"sources": self.written_sources()}


class CorrectionForm(WordsForm):
    what = forms.CharField(
        label=Correction._meta.get_field("what").verbose_name,
        validators=[MaxLengthValidator(Correction.LENGTH)],
        help_text=_("Readers see it below the reply: “The amount of water was wrong.”"),
    )
    why = forms.CharField(
        label=Correction._meta.get_field("why").verbose_name,
        validators=[MaxLengthValidator(Correction.LENGTH)],
        help_text=_("“The guideline has changed.”"),
    )

    def __init__(self, data=None, *, reply: Reply, for_readers: bool = False):
        super().__init__(data, reply=reply, for_readers=for_readers)
        for name in ("what", "why"):  # while old and new are compared it may still be missing
            self.fields[name].required = for_readers


class SendBackForm(forms.Form):
    note = forms.CharField(
        label=_("What should its author change?"),
        max_length=Reply._meta.get_field("reader_note").max_length,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, data=None):
        super().__init__(data)
        self.helper = FormHelper()
        self.helper.form_tag = False
