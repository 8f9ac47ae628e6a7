"""What a doctor writes at the desk."""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache, cached_property

from crispy_forms.helper import FormHelper
from crispy_forms.layout import HTML, Div, Field, Layout
from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from doctors.models import Doctor, Specialty
from doctors.typed_form import TypedForm
from doctors.versions import VersionField, VersionMixin
from questions.facts import Fact, facts_of, marks_of, unread
from questions.forms.sources import PREFIX, SourceForm, SourceRows, WithSources, typed_rows
from questions.forms.tag_names import NAMES_AT_MOST, TagBoxes, TagNamesField, by_reason
from questions.models import Question, Reply, Tag, numbered, shown_rows
from questions.tag_suggestions import Suggestion

SOURCES = '{% include "questions/_sources.html" with rows=form.sources %}'
PHRASES = '{% include "questions/_phrases.html" with phrases=form.phrases %}'
# Beside the texts on a wide screen, else below them.
LIVE = '{% if live_address %}{% include "questions/_desk_live.html" %}{% endif %}'
FILES = '{% include "questions/_attachments.html" with attachments=form.attachments %}'
KEPT_FRESH = {"autocomplete": "off"}  # or a reload keeps the old value


def with_live_preview() -> Div:
    """The two texts, and what readers will see of them."""
    return Div(Div("text", "explanation", HTML(PHRASES)), HTML(LIVE), css_class="with-live")


class ProseField(forms.CharField):
    """Its limit is told, not enforced by the browser, which would cut a long paste without a word."""

    def __init__(self, *, at_most: int, rows: int, **kwargs):
        widget = forms.Textarea(attrs={"rows": rows})
        super().__init__(widget=widget, validators=[MaxLengthValidator(at_most)], **kwargs)


_OF_A_SOURCE = re.compile(rf"{PREFIX}-[\w-]{{1,40}}", re.ASCII)


def fields_as_sent(data: Mapping, names: Iterable[str]) -> dict[str, list[str]]:
    """What stands in these fields and in the rows of sources, whole or not."""
    kept = (name for name in data if name in names or _OF_A_SOURCE.fullmatch(name))
    return {name: data.getlist(name) for name in sorted(kept)}


class KeptForm(TypedForm, forms.Form):
    """The same form between two keys: whole or not, right or wrong, all of it is kept that can be."""

    tells_what_was_taken_out = False  # the form that is sent by a button does
    text = forms.CharField(max_length=200_000, strip=False, required=False)
    explanation = forms.CharField(max_length=400_000, strip=False, required=False)
    draft_version = forms.IntegerField(min_value=0, max_value=2**31 - 1)
    draft_key = forms.CharField(max_length=36, required=False)
    is_second = forms.BooleanField(required=False)
    as_typed: tuple[str, ...] = (
        *("summary", "specialty", "tags", "other_tags"),
        *("version", "question_seen"),
    )

    def clean(self) -> dict:
        cleaned = super().clean()
        cleaned["typed"] = fields_as_sent(self.data, self.as_typed)
        return cleaned

    @property
    def sentence(self) -> str:
        """What stands in the way, of a form that is not valid."""
        return next(iter(self.errors.values()))[0]

    def written(self, by: Doctor) -> dict[str, object]:
        """What `save_draft` takes. Of a valid form."""
        cleaned = self.cleaned_data
        return {
            "by": by,
            "text": cleaned["text"],
            "explanation": cleaned["explanation"],
            "typed": cleaned["typed"],
            "version": cleaned["draft_version"],
            "key": cleaned["draft_key"],
            "is_second": cleaned["is_second"],
        }

    def tags_chosen(self) -> list[Tag]:
        """Those that are ticked or named, as far as there are such tags."""
        typed = self.cleaned_data["typed"]
        ticked = [value for value in typed.get("tags", []) if value.isdecimal() and len(value) < 19]
        try:
            named = TagNamesField().clean(" ".join(typed.get("other_tags", [])))
        except ValidationError:
            named = []
        known = Tag.objects.known_as([name.lower() for name in named])
        return [*Tag.objects.filter(pk__in=ticked[:NAMES_AT_MOST]), *known.values()]

    def reply(self, question: Question, doctor: Doctor, *, months_to_review: int) -> Reply:
        """What would be published, signed today, with the sources that are whole. Not saved."""
        reply = Reply(question=question, doctor=doctor)
        reply.sign(at=timezone.now(), months_to_review=months_to_review)
        draft = Reply.objects.filter(question=question, doctor=doctor, status=Reply.Status.DRAFT)
        reply.shown_attachments = [file for one in draft for file in one.shown_attachments]
        return self.put_into(reply)

    def put_into(self, reply: Reply) -> Reply:
        """The reply with the texts and whole sources of this form, as readers would see it. Saves nothing."""
        for name in ("text", "explanation"):
            setattr(reply, name, self.cleaned_data[name].strip())
        rows = SourceRows(self.data, initial=[])
        whole = [form.cleaned_data for form in rows if form.is_valid() and form.is_filled()]
        reply.shown_sources = shown_rows(whole)
        return reply


