"""What moderators fill in, in the admin, about questions and replies."""

from django import forms
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from doctors.models import Doctor, Specialty
from doctors.typed_form import TypedForm
from doctors.versions import VersionMixin
from questions.for_doctors import require_nothing_new, require_same_doses
from questions.forms.desk_ends import staffed_choices
from questions.forms.tag_names import SuggestedTagsField, TagNamesField
from questions.models import (
    DeskNote,
    Identifying,
    PairRuling,
    Question,
    Reply,
    found_in,
)
from questions.models.life import NEEDS_NOTE
from questions.reply_checks import check_reply
from questions.rulings import no_such_question


class AnsweredForMixin:
    """Of what is public no change may tell who somebody is, unless its moderator says why it may stay."""

    unversioned = ("version", "why_kept")

    def clean(self):
        cleaned = super().clean()
        changed = set(self.changed_data) & set(self.instance.EXAMINED)
        if self.errors or not changed or self.instance.status != "published":
            return cleaned
        with_these = type(self.instance)(pk=self.instance.pk)
        for name in self.instance.EXAMINED:
            setattr(with_these, name, cleaned.get(name, getattr(self.instance, name)))
        found = with_these.open_findings()
        if found and not cleaned.get("why_kept"):
            self.add_error(
                "why_kept" if "why_kept" in self.fields else None, Identifying.in_words(found)
            )
        return cleaned


def why_kept_field(**kwargs) -> forms.CharField:
    return forms.CharField(
        label=_("Why it may stay"),
        help_text=_("It is kept with your name: “The name of a ward.”"),
        max_length=500,
        widget=forms.TextInput(attrs={"class": "vTextField", "autocomplete": "off"}),
        **kwargs,
    )


class KeepForm(TypedForm, forms.Form):
    """Why what was found in a text identifies nobody, or may stay."""

    why = why_kept_field()


class QuestionForm(AnsweredForMixin, TypedForm, VersionMixin, forms.ModelForm):
    """A question's words and tags. Its status changes by buttons only."""

    OF_TAGS = {"tag_names", "suggested_tags"}

    tag_names = TagNamesField(
        widget=forms.TextInput(attrs={"class": "vTextField", "autocomplete": "off"})
    )
    suggested_tags = SuggestedTagsField()
    why_kept = why_kept_field(required=False)

    class Meta:
        model = Question
        fields = [
            "title",
            "summary",
            "body",
            "specialty",
            "is_urgent",
            "asker_name",
            "age_band",
            "sex",
            "language",
        ]
        widgets = {"title": forms.Textarea(attrs={"rows": 2, "class": "vLargeTextField"})}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["tag_names"] = list(self.instance.tags.names())

    def clean_title(self) -> str:
        return " ".join(self.cleaned_data["title"].split())

    def clean_summary(self) -> str:
        """It stands above a doctor's name as a reply does."""
        summary = self.cleaned_data["summary"]
        before, age_band = self.initial.get("summary", ""), self.instance.age_band
        if self.instance.status == Question.Status.PUBLISHED:
            require_same_doses([before], [summary])
            require_nothing_new(
                check_reply(before, age_band=age_band), check_reply(summary, age_band=age_band)
            )
        return summary

    def wanted_tags(self) -> list[str] | None:
        """The tags that were written and ticked, None where both are as they were. Once valid."""
        if self.OF_TAGS.isdisjoint(self.changed_data):
            return None
        ticked = [tag.name for tag in self.cleaned_data["suggested_tags"]]
        return [*self.cleaned_data["tag_names"], *ticked]

    def clean_specialty(self) -> Specialty | None:
        specialty = self.cleaned_data["specialty"]
        of_doctors = (Question.Status.PUBLISHED, Question.Status.IN_REVIEW)
        if specialty is None and self.instance.status in of_doctors:
            raise ValidationError(_("A question with a reply needs a specialty."))
        return specialty


class ReplyForm(AnsweredForMixin, TypedForm, VersionMixin, forms.ModelForm):
    """The words of a published reply and when it is looked at again; never its signature."""

    why_kept = why_kept_field(required=False)

    class Meta:
        model = Reply
        fields = ["text", "explanation", "reviewed_on", "review_due_on"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "text" in self.fields:  # not when it is shown only to be read
            self.fields["text"].required = True

    def clean(self):
        cleaned = super().clean()
        # Who knows when it was looked at knows when it is again, and the other way round.
        days = [name for name in ("reviewed_on", "review_due_on") if name in self.fields]
        missing = [name for name in days if name not in self.errors and not cleaned.get(name)]
        if len(days) == 2 and len(missing) == 1:
            self.add_error(missing[0], _("Say both days of the review, or neither."))
        if not self.errors:
            texts = cleaned["text"], cleaned["explanation"]
            self.instance.require_same_doses(*texts)
            self.instance.require_nothing_new_found(*texts)
        return cleaned


class DeclineForm(TypedForm, forms.Form):
    """Why a question is not taken on; its asker reads both."""

    reason = forms.ChoiceField(
        label=_("Reason"), choices=Question.DeclineReason.choices, widget=forms.RadioSelect
    )
    note = forms.CharField(
        label=_("Note to the asker"),
        help_text=_("What they can do now, in plain words."),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4, "class": "vLargeTextField"}),
    )

    def __init__(self, *args, questions=(), **kwargs):
        super().__init__(*args, **kwargs)
        if not any(question.lacks_details() for question in questions):
            self.fields["reason"].choices = [
                choice
                for choice in self.fields["reason"].choices
                if choice[0] != Question.DeclineReason.NO_DETAILS
            ]

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("reason") in NEEDS_NOTE and not cleaned.get("note"):
            self.add_error("note", NEEDS_NOTE[cleaned["reason"]])
        return cleaned


