from django.db import migrations

# As for the tables in questions/migrations/0023_audit.py, whose functions these are.
TRIGGERS = """
CREATE TRIGGER keep_history BEFORE UPDATE OR DELETE ON faq_historicaltopic
FOR EACH ROW EXECUTE FUNCTION askdoctor_keep_history();
CREATE CONSTRAINT TRIGGER write_history
AFTER DELETE OR UPDATE OF slug, name, name_zh_hant, synonyms, specialty_id, overview ON faq_topic
DEFERRABLE INITIALLY DEFERRED
FOR EACH ROW EXECUTE FUNCTION askdoctor_write_history('faq_historicaltopic');
"""
UNDO = """
DROP TRIGGER keep_history ON faq_historicaltopic;
DROP TRIGGER write_history ON faq_topic;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("faq", "0004_fill_topic_lists"),
        ("questions", "0023_audit"),
    ]

    operations = [migrations.RunSQL(TRIGGERS, UNDO)]
