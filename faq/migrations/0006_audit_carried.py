from importlib import import_module

from django.db import migrations

write = import_module("questions.migrations.0023_audit").write


def carried(table: str, column: str, other: str) -> migrations.RunSQL:
    function = f"askdoctor_write_carried('faq_topic', 'topic_id', '{other}', '{column}')"
    return write("write_part", table, "UPDATE", function)


class Migration(migrations.Migration):
    dependencies = [
        ("faq", "0005_audit"),
        ("questions", "0029_carried_questions"),
    ]

    operations = [
        carried("faq_topic_tags", "tag_id", "questions_tag"),
        carried("faq_topic_pinned_questions", "question_id", "questions_question"),
    ]
