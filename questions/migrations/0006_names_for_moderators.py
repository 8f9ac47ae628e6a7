# The labels that moderators read in the admin; no column changes.

import django.db.models.deletion
import questions.models.letter
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('doctors', '0001_initial'),
        ('questions', '0005_letters'),
    ]

    operations = [
        migrations.AlterField(
            model_name='historicalreply',
            name='doctor_name',
            field=models.CharField(blank=True, editable=False, max_length=120, verbose_name='signed as'),
        ),
        migrations.AlterField(
            model_name='historicalreply',
            name='doctor_specialty',
            field=models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='doctors.specialty', verbose_name='specialty on that day'),
        ),
        migrations.AlterField(
            model_name='historicalreply',
            name='doctor_was_verified',
            field=models.BooleanField(default=False, editable=False, verbose_name='licence checked by that day'),
        ),
        migrations.AlterField(
            model_name='letter',
            name='message_id',
            field=models.CharField(default=questions.models.letter.new_message_id, max_length=300, unique=True, verbose_name='Message-ID'),
        ),
        migrations.AlterField(
            model_name='reply',
            name='doctor_name',
            field=models.CharField(blank=True, editable=False, max_length=120, verbose_name='signed as'),
        ),
        migrations.AlterField(
            model_name='reply',
            name='doctor_specialty',
            field=models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='doctors.specialty', verbose_name='specialty on that day'),
        ),
        migrations.AlterField(
            model_name='reply',
            name='doctor_was_verified',
            field=models.BooleanField(default=False, editable=False, verbose_name='licence checked by that day'),
        ),
    ]
