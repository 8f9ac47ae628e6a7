import django.contrib.postgres.fields
from django.db import migrations, models

# As 0023_audit has it, and the signs.
COLUMNS = (
    "title, summary, body, language, specialty_id, asker_name, age_band, sex, status, is_urgent,"
    " asked_at, claimed_by_id, claimed_at, kept_for_id, kept_until, decline_reason, decline_note,"
    " resolved_by_id, resolved_note, published_at, follow_up_of_id, retracted_at, retraction_reason,"
    " duplicate_of_id"
)
TRIGGER = """
DROP TRIGGER write_history ON questions_question;
CREATE CONSTRAINT TRIGGER write_history AFTER INSERT OR DELETE OR UPDATE OF {columns} ON questions_question
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
WHEN (current_setting('askdoctor.erasing', true) IS DISTINCT FROM 'on')
EXECUTE FUNCTION askdoctor_write_history('questions_historicalquestion');
"""


class Migration(migrations.Migration):

    dependencies = [
        ('questions', '0033_why_kept'),
    ]

    operations = [
        migrations.AddField(
            model_name='historicalquestion',
            name='urgent_signs',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=20), blank=True, db_default=[], default=list, editable=False, size=None),
        ),
        migrations.AddField(
            model_name='question',
            name='urgent_signs',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=20), blank=True, db_default=[], default=list, editable=False, size=None),
        ),
        migrations.AlterField(
            model_name='historicalquestion',
            name='is_urgent',
            field=models.BooleanField(default=False, help_text='Stands on top of every list that waits.', verbose_name='urgent'),
        ),
        migrations.AlterField(
            model_name='question',
            name='is_urgent',
            field=models.BooleanField(default=False, help_text='Stands on top of every list that waits.', verbose_name='urgent'),
        ),
        migrations.RunSQL(
            TRIGGER.format(columns=f"{COLUMNS}, urgent_signs"), TRIGGER.format(columns=COLUMNS)
        ),
    ]
