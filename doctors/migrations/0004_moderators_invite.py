"""Moderators invite doctors, and see which letters to staff have gone out."""

from django.db import migrations

PERMISSIONS = {"invitation": "add change view", "staffletter": "change view"}


def let_moderators_invite(apps, schema_editor):
    # As faq.0002_moderators: Django makes permissions after all migrations have run.
    ContentType = apps.get_model("contenttypes", "ContentType")
    Permission = apps.get_model("auth", "Permission")
    group, _ = apps.get_model("auth", "Group").objects.get_or_create(name="Moderators")
    for model, verbs in PERMISSIONS.items():
        content_type, _ = ContentType.objects.get_or_create(app_label="doctors", model=model)
        for verb in verbs.split():
            permission, _ = Permission.objects.get_or_create(
                content_type=content_type,
                codename=f"{verb}_{model}",
                defaults={"name": f"Can {verb} {model}"},
            )
            group.permissions.add(permission)


class Migration(migrations.Migration):
    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("doctors", "0003_cache_table"),
    ]
    operations = [migrations.RunPython(let_moderators_invite, migrations.RunPython.noop)]
