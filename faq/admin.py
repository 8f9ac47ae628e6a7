"""Moderation of topics."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from doctors.moderating import ModeratedAdmin
from faq import actions
from faq.models import Topic


@admin.register(Topic)
class TopicAdmin(ModeratedAdmin):
    list_display = ["name", "name_zh_hant", "specialty", "tag_names", "published_count"]
    list_filter = ["specialty"]
    list_select_related = ["specialty"]
    search_fields = ["name", "name_zh_hant", "synonyms"]
    autocomplete_fields = ["specialty", "tags", "pinned_questions"]
    fields = [
        "name",
        "name_zh_hant",
        "slug",
        "specialty",
        "synonyms",
        "overview",
        "tags",
        "pinned_questions",
    ]

    def get_prepopulated_fields(self, request, obj=None):
        return {} if obj else {"slug": ["name"]}

    def get_readonly_fields(self, request, obj=None):
        # Its address: what links to it would break.
        return ["slug"] if obj else []

    def get_form(self, request, obj=None, change=False, **kwargs):
        help_texts = {
            "synonyms": _("Names with commas between them."),
            "overview": _("Markdown; #185662 links a question."),
            "pinned_questions": _("Shown first. Search by number or title."),
        }
        return super().get_form(request, obj, change, help_texts=help_texts, **kwargs)

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("tags")

    def save_model(self, request, obj, form, change) -> None:
        if not change or form.changed_data:
            actions.save_topic(topic=obj, by=request.user)

    def save_related(self, request, form, formsets, change) -> None:
        tags_before = list(form.instance.tags.all())
        super().save_related(request, form, formsets, change)
        actions.mark_questions_due(form.instance, tags_before=tags_before)

    @admin.display(description=_("tags"))
    def tag_names(self, topic: Topic) -> str:
        return ", ".join(tag.name for tag in topic.tags.all())
