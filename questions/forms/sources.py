"""The rows of sources below an explanation. An empty row says nothing."""

from collections.abc import Mapping

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator, URLValidator
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from doctors.typed_form import TypedForm
from questions.models import Source

SOURCES_AT_MOST = 20
PREFIX = "sources"


class LinkField(forms.URLField):
    """An address on the web; without "https://" in front it gets one."""

    default_validators = [URLValidator(schemes=["http", "https"])]
    widget = forms.TextInput(attrs={"inputmode": "url"})

    def __init__(self, **kwargs):
        super().__init__(assume_scheme="https", **kwargs)
        self.validators.append(MaxLengthValidator(Source.URL_LENGTH))


class SourceForm(TypedForm, forms.Form):
    title = forms.CharField(
        label=_("Title"), required=False, validators=[MaxLengthValidator(Source.TITLE_LENGTH)]
    )
    url = LinkField(label=_("Link"), required=False)
    year = forms.IntegerField(
        label=_("Year"), required=False, widget=forms.TextInput(attrs={"inputmode": "numeric"})
    )

    def clean_year(self) -> int | None:
        year = self.cleaned_data["year"]
        latest = timezone.localdate().year + 1
        if year is not None and not Source.FIRST_YEAR <= year <= latest:
            raise ValidationError(
                _("The year is between %(first)s and %(last)s."),
                params={"first": Source.FIRST_YEAR, "last": latest},
            )
        return year

    def clean(self) -> dict:
        cleaned = super().clean()
        if self.is_filled():
            for name, words in (
                ("title", _("Give this source a title.")),
                ("url", _("Give this source its link.")),
            ):
                if name in cleaned and not cleaned[name]:
                    self.add_error(name, ValidationError(words))
        return cleaned

    def is_filled(self) -> bool:
        return any((self[name].data or "").strip() for name in self.fields)


class SourceRows(
    forms.formset_factory(
        SourceForm,
        extra=1,
        max_num=SOURCES_AT_MOST,
        absolute_max=SOURCES_AT_MOST,
        validate_max=True,
    )
):
    def __init__(self, data: Mapping | None = None, *, initial: list[dict]):
        super().__init__(data, initial=initial, prefix=PREFIX)

    def rows(self) -> list[dict[str, object]]:
        """Of valid rows those that say something, in their order."""
        return [form.cleaned_data for form in self.forms if form.is_filled()]

    def typed(self) -> list[dict[str, str]]:
        """The same of rows that may be wrong."""
        names = list(SourceForm.base_fields)
        return [
            {name: (form[name].data or "").strip() for name in names}
            for form in self.forms
            if form.is_filled()
        ]


class WithSources:
    """A form with rows of sources below it, `self.sources`. Wrong rows make it wrong."""

    def take_sources(self, data: Mapping | None, *, initial: list[dict]) -> None:
        """Bound where the page that was sent had them."""
        has_rows = self.is_bound and f"{PREFIX}-TOTAL_FORMS" in data
        self.sources = SourceRows(data if has_rows else None, initial=initial)

    def is_valid(self) -> bool:
        if self.sources.is_bound and not self.sources.is_valid():
            self.add_error(None, ValidationError(_("Something is not right in the sources.")))
        return super().is_valid()

    def written_sources(self) -> list[dict[str, object]] | None:
        """None leaves them as they are. Of a valid form."""
        return self.sources.rows() if self.sources.is_bound else None


def typed_rows(typed: Mapping[str, list[str]]) -> list[dict[str, str]]:
    """The rows that were kept between two keys, whole or not, without the empty ones."""
    names = list(SourceForm.base_fields)
    rows = [
        {name: "".join(typed.get(f"{PREFIX}-{place}-{name}", [])[:1]) for name in names}
        for place in range(SOURCES_AT_MOST)
    ]
    return [row for row in rows if any(row.values())]
