from django.db import migrations, models

from questions.sealing import seal, unseal

CHUNK = 1_000


def seal_all(apps, schema_editor):
    _rewrite(apps, "email", "sealed_email", seal)


def unseal_all(apps, schema_editor):
    _rewrite(apps, "sealed_email", "email", unseal)


def _rewrite(apps, source, target, change):
    contacts = apps.get_model("questions", "Contact").objects.exclude(**{source: ""})
    rows = []
    for contact in contacts.iterator(CHUNK):
        setattr(contact, target, change(getattr(contact, source)))
        rows.append(contact)
        if len(rows) == CHUNK:
            contacts.model.objects.bulk_update(rows, [target])
            rows = []
    contacts.model.objects.bulk_update(rows, [target])


class Migration(migrations.Migration):
    """Addresses lie encrypted, and nowhere as they are."""

    dependencies = [("questions", "0029_carried_questions")]

    operations = [
        migrations.AddField(
            "contact",
            "sealed_email",
            models.TextField("e-mail", blank=True, editable=False, default=""),
            preserve_default=False,
        ),
        # So that undoing it, too, puts the addresses back before the column goes.
        migrations.AlterField("contact", "email", models.EmailField(default="", blank=True, max_length=254)),
        migrations.RunPython(seal_all, unseal_all),
        migrations.RemoveField("contact", "email"),
        migrations.AddConstraint(
            "contact",
            models.CheckConstraint(
                name="contact_email_sealed",
                condition=models.Q(sealed_email="") | models.Q(sealed_email__startswith="gAAAAA"),
            ),
        ),
    ]
