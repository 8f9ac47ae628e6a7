"""Why what was found in a reply stays: a line for each finding."""

from collections.abc import Iterable, Iterator, Mapping

from django import forms
from django.utils.translation import gettext_lazy as _

from doctors.typed import typed
from doctors.typed_form import TypedForm
from questions.models import Acknowledgement
from questions.reply_checks import Finding

PREFIX = "reason-"


def reasons_in(data: Mapping[str, str]) -> dict[str, str]:
    """Those that were sent, by the names of their findings."""
    return {
        name: typed(data[name], in_one_line=True).text for name in data if name.startswith(PREFIX)
    }


class ReasonsForm(TypedForm, forms.Form):
    """Shown again with what was typed. Which reasons are enough, the action decides (answer_findings)."""

    def __init__(self, findings: Iterable[Finding], data: Mapping[str, str]):
        """Nothing is wrong yet when none of these was on the page that was sent."""
        self.findings = list(findings)
        names = {each.name for each in self.findings}
        super().__init__(data if names & set(data) else None, use_required_attribute=False)
        for each in self.findings:
            self.fields[each.name] = forms.CharField(
                label=_("Why does it stay?"),
                max_length=Acknowledgement.REASON_LENGTH,
                error_messages={"required": _("Write why, or change the words.")},
                widget=forms.TextInput(
                    attrs={"class": "form-control", "aria-describedby": f"about-{each.name}"}
                ),
            )

    def rows(self) -> Iterator[tuple[Finding, forms.BoundField]]:
        return ((each, self[each.name]) for each in self.findings)