class DraftForm(TypedForm, VersionMixin, WithSources, forms.Form):
    """The two texts of a reply, whose every save names the version that its page has seen.

    A draft may lack everything; to publish, `for_readers` asks for all.
    """

    for_readers = has_same_texts = False
    text = ProseField(
        label=_("Reply"),
        at_most=Reply.TEXT_LENGTH,
        rows=6,
        required=False,
        help_text=_("Two to five sentences, in plain words. This is what most readers read."),
    )
    explanation = ProseField(
        label=_("More information"),
        at_most=Reply.EXPLANATION_LENGTH,
        rows=12,
        required=False,
        help_text=_(
            "The longer explanation. Markdown: **bold**, *italic*, - lists, ## headings, > quotes and "
            "[words](https://…) for links. # and the number of a question link it."
        ),
    )
    draft_version = forms.IntegerField(required=False, widget=forms.HiddenInput(attrs=KEPT_FRESH))
    draft_key = forms.CharField(
        required=False, max_length=36, widget=forms.HiddenInput(attrs=KEPT_FRESH)
    )

    def stored_value(self, name: str) -> object:
        return self.stored.get(name)

    def show_stored(self, draft: Reply) -> None:
        """The text on the page has been seen beside what is stored: sent again, it replaces that."""
        self.data = self.data.copy()
        self.data["draft_version"] = draft.version
        left = draft.as_left()
        self.has_same_texts = {name: self.data.get(name, "") for name in left} == left

    def kept_sources(self) -> list[dict[str, str]]:
        """The whole ones of those that were kept, as readers would see them."""
        rows = [SourceForm(row) for row in self._source_rows()]
        return shown_rows(form.cleaned_data for form in rows if form.is_valid())

    def make_read_only(self) -> None:
        """For a page where nothing can be done with what was typed but to read and copy it."""
        for field in self.fields.values():
            field.widget.attrs["readonly"] = True

    def clean_text(self) -> str:
        text = self.cleaned_data["text"]
        if self.for_readers and not text.strip():
            raise ValidationError(_("Write a reply before you publish."))
        return text


