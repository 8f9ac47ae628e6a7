"""What is filled in where a question ends in another way than by a reply."""

from collections.abc import Iterable

from django import forms
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from doctors.models import Doctor, Specialty
from questions.already_answered import answered_like
from questions.forms.asking import StepForm, at_most, has_words
from questions.limits import few_links
from questions.models import DeskNote, DetailsRequest, Question
from questions.search import find

FOUND_AT_MOST = 8


class EndForm(StepForm):
    """Of one question, which is not one of its fields."""

    def __init__(self, data=None, *, question: Question, **kwargs):
        self.question = question
        super().__init__(data, **kwargs)


class DetailsForm(EndForm):
    details = forms.CharField(
        label=_("What do you need to know?"),
        help_text=_(
            "In plain words, one thing after the other. Only the asker, doctors and moderators see "
            "it. The asker has two weeks."
        ),
        validators=[has_words, at_most(DetailsRequest.TEXT_LENGTH)],
        widget=forms.Textarea(attrs={"rows": 5}),
    )


def note_field(label: str, help_text: str, length: int = DeskNote.TEXT_LENGTH) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=help_text,
        validators=[has_words, at_most(length)],
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class ResolveForm(EndForm):
    """Which answer, out of those that are close or were searched for; and a line of the doctor."""

    q = forms.CharField(
        label=_("Search for an answer"),
        help_text=_("Its number, or words."),
        required=False,
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
    )
    target = forms.ModelChoiceField(
        label=_("The answer"),
        queryset=Question.objects.published(),
        empty_label=None,
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Choose the answer that the asker is led to."),
            "invalid_choice": _("There is no published answer of this number."),
        },
    )
    note = note_field(
        _("A line to the asker"),
        _("Why this answers their question. They read it with the link."),
        length=Question._meta.get_field("resolved_note").max_length,
    )

    def __init__(self, data=None, *, question: Question, **kwargs):
        super().__init__(data, question=question, **kwargs)
        others = Question.objects.published().exclude(pk=question.pk)
        self.fields["target"].queryset = others
        # Each choice has its question for a label: the template makes a link of it.
        self.fields["target"].choices = [(one.pk, one) for one in self._offered(others)]

    def _offered(self, others) -> list[Question]:
        """What was chosen before, what was searched for, and what is close; each once."""
        typed = self.typed or {}
        chosen, q = typed.get("target", ""), typed.get("q", "").strip()
        is_number = chosen.isascii() and chosen.isdigit() and len(chosen) < 19
        found = list(others.for_cards().filter(pk=chosen)) if is_number else []
        self.found = [hit.question for hit in find(q).hits] if q else []
        self.found = [one for one in self.found if one.pk != self.question.pk][:FOUND_AT_MOST]
        close = answered_like(self.question)
        return list({one.pk: one for one in [*found, *self.found, *close]}.values())


class HandOverForm(EndForm):
    specialty = forms.ModelChoiceField(
        label=_("To which specialty?"),
        queryset=Specialty.objects.all(),
        empty_label=_("Choose a specialty"),
        error_messages={"required": _("Choose a specialty.")},
    )
    note = note_field(
        _("Note to the next doctor"), _("Doctors and moderators read it; the asker does not.")
    )

    def __init__(self, data=None, *, question: Question, **kwargs):
        super().__init__(data, question=question, **kwargs)
        # Its own is not offered, yet valid: the second press of the button finds it there.
        others = Specialty.objects.exclude(pk=question.specialty_id)
        self.fields["specialty"].choices = [
            ("", self.fields["specialty"].empty_label),
            *staffed_choices(others),
        ]


def staffed_choices(specialties: Iterable[Specialty]) -> list[tuple[int, str]]:
    """Each with its name, which says where no doctor can take a question at present."""
    able = Doctor.objects.able_to_reply(on=timezone.localdate())
    staffed = set(able.values_list("specialty", flat=True))
    staffed |= set(able.values_list("other_specialties", flat=True))
    return [(one.pk, _label(one, is_staffed=one.pk in staffed)) for one in specialties]


def _label(specialty: Specialty, *, is_staffed: bool) -> str:
    if is_staffed:
        return specialty.label
    return gettext("%(specialty)s – no doctor at present") % {"specialty": specialty.label}


class ReturnForm(EndForm):
    note = note_field(
        _("Why do you return it?"),
        _("Moderators read it, and doctors who take the question later; the asker does not."),
    )


class AnswerForm(StepForm):
    answer = forms.CharField(
        label=_("Your answer"),
        help_text=_(
            "Please leave out names. It is not published: only doctors and moderators read it."
        ),
        validators=[has_words, at_most(DetailsRequest.ANSWER_LENGTH), few_links],
        error_messages={"required": _("Write your answer.")},
        widget=forms.Textarea(attrs={"rows": 8}),
    )
