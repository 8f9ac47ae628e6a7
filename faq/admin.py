"""Moderation of topics."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from doctors.moderating import ModeratedAdmin
from faq import actions
from faq.forms import TopicForm
from faq.models import Topic


@admin.register(Topic)
class TopicAdmin(ModeratedAdmin):
    form = TopicForm
    list_display = ["name", "name_zh_hant", "specialty", "tag_names", "published_count"]
    list_filter = ["specialty"]
    list_select_related = ["specialty"]
    search_fields = ["name", "name_zh_hant", "synonyms"]
    fields = [*TopicForm.Meta.fields, "tag_names", "pinned_numbers"]

    def get_prepopulated_fields(self, request, obj=None):
        return {} if obj else {"slug": ["name"]}

    def get_readonly_fields(self, request, obj=None):
        # Its address: what links to it would break.
        return ["slug"] if obj else []

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("tags")

    def save_model(self, request, obj, form, change) -> None:
        """Saved with its tags and pinned questions, in `save_related`."""

    def save_related(self, request, form, formsets, change) -> None:
        if not change or form.changed_data:
            actions.save_topic(
                topic=form.instance,
                by=request.user,
                tags=form.cleaned_data["tag_names"],
                pinned=form.cleaned_data["pinned_numbers"],
            )

    def delete_model(self, request, obj) -> None:
        actions.delete_topic(topic=obj, by=request.user)

    def delete_queryset(self, request, queryset) -> None:
        for topic in queryset:
            actions.delete_topic(topic=topic, by=request.user)

    @admin.display(description=_("tags"))
    def tag_names(self, topic: Topic) -> str:
        return ", ".join(tag.name for tag in topic.tags.all())

    @admin.display(description=_("Pinned questions"))
    def pinned_numbers(self, topic: Topic) -> str:
        return ", ".join(f"#{question.pk}" for question in topic.pinned_questions.all())
