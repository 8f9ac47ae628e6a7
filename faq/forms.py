"""What moderators fill in for a topic."""

import re

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from doctors.typed_form import TypedForm
from doctors.versions import VersionMixin
from faq.models import Topic
from questions.forms.tag_names import TagNamesField
from questions.models import Question

NUMBER = re.compile(r"#?(\d{1,15})")


class NumbersField(forms.CharField):
    """Numbers of published questions, cleaned to the questions in that order."""

    def clean(self, value: object) -> list[Question]:
        words = re.split(r"[\s,，、]+", super().clean(value))
        numbers = [NUMBER.fullmatch(word) for word in words if word]
        if None in numbers:
            raise ValidationError(_("Write numbers, as in “#185662, #185940”."))
        wanted = list(dict.fromkeys(int(number[1]) for number in numbers))
        found = Question.objects.published().in_bulk(wanted)
        missing = [f"#{number}" for number in wanted if number not in found]
        if missing:
            raise ValidationError(
                _("No published question has the number %(numbers)s."),
                params={"numbers": ", ".join(missing)},
            )
        return [found[number] for number in wanted]


class TopicForm(TypedForm, VersionMixin, forms.ModelForm):
    tag_names = TagNamesField(widget=forms.TextInput(attrs={"class": "vTextField"}))
    pinned_numbers = NumbersField(
        label=_("Pinned questions"),
        help_text=_("Numbers with commas between them, as in “#185662, #185940”. Shown first."),
        required=False,
        widget=forms.TextInput(attrs={"class": "vTextField"}),
    )

    class Meta:
        model = Topic
        fields = ["name", "name_zh_hant", "slug", "specialty", "synonyms", "overview"]
        help_texts = {
            "synonyms": _("Names with commas between them."),
            "overview": _("Markdown; #185662 links a question."),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            pinned = self.instance.pinned_questions.order_by("pk").values_list("pk", flat=True)
            self.initial["tag_names"] = [tag.name for tag in self.instance.tags.all()]
            self.initial["pinned_numbers"] = ", ".join(f"#{number}" for number in pinned)
