"""Changes of many rows that need something filled in: a page between the list and the change."""

from collections.abc import Callable
from dataclasses import dataclass

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse

ROWS_AT_MOST = 200


@dataclass(frozen=True)
class Bulk:
    """`change(row, by=…, **cleaned)` is what is done to each row, by the rules of a single one.

    `done` says it afterwards, as in `change_each`. The fields `from_link` may be filled in by the address
    that leads here. `says` are sentences on what will be done.
    """

    title: str
    button: str
    done: str
    form: type[forms.Form]
    change: Callable
    title_of_one: str = ""
    from_link: tuple[str, ...] = ()
    says: tuple[str, ...] = ()


class BulkPages:
    """Adds `<name>/?ids=1,2` to a ModeratedAdmin for each of its `bulk_pages`."""

    bulk_pages: dict[str, Bulk] = {}

    def get_urls(self):
        name = f"{self.opts.app_label}_{self.opts.model_name}_bulk"
        view = self.admin_site.admin_view(self.bulk_view)
        return [path("bulk/<slug:name>/", view, name=name), *super().get_urls()]

    def bulk_address(self, name: str, ids) -> str:
        address = reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_bulk", args=[name])
        return f"{address}?ids={','.join(str(pk) for pk in ids)}"

    def to_bulk_page(self, name: str, queryset) -> HttpResponse:
        """What an action of the list answers."""
        ids = queryset.order_by("pk").values_list("pk", flat=True)
        return redirect(self.bulk_address(name, ids[:ROWS_AT_MOST]))

    def bulk_view(self, request: HttpRequest, name: str) -> HttpResponse:
        if name not in self.bulk_pages:
            raise Http404
        if not self.has_change_permission(request):
            raise PermissionDenied
        page, rows = self.bulk_pages[name], self._rows(request)
        form = self.bulk_form(page, request.POST if request.method == "POST" else None, rows)
        form.initial |= {name: request.GET.get(name, "") for name in page.from_link}
        to_confirm = self.to_confirm(rows, form) if form.is_valid() else ""
        if form.is_valid() and not to_confirm:
            self.do_bulk(request, page, rows, form.cleaned_data)
            return redirect(f"admin:{self.opts.app_label}_{self.opts.model_name}_changelist")
        context = {
            **self.admin_site.each_context(request),
            "title": page.title_of_one if len(rows) == 1 and page.title_of_one else page.title,
            "says": page.says,
            "button": page.button,
            "opts": self.opts,
            "lines": [self.line_of(row) for row in rows],
            "to_confirm": to_confirm,
            "form": form,
            "media": self.media + form.media,
            **self.shown_before(page, rows),
        }
        return TemplateResponse(request, "admin/bulk_page.html", context)

    def bulk_form(self, page: Bulk, data, rows) -> forms.Form:
        return page.form(data)

    def line_of(self, row) -> str:
        """A row as the page lists it."""
        return str(row)

    def shown_before(self, page: Bulk, rows) -> dict:
        """What the template of the page shows besides."""
        return {}

    def to_confirm(self, rows, form: forms.Form) -> str:
        """What pressing the button once more will do, "" where the first press says it all."""
        return ""

    def do_bulk(self, request: HttpRequest, page: Bulk, rows, cleaned: dict) -> None:
        self.change_each(
            request, rows, lambda row, by: page.change(row, by=by, **cleaned), page.done
        )

    def _rows(self, request: HttpRequest):
        ids = request.GET.get("ids", "").split(",")[:ROWS_AT_MOST]
        known = [pk for pk in ids if pk.isascii() and pk.isdigit() and len(pk) < 19]
        rows = self.get_queryset(request).filter(pk__in=known).order_by("pk")
        if not rows:
            raise Http404
        return rows
