"""What moderators fill in, in the admin, about tags."""

from django import forms
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from doctors.typed_form import TypedForm
from doctors.versions import VersionMixin
from questions.forms.moderation import NamedBackForm
from questions.forms.tag_names import TagNamesField
from questions.models import Synonym, Tag


class AddTagsForm(TypedForm, forms.Form):
    tag_names = TagNamesField(widget=forms.TextInput(attrs={"class": "vTextField"}))

    def clean_tag_names(self) -> list[str]:
        names = self.cleaned_data["tag_names"]
        if not names:
            raise ValidationError(_("Write at least one tag."))
        return names


class MergeTagsForm(NamedBackForm):
    """Which tag the others become synonyms of: one of those selected, or another by its name."""

    target = forms.ModelChoiceField(
        label=_("The tag that stays"),
        queryset=Tag.objects.none(),
        empty_label=_("another one, named below"),
        required=False,
        widget=forms.RadioSelect,
    )
    other = forms.CharField(
        label=_("Another tag"),
        help_text=_("Its name, or a synonym of it."),
        required=False,
        widget=forms.TextInput(attrs={"class": "vTextField", "autocomplete": "off"}),
    )

    class Media:
        js = [forms.Script("tag-names.js", defer=True)]

    def __init__(self, *args, tags, **kwargs):
        super().__init__(*args, **kwargs)
        self.tags = tags
        self.fields["target"].queryset = tags
        if len(tags) == 1:
            self.fields["other"].label = self.fields.pop("target").label
        self.fields["other"].widget.attrs["data-names"] = reverse("admin:autocomplete")

    def clean(self):
        cleaned = super().clean()
        name = " ".join(cleaned.get("other", "").lower().split())
        if cleaned.get("target") and name:
            self.add_error("other", _("Choose a tag above, or write the name of one, not both."))
        elif cleaned.get("target") is None and not self.errors:
            cleaned["target"] = Tag.objects.known_as([name]).get(name) if name else None
            if cleaned["target"] is None:
                self.add_error("other", _("Choose a tag above, or write the name of one."))
            elif list(self.tags) == [cleaned["target"]]:
                self.add_error("other", _("A tag cannot be merged into itself."))
        return cleaned


class TagForm(TypedForm, VersionMixin, forms.ModelForm):
    class Meta:
        model = Tag
        fields = ["name", "name_zh_hant", "kind", "slug"]

    def clean_name(self) -> str:
        name = " ".join(self.cleaned_data["name"].split())
        synonym = Synonym.objects.filter(name__iexact=name).exclude(tag=self.instance.pk).first()
        if synonym:
            raise ValidationError(
                _("This is a synonym of “%(tag)s”."), params={"tag": synonym.tag.name}
            )
        return name

    def clean_slug(self) -> str:
        slug = self.cleaned_data["slug"]
        if Synonym.objects.filter(slug=slug).exists():
            raise ValidationError(_("This address leads to another tag already."))
        return slug


class SynonymForm(TypedForm, forms.ModelForm):
    """A synonym by its name; its second address follows from the name."""

    class Meta:
        model = Synonym
        fields = ["name"]

    def clean_name(self) -> str:
        name = " ".join(self.cleaned_data["name"].split())
        if Tag.objects.filter(name__iexact=name).exists():
            raise ValidationError(_("There is a tag of this name: merge it instead."))
        self.instance.name = name
        if not self.instance.slug:
            Tag.objects.give_slugs([self.instance])
        return name