class ReplyForm(DraftForm):
    """A reply being written: the first one of a question, with what belongs to the question, or a second."""

    summary = forms.CharField(
        label=_("Summary line"),
        validators=[MaxLengthValidator(Question._meta.get_field("summary").max_length)],
        required=False,
        help_text=_("One sentence above the question: what it asks, without names."),
    )
    specialty = forms.ModelChoiceField(
        label=_("Specialty"), queryset=Specialty.objects.all(), empty_label=None
    )
    tags = forms.ModelMultipleChoiceField(
        label=_("Tags"), queryset=Tag.objects.all(), widget=TagBoxes
    )
    other_tags = TagNamesField(label=_("Other tags"))
    # For which of the two the page was made: a first reply never becomes a second one unseen.
    is_second = forms.BooleanField(required=False, widget=forms.HiddenInput)
    # What of the question the page has shown: nothing, when a form comes without it.
    question_seen = VersionField(required=False)
    # The draft has a version of its own, which the database compares.
    unversioned = (
        *("version", "text", "explanation", "draft_version", "draft_key", "is_second"),
        "question_seen",
    )
    of_the_question = ("summary", "tags", "other_tags", "specialty")

    def __init__(
        self,
        data: Mapping | None = None,
        *,
        question: Question,
        draft: Reply,
        suggested: Callable[[], list[Suggestion]],
        for_readers: bool = False,
    ):
        self.question, self.draft, self.for_readers = question, draft, for_readers
        # Of a question that is not public any more the page of a second reply keeps its fields.
        was_second = bool(data and data.get("is_second"))
        self.beside_another = was_second or question.status == Question.Status.PUBLISHED
        chosen = list(question.tags.all())
        self.stored = {
            "text": draft.text,
            "explanation": draft.explanation,
            "summary": question.summary,
            "specialty": question.specialty or draft.doctor.specialty,
            "tags": [tag.pk for tag in chosen],
            "draft_version": draft.version,
            "draft_key": draft.saved_key,
            "is_second": self.beside_another,
            "question_seen": lambda: marks_of(self.facts),
        }
        super().__init__(data, initial=self.stored | self._typed())
        self.phrases = draft.doctor.phrases.all()
        self.attachments = numbered(draft.attachments.all()) if draft.pk else []
        self.take_sources(data, initial=self._source_rows())
        if draft.typed.get("version"):  # what was on the screen when this was typed
            self.fields["version"].initial = draft.typed["version"][0]
        self.fields["tags"].required = False
        # Worked out when the page shows it: no button needs it.
        self.fields["tags"].choices = cache(lambda: self._tag_choices(chosen, suggested()))
        parts = [with_live_preview(), HTML(SOURCES), HTML(FILES)]
        if self.beside_another:
            for name in self.of_the_question:
                del self.fields[name]
        else:
            tags = Field("tags", template="questions/_tag_choice.html")
            parts += ["summary", tags, "other_tags", "specialty"]
        self.helper = FormHelper()
        self.helper.form_tag = False
        hidden = ("version", "draft_version", "draft_key", "question_seen")
        self.helper.layout = Layout(*parts, *hidden)

    @cached_property
    def facts(self) -> list[Fact]:
        return facts_of(self.question)

    def unread(self) -> list[Fact]:
        """What was not on the page that this was typed on, before or just now."""
        kept = self.draft.typed.get("question_seen", [marks_of(self.facts)])[0]
        seen = self.data.get("question_seen", "") if self.is_bound else kept
        return unread(self.facts, seen)

    def show_question(self) -> None:
        """The page shows the question as it is, and what was unread on top: sent again, all is seen."""
        if self.is_bound:
            self.data = self.data.copy()
            self.data["question_seen"] = marks_of(self.facts)

    def _source_rows(self) -> list[dict[str, object]]:
        if f"{PREFIX}-TOTAL_FORMS" in self.draft.typed:
            return typed_rows(self.draft.typed)
        return self.draft.source_rows()

    def _typed(self) -> dict[str, object]:
        """What stood in the fields when the draft was kept between two keys."""
        typed = self.draft.typed
        lines = ("summary", "specialty", "other_tags")
        found: dict[str, object] = {name: typed[name][0] for name in lines if typed.get(name)}
        if typed:
            found["tags"] = typed.get("tags", [])
        return found

    def _tag_choices(self, chosen: list[Tag], suggested: list[Suggestion]) -> list[tuple]:
        """The question's tags and what was ticked before; then what is suggested, by its reason."""
        ticked = self.data.getlist("tags") if self.is_bound else self.draft.typed.get("tags", [])
        ticked = ticked[:NAMES_AT_MOST]
        known = [value for value in ticked if value.isdecimal() and len(value) < 19]
        before = Tag.objects.filter(pk__in=known) if known else []
        tags = dict.fromkeys([*chosen, *before])
        others = [suggestion for suggestion in suggested if suggestion.tag not in tags]
        return [*((tag.pk, tag.label) for tag in tags), *by_reason(others)]

    def is_stale(self) -> bool:
        """Whether the page had not seen what is stored; of a form that is not valid."""
        seen = self.cleaned_data.get("draft_version")
        texts = [self[name].data or "" for name in ("text", "explanation")]
        has_seen = seen is None or seen == self.draft.version
        return not has_seen and texts != [self.draft.text, self.draft.explanation]

    def is_replaced(self, name: str) -> bool:
        """Tags ticked and tags named are one set: what was named is ticked the next time."""
        if name != "tags":
            return super().is_replaced(name)
        named = [one.lower() for one in self.cleaned_data.get("other_tags", [])]
        known = Tag.objects.known_as(named)
        wanted = {tag.name for tag in self.cleaned_data.get("tags", [])}
        wanted |= {known[one].name if one in known else one for one in named}
        return wanted != set(self.question.tags.names())

    def history_rows(self):
        rows = [self.question.history, self.draft.history]
        return [row for history in rows for row in history.select_related("history_user")[:1]]

    def written(self, by: Doctor) -> dict[str, object]:
        """What `save_draft` and `publish_reply` take. Of a valid form."""
        cleaned = self.cleaned_data
        written = {
            "by": by,
            "text": cleaned["text"],
            "explanation": cleaned["explanation"],
            "sources": self.written_sources(),
            "sent": fields_as_sent(self.data, KeptForm.as_typed),
            "version": cleaned["draft_version"],
            "key": cleaned["draft_key"],
            "is_second": cleaned["is_second"],
        }
        if self.beside_another:
            return written
        return written | {
            "summary": cleaned["summary"],
            "specialty": cleaned["specialty"],
            "tags": [*(tag.name for tag in cleaned["tags"]), *cleaned["other_tags"]],
        }
