"""The group of the moderators, with what they may do and nothing else."""

from django.db import migrations

PERMISSIONS = {
    "auth.user": "view",
    "doctors.doctor": "add change view",
    "doctors.specialty": "add change view",
    "faq.topic": "add change delete view",
    "questions.letter": "change view",
    "questions.question": "change view",
    "questions.reply": "change view",
    "questions.report": "change view",
    "questions.synonym": "add change delete view",
    "questions.tag": "add change view",
}


def make_group(apps, schema_editor):
    # Django makes permissions after all migrations have run; it keeps those it finds.
    ContentType = apps.get_model("contenttypes", "ContentType")
    Permission = apps.get_model("auth", "Permission")
    group, _ = apps.get_model("auth", "Group").objects.get_or_create(name="Moderators")
    for thing, verbs in PERMISSIONS.items():
        app, model = thing.split(".")
        content_type, _ = ContentType.objects.get_or_create(app_label=app, model=model)
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
        ("doctors", "0001_initial"),
        ("faq", "0001_initial"),
        ("questions", "0001_initial"),
    ]
    operations = [migrations.RunPython(make_group, migrations.RunPython.noop)]
