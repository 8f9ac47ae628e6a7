"""Moderation of tags: names, kinds, synonyms, and making one of two."""

import taggit.models
from django.contrib import admin
from django.shortcuts import redirect
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from doctors.moderating import Button, ModeratedAdmin
from questions import actions
from questions.admin.bulk import Bulk, BulkPages
from questions.forms.tag_moderation import MergeTagsForm, SynonymForm, TagForm
from questions.models import Synonym, Tag, TaggedQuestion


class SynonymInline(admin.StackedInline):  # in the table of the other kind no field has a label
    model = Synonym
    form = SynonymForm
    extra = 1
    MORE_AT_ONCE = 100  # a page of thousands, which anybody can ask for, takes seconds

    def get_formset(self, request, obj=None, **kwargs):
        most = (obj.synonyms.count() if obj else 0) + self.MORE_AT_ONCE
        # Django sets 0 for who may add none.
        max_num = most if self.max_num is None else self.max_num
        return super().get_formset(request, obj, max_num=max_num, absolute_max=most, **kwargs)


def merge(tag: Tag, *, by, target: Tag) -> None:
    actions.merge_tags(source=tag, target=target, by=by)


def count_moving(tags) -> int:
    tagged = TaggedQuestion.objects.filter(tag__in=tags)
    return tagged.values("content_object").distinct().count()


MERGED = _("Merged: %(rows)s.")


@admin.register(Tag)
class TagAdmin(BulkPages, ModeratedAdmin):
    form = TagForm
    fields = ["name", "name_zh_hant", "kind", "slug", "published_count"]
    inlines = [SynonymInline]
    list_display = ["name", "name_zh_hant", "kind", "synonym_names", "published_count"]
    list_filter = ["kind"]
    search_fields = ["name", "name_zh_hant", "synonyms__name"]
    show_full_result_count = False
    # What is in use comes first, also when a name is completed: a vocabulary holds thousands more.
    ordering = ["-published_count", "name"]
    buttons = (Button("_merge", _("Save and merge…"), "", None),)
    actions = ["merge_selected"]
    bulk_pages = {"merge": Bulk(_("Merge tags"), _("Merge"), MERGED, MergeTagsForm, merge)}

    def has_delete_permission(self, request, obj=None) -> bool:
        return False  # a tag is merged: its address and its questions move along

    def get_prepopulated_fields(self, request, obj=None):
        return {} if obj else {"slug": ["name"]}

    def get_readonly_fields(self, request, obj=None):
        # The slug is its address: what links to it would break.
        return ["slug", "published_count"] if obj else ["published_count"]

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("synonyms")

    def save_related(self, request, form, formsets, change) -> None:
        super().save_related(request, form, formsets, change)
        if form.changed_data or any(formset.has_changed() for formset in formsets):
            actions.refresh_tag(form.instance, by=request.user)

    def response_change(self, request, obj):
        if "_merge" in request.POST:
            return redirect(self.bulk_address("merge", [obj.pk]))
        return super().response_change(request, obj)

    def bulk_form(self, page, data, rows):
        return page.form(data, tags=rows)

    def line_of(self, row: Tag) -> str:
        words = ngettext(
            "%(tag)s (%(kind)s), %(count)s answer",
            "%(tag)s (%(kind)s), %(count)s answers",
            row.published_count,
        )
        return words % {"tag": row, "kind": row.get_kind_display(), "count": row.published_count}

    def to_confirm(self, rows, form: MergeTagsForm) -> str:
        if not form.asks_first():
            return ""
        target = form.cleaned_data["target"]
        moving = [tag for tag in rows if tag != target]
        count = count_moving(moving)
        words = ngettext(
            "Merging %(names)s into “%(target)s” moves %(count)s question. What was a tag is a "
            "synonym then, and this cannot be undone. Press the button again to do it.",
            "Merging %(names)s into “%(target)s” moves %(count)s questions. What was a tag is a "
            "synonym then, and this cannot be undone. Press the button again to do it.",
            count,
        )
        names = gettext(", ").join(f"“{tag}”" for tag in moving)
        return words % {"names": names, "target": target, "count": count}

    def do_bulk(self, request, page, rows, cleaned) -> None:
        super().do_bulk(
            request, page, rows.exclude(pk=cleaned["target"].pk), {"target": cleaned["target"]}
        )

    @admin.display(description=_("synonyms"))
    def synonym_names(self, tag: Tag) -> str:
        return ", ".join(synonym.name for synonym in tag.synonyms.all())

    @admin.action(description=_("Merge…"), permissions=["change"])
    def merge_selected(self, request, queryset):
        return self.to_bulk_page("merge", queryset)


# Its own model of tags, which nothing here uses.
admin.site.unregister(taggit.models.Tag)
