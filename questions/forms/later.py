"""What a doctor fills in about replies that stand, and about those of others."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import HTML, Layout
from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext_lazy as _

from doctors.models import Doctor
from doctors.typed import typed
from doctors.typed_form import TypedForm
from questions.forms.desk import (
    FILES,
    KEPT_FRESH,
    SOURCES,
    DraftForm,
    KeptForm,
    fields_as_sent,
    with_live_preview,
)
from questions.forms.sources import typed_rows
from questions.models import Correction, Reply, numbered, sources_in_lines


class KeptCorrectionForm(KeptForm):
    """All fields of a correction between two keys. None of them is on its reply yet."""

    as_typed = ("text", "explanation", "what", "why", "version", "sources_seen")

    def written(self, by: Doctor) -> dict[str, object]:
        """What `keep_correction` takes. Of a valid form."""
        cleaned, typed = self.cleaned_data, self.cleaned_data["typed"]
        version, key = cleaned["draft_version"], cleaned["draft_key"]
        return {"by": by, "typed": typed, "version": version, "key": key}


class CorrectionForm(DraftForm):
    """Begins with the public reply, or with what was typed of its correction before."""

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
    sources_seen = forms.CharField(required=False, widget=forms.HiddenInput(attrs=KEPT_FRESH))
    unversioned = ("version", "sources_seen", "draft_version", "draft_key")

    def __init__(self, data=None, *, reply: Reply, for_readers: bool = False):
        self.reply, self.for_readers = reply, for_readers
        self.stored = {
            "text": reply.text,
            "explanation": reply.explanation,
            "sources_seen": self.stored_sources(),
            "draft_version": reply.version,
            "draft_key": reply.saved_key,
        }
        typed = {name: values[0] for name, values in reply.typed.items() if values}
        super().__init__(data, initial=self.stored | typed)
        self.take_sources(data, initial=self._source_rows())
        self.phrases = reply.doctor.phrases.all()
        self.attachments = numbered(reply.attachments.all())
        for name in ("what", "why"):  # while old and new are compared it may still be missing
            self.fields[name].required = for_readers
        self.helper = FormHelper()
        self.helper.form_tag = False
        shown = [with_live_preview(), HTML(SOURCES), HTML(FILES), "what", "why"]
        self.helper.layout = Layout(*shown, *self.unversioned)

    def _source_rows(self) -> list[dict[str, object]]:
        return typed_rows(self.reply.typed) if self.reply.typed else self.reply.source_rows()

    def stored_sources(self) -> str:
        return sources_in_lines(self.reply.source_rows())

    def texts(self) -> list[str]:
        return [self[name].value() or "" for name in ("text", "explanation")]

    def clean(self) -> dict:
        """The rows are one text here: whoever has not seen that of now is shown it, as of any field."""
        cleaned = super().clean()
        stored = self.stored_sources()
        sent = sources_in_lines(self.sources.typed())
        seen = self.cleaned_data.get("sources_seen", "")
        if self.sources.is_bound and typed(stored).text not in (seen, typed(sent).text):
            self._refuse([])
            words = _("It is now: “%(text)s”") if stored else _("It is now empty.")
            self.add_error(None, ValidationError(words, params={"text": stored}))
            self.data["sources_seen"] = stored
        return cleaned

    def history_rows(self):
        return self.reply.history.select_related("history_user")[:1]

    def written(self) -> dict[str, object]:
        """What `correct_reply` takes. Of a valid form."""
        cleaned = self.cleaned_data
        return {
            **{name: cleaned[name] for name in ("text", "explanation", "what", "why")},
            "sources": self.written_sources(),
            "typed": fields_as_sent(self.data, KeptCorrectionForm.as_typed),
            "version": cleaned["draft_version"],
            "key": cleaned["draft_key"],
        }


class SendBackForm(TypedForm, forms.Form):
    note = forms.CharField(
        label=_("What should its author change?"),
        max_length=Reply._meta.get_field("reader_note").max_length,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, data=None):
        super().__init__(data)
        self.helper = FormHelper()
        self.helper.form_tag = False
