"""Rulings on two questions beside each other: made on the page of either, listed and lifted here."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from doctors.moderating import Button, ModeratedAdmin, sentence_of
from questions.forms.moderation import PairForm
from questions.models import PairRuling, Question
from questions.rulings import lift_ruling, rule_on_pair

LIFTED = _("Lifted: %(rows)s.")
SAID = {
    PairRuling.Verdict.PINNED: _("#%(one)s and #%(other)s are always shown beside each other."),
    PairRuling.Verdict.BLOCKED: _("#%(one)s and #%(other)s are never shown beside each other."),
    PairForm.LIFTED: _("Scores alone decide on #%(one)s and #%(other)s again."),
}


def lift(ruling: PairRuling, *, by) -> None:
    lift_ruling(question=ruling.question, other=ruling.other, by=by)


class PairsOfQuestion:
    """Adds to the admin of questions where the buttons beside similar questions lead."""

    def get_urls(self):
        view = self.admin_site.admin_view(self.pair_view)
        return [
            path("<int:pk>/pair/", view, name="questions_question_pair"),
            *super().get_urls(),
        ]

    def pair_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        if not self.has_change_permission(request):
            raise PermissionDenied
        question = get_object_or_404(Question, pk=pk)
        if request.method == "POST":
            self._rule(request, question, PairForm(request.POST))
        return redirect(reverse("admin:questions_question_change", args=[pk]) + "#beside")

    def _rule(self, request: HttpRequest, question: Question, form: PairForm) -> None:
        try:
            if not form.is_valid():
                raise ValidationError(form.errors.get("other") or form.errors["verdict"])
            other, verdict = form.cleaned_data["other"], form.cleaned_data["verdict"]
            if verdict == PairForm.LIFTED:
                lift_ruling(question=question, other=other, by=request.user)
            else:
                rule_on_pair(question=question, other=other, verdict=verdict, by=request.user)
        except ValidationError as refusal:
            messages.error(request, sentence_of(refusal))
        else:
            messages.success(request, SAID[verdict] % {"one": question.pk, "other": other.pk})


@admin.register(PairRuling)
class PairRulingAdmin(ModeratedAdmin):
    """Who may look at questions may look at these, and who may change them may lift these."""

    list_display = ["pair", "question_title", "other_title", "verdict", "ruled_at", "ruled_by"]
    list_filter = ["verdict"]
    list_select_related = ["question", "other", "ruled_by"]
    search_fields = ["=question__pk", "=other__pk"]
    search_help_text = _("Number of a question")
    show_full_result_count = False
    fields = ["question_link", "other_link", "verdict", "ruled_at", "ruled_by"]
    readonly_fields = fields
    buttons = (Button("_lift", _("Lift"), _("%(row)s – lifted."), lift),)
    actions = ["lift_selected"]

    def has_view_permission(self, request, obj=None) -> bool:
        return request.user.has_perm("questions.view_question")

    def has_change_permission(self, request, obj=None) -> bool:
        return request.user.has_perm("questions.change_question")

    def has_add_permission(self, request) -> bool:
        return False

    def has_delete_permission(self, request, obj=None) -> bool:
        return False  # lifted: the history says by whom

    @admin.display(description=_("pair"))
    def pair(self, ruling: PairRuling) -> str:
        return f"#{ruling.question_id} – #{ruling.other_id}"

    @admin.display(description=_("question"), ordering="question")
    def question_title(self, ruling: PairRuling) -> str:
        return ruling.question.title

    @admin.display(description=_("other question"), ordering="other")
    def other_title(self, ruling: PairRuling) -> str:
        return ruling.other.title

    @admin.display(description=_("question"))
    def question_link(self, ruling: PairRuling) -> str:
        return link_to(ruling.question)

    @admin.display(description=_("other question"))
    def other_link(self, ruling: PairRuling) -> str:
        return link_to(ruling.other)

    @admin.action(description=_("Lift"), permissions=["change"])
    def lift_selected(self, request, queryset):
        self.change_each(request, queryset, lift, LIFTED)


def link_to(question: Question) -> str:
    """To moderate it."""
    address = reverse("admin:questions_question_change", args=[question.pk])
    return format_html('<a href="{}">{}</a>', address, question)
