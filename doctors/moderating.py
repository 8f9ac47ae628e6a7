"""What the moderation pages of every room share: history to read, and buttons with rules."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import pairwise

from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection
from django.db.models import Model, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext, ngettext
from simple_history.admin import SimpleHistoryAdmin

from doctors.changes import changes_between

NAMED_AT_MOST = 20
# Characters of a search: each word of it is a condition of its own.
LONGEST_SEARCH = 200
# How a filter of a list asks, after the name of its field.
ENDINGS = ("", "__exact", "__id__exact", "__isnull", "__isempty")


@dataclass(frozen=True)
class Button:
    """A button under the form of one row: saves what was edited, then does `press(row, by=…)`.

    `done` says it afterwards: "%(row)s is approved."
    """

    name: str
    label: str
    done: str
    press: Callable
    is_offered: Callable[[Model], bool] = lambda row: True


class NarrowedAdmin(admin.ModelAdmin):
    """A list that is narrowed by its filters and its search, and by nothing else.

    Django takes any lookup in any field of the row from the address: `?text__startswith=A` would tell
    what no page shows, letter by letter, and `__regex` keep the database busy.
    """

    # What links of ours ask besides.
    more_lookups: tuple[str, ...] = ()

    def lookup_allowed(self, lookup: str, value: str, request: HttpRequest) -> bool:
        names = map(name_of_filter, self.get_list_filter(request))
        asked = {f"{name}{ending}" for name in names for ending in ENDINGS}
        return lookup in asked.union(self.more_lookups)

    def get_search_results(self, request: HttpRequest, queryset: QuerySet, search_term: str):
        return super().get_search_results(request, queryset, search_term[:LONGEST_SEARCH])


class ButtonsAdmin(NarrowedAdmin):
    """A row whose state changes by buttons, and many rows by actions that obey the same rules."""

    change_form_template = "admin/change_form_with_buttons.html"
    buttons: tuple[Button, ...] = ()
    # What says no to a change, in a sentence for who tried.
    refusals: tuple[type[Exception], ...] = (ValidationError, PermissionDenied)

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        may_change = obj is not None and self.has_change_permission(request, obj)
        context["buttons"] = [b for b in self.buttons if may_change and b.is_offered(obj)]
        form = context["adminform"].form
        if not form.visible_fields() and not context["inline_admin_formsets"]:
            context["show_save"] = context["show_save_and_continue"] = False
        return super().render_change_form(request, context, add, change, form_url, obj)

    def response_change(self, request: HttpRequest, obj: Model) -> HttpResponse:
        for button in self.buttons:
            if button.name in request.POST:
                return self._press(request, obj, button)
        return super().response_change(request, obj)

    def _press(self, request: HttpRequest, obj: Model, button: Button) -> HttpResponse:
        try:
            button.press(obj, by=request.user)
        except self.refusals as refusal:
            messages.error(request, sentence_of(refusal))
            return redirect(request.get_full_path())
        messages.success(request, button.done % {"row": name_of(obj)})
        return self.response_post_save_change(request, obj)

    def change_each(
        self, request: HttpRequest, rows: Iterable[Model], change: Callable, done
    ) -> None:
        """Do `change(row, by=…)` to each by the rules of a single one; says to which, and why not.

        `done` is what to say, with `rows`, and `told`: the sum of what `change` returned, where it
        returns how many people hear of it by letter (ngettext_lazy).
        """
        done_to, refused, told = [], [], 0
        for row in rows:
            name = name_of(row)  # of one that is gone afterwards too
            try:
                told += change(row, by=request.user) or 0
                done_to.append(name)
            except self.refusals as refusal:
                refused.append(f"{row}: {sentence_of(refusal)}")
        if done_to:
            messages.success(request, done % {"rows": in_a_row(done_to), "told": told})
        if refused:
            words = ngettext("%(count)s not changed.", "%(count)s not changed.", len(refused))
            messages.error(request, " ".join([words % {"count": len(refused)}, *refused]))


class ModeratedAdmin(ButtonsAdmin, SimpleHistoryAdmin):
    """A row with its history, which is there to read: going back is a change like any other."""

    object_history_list_template = "admin/_history_list.html"
    object_history_form_template = "admin/history_version.html"
    # What a reason such as "+fever -rash" names: rows of another table, which no field here holds.
    carried_name = ""

    def get_object(self, request, object_id, from_field=None):
        """A row to be changed stays as the form compared it, until the change is stored."""
        row = super().get_object(request, object_id, from_field)
        if row is not None and request.method == "POST" and connection.in_atomic_block:
            self.lock(row)
            row = super().get_object(request, object_id, from_field)
        return row

    def lock(self, row: Model) -> None:
        """Hold it until the transaction ends, and before it what everyone holds first."""
        self.model.objects.select_for_update(of=["self"], no_key=True).get(pk=row.pk)

    def view_on_site(self, row: Model) -> str | None:
        return row.get_absolute_url() if hasattr(row, "get_absolute_url") else None

    def history_view(self, request, object_id, extra_context=None):
        self._require_row(request, object_id)
        shown = {"carried_name": self.carried_name}
        return super().history_view(request, object_id, {**shown, **(extra_context or {})})

    def set_history_delta_changes(self, request, historical_records, foreign_keys_are_objs=True):
        """The library leaves out what only buttons change, and cuts texts in the middle."""
        for newer, older in pairwise(historical_records):
            newer.changes = changes_between(older, newer)

    def history_form_view(self, request, object_id, version_id, extra_context=None):
        if request.method != "GET":
            raise PermissionDenied
        self._require_row(request, object_id)
        if not (version_id.isascii() and version_id.isdigit() and len(version_id) < 19):
            raise Http404
        return super().history_form_view(request, object_id, version_id, extra_context)

    def _require_row(self, request: HttpRequest, object_id: str) -> None:
        """The history of what this list does not hold is not there to read either."""
        if self.get_object(request, unquote(object_id)) is None:
            raise Http404

    def save_model(self, request, obj, form, change) -> None:
        if not change or form.changed_data:  # a row of history for each change, none for a look
            super().save_model(request, obj, form, change)


def name_of_filter(one) -> str:
    """Of each way to write a filter in `list_filter`: by its field, field and class, or a class."""
    if isinstance(one, str):
        return one
    return one[0] if isinstance(one, tuple) else one.parameter_name


def name_of(row: Model) -> str:
    """A row in a sentence: long ones, such as questions, by their number."""
    return f"#{row.pk}" if str(row).startswith(f"#{row.pk} ") else str(row)


def in_a_row(names: list[str]) -> str:
    """ "#12, #14", and of very many how many more there are."""
    shown = gettext(", ").join(names[:NAMED_AT_MOST])
    more = len(names) - NAMED_AT_MOST
    if more <= 0:
        return shown
    words = ngettext("%(names)s and %(count)s more", "%(names)s and %(count)s more", more)
    return words % {"names": shown, "count": more}


def sentence_of(refusal: Exception) -> str:
    return " ".join(refusal.messages) if isinstance(refusal, ValidationError) else str(refusal)
