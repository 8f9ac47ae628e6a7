"""Moderators see which letters went out, and send again those that failed."""

from django.db import migrations


def let_moderators_see_letters(apps, schema_editor):
    # Django makes permissions after all migrations have run; it keeps those it finds.
    ContentType = apps.get_model("contenttypes", "ContentType")
    Permission = apps.get_model("auth", "Permission")
    group, _ = apps.get_model("auth", "Group").objects.get_or_create(name="Moderators")
    content_type, _ = ContentType.objects.get_or_create(app_label="questions", model="letter")
    for verb in ("change", "view"):
        permission, _ = Permission.objects.get_or_create(
            content_type=content_type,
            codename=f"{verb}_letter",
            defaults={"name": f"Can {verb} letter"},
        )
        group.permissions.add(permission)


class Migration(migrations.Migration):
    dependencies = [
        ("faq", "0003_moderators"),
        ("questions", "0005_letters"),
    ]
    operations = [migrations.RunPython(let_moderators_see_letters, migrations.RunPython.noop)]
