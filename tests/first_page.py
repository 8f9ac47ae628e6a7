"""What the first page of moderation shows."""

from django.urls import reverse


def work_on_first_page(client) -> list:
    """What waits, of all groups, as this client sees it."""
    groups = client.get(reverse("admin:index")).context["work_groups"]
    return [one for group in groups for one in group.works]
