from importlib import import_module

from django.db import migrations

audit = import_module("questions.migrations.0023_audit").audit


class Migration(migrations.Migration):
    dependencies = [
        ("faq", "0004_fill_topic_lists"),
        ("questions", "0023_audit"),
    ]

    operations = audit("faq_topic", "slug, name, name_zh_hant, synonyms, specialty_id, overview")
