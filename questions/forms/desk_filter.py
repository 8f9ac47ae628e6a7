"""Which of the waiting questions the desk shows. An address that says nonsense shows all."""

from django import forms
from django.conf import settings
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from doctors.models import Specialty
from doctors.typed_form import TypedForm
from questions.models import Question

NOT_SURE = "none"


class DeskFilter(TypedForm, forms.Form):
    specialty = forms.ChoiceField(label=_("Specialty"), required=False)
    language = forms.ChoiceField(
        label=_("Language"), required=False, choices=[("", _("all")), *settings.LANGUAGES]
    )
    urgent = forms.BooleanField(label=_("Urgent only"), required=False)
    late = forms.BooleanField(label=_("Overdue only"), required=False)

    def __init__(self, data, *, specialties: list[Specialty]):
        super().__init__(data)
        self.fields["specialty"].choices = [
            ("", _("all")),
            *((one.slug, one.label) for one in specialties),
            (NOT_SURE, _("not sure")),
        ]
        for name in ("specialty", "language"):
            self.fields[name].widget.attrs["class"] = "form-select"

    def chosen(self, questions: QuerySet) -> QuerySet:
        """Those of these questions that are asked for."""
        self.full_clean()
        asked = self.cleaned_data
        if asked.get("specialty") == NOT_SURE:
            questions = questions.filter(specialty=None)
        elif asked.get("specialty"):
            questions = questions.filter(specialty__slug=asked["specialty"])
        if asked.get("language"):
            questions = questions.filter(language=asked["language"])
        if asked.get("urgent"):
            questions = questions.filter(is_urgent=True)
        if asked.get("late"):
            questions = questions.filter(asked_at__lt=timezone.now() - Question.LATE_AFTER)
        return questions

    @property
    def is_narrowed(self) -> bool:
        return any(self.cleaned_data.values())