class RetractForm(TypedForm, forms.Form):
    """Why an answer is taken back; readers find it at its address."""

    reason = forms.CharField(
        label=_("Reason that readers will see"),
        help_text=_("Nothing of the question or the reply, and no names."),
        max_length=Question._meta.get_field("retraction_reason").max_length,
        widget=forms.Textarea(attrs={"rows": 4, "class": "vLargeTextField"}),
    )

    def clean_reason(self) -> str:
        reason = self.cleaned_data["reason"]
        found = found_in({"reason": reason}, {"reason": ()})
        if found:  # their own words: others are at hand
            words = _("This may tell who somebody is (%(found)s). Say it in other words.")
            named = sorted({f"{one.label}: “{one.words}”" for one in found})
            raise ValidationError(words, params={"found": "; ".join(named)})
        return reason


class NamedBackForm(TypedForm, forms.Form):
    """One that leads to a `target`, which is named back to the moderator before anything is done.

    `confirmed` is what has been named.
    """

    confirmed = forms.CharField(required=False, widget=forms.HiddenInput)

    def asks_first(self) -> bool:
        """Whether it has still to be named back; the next press is for it and for no other."""
        target = str(self.cleaned_data["target"].pk)
        self.data = self.data.copy()
        self.data["confirmed"] = target
        return self.cleaned_data["confirmed"] != target


class DuplicateForm(NamedBackForm):
    """Which question the others are the same as: one that is close, or another by its number."""

    target = forms.ModelChoiceField(
        label=_("The same as"),
        queryset=Question.objects.all(),
        required=False,
        widget=forms.RadioSelect,
    )
    other = forms.CharField(
        label=_("Another question #"),
        help_text=_(
            "It is answered there. Tickets stay, lead to that answer, and its letters go to all who "
            "asked the same."
        ),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "inputmode": "numeric"}),
    )

    def __init__(self, *args, questions=(), candidates=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.questions = questions
        offered = [(one.pk, _choice(one)) for one in candidates]
        self.fields["target"].choices = [*offered, ("", _("another one, named below"))]
        if not candidates:
            self.fields.pop("target")
            self.fields["other"].label = _("The same as question #")

    def clean(self):
        cleaned = super().clean()
        number = cleaned.get("other", "").removeprefix("#").strip()
        if cleaned.get("target") and number:
            words = _("Choose a question above, or write the number of one, not both.")
            self.add_error("other", words)
        elif not self.errors:
            self._find_target(cleaned, number)
        return cleaned

    def _find_target(self, cleaned: dict, number: str) -> None:
        known = number.isascii() and number.isdigit() and len(number) < 19
        named = Question.objects.filter(pk=number).first() if known else None
        target = cleaned.get("target") or named
        if not target:
            words = _("There is no question #%(number)s.") % {"number": number}
            self.add_error(
                "other", words if number else _("Choose a question, or write its number.")
            )
            return
        cleaned["target"] = target.told
        if self.questions == [target.told]:
            self.add_error("other", _("A question cannot be the same as itself."))
        try:
            target.told.require_answer()
        except ValidationError as refusal:
            self.add_error("other", refusal)


def _choice(question: Question) -> str:
    """Its number leads to it, in a tab of its own; its title chooses it."""
    return format_html(
        '<a href="{}" target="_blank">#{}</a> {} ({})',
        reverse("admin:questions_question_change", args=[question.pk]),
        question.pk,
        question.title,
        question.get_status_display(),
    )


class PairForm(TypedForm, forms.Form):
    """What becomes of a question and another one, which is named by its number: "12" or "#12"."""

    LIFTED = "lifted"

    other = forms.CharField()
    verdict = forms.ChoiceField(choices=[*PairRuling.Verdict.choices, (LIFTED, "")])

    def clean_other(self) -> Question:
        number = self.cleaned_data["other"].removeprefix("#")
        known = number.isascii() and number.isdigit() and len(number) < 19
        other = Question.objects.filter(pk=number).first() if known else None
        if other is None:
            raise ValidationError(no_such_question(number))
        return other


class SpecialtyForm(TypedForm, forms.Form):
    specialty = forms.ModelChoiceField(label=_("Specialty"), queryset=Specialty.objects.all())

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["specialty"].choices = [
            ("", "---------"),
            *staffed_choices(Specialty.objects.all()),
        ]


class ToDoctorForm(TypedForm, forms.Form):
    """To whom a question or a reply goes back, and what for."""

    doctor = forms.ModelChoiceField(
        label=_("Doctor"),
        queryset=Doctor.objects.none(),
    )
    note = forms.CharField(
        label=_("Note to the doctor"),
        help_text=_("Doctors who take the question later read it too; the asker does not."),
        max_length=DeskNote.TEXT_LENGTH,
        widget=forms.Textarea(attrs={"rows": 4, "class": "vLargeTextField"}),
    )

    def __init__(self, *args, questions=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["doctor"].queryset = Doctor.objects.able_to_reply(on=timezone.localdate())
        if any(question.status == Question.Status.RETRACTED for question in questions):
            self.fields["doctor"].help_text = _(
                "Of an answer that was taken off the site all replies become drafts again; this doctor "
                "writes it anew."
            )
