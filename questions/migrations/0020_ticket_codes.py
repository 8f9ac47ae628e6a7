"""A code of its own for each ticket that there is: adding the column gave all the same."""

from django.db import migrations

from questions.models.contact import new_code

CHUNK = 2_000


def give_codes(apps, schema_editor):
    contact = apps.get_model("questions", "Contact")
    changed = []
    for each in contact.objects.only("code").iterator(CHUNK):
        each.code = new_code()
        changed.append(each)
        if len(changed) == CHUNK:
            contact.objects.bulk_update(changed, ["code"])
            changed = []
    contact.objects.bulk_update(changed, ["code"])


class Migration(migrations.Migration):
    dependencies = [("questions", "0019_ticket")]
    operations = [migrations.RunPython(give_codes, migrations.RunPython.noop, elidable=True)]
