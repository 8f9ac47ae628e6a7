from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("questions", "0012_fill_leases")]

    operations = [
        migrations.RemoveConstraint(
            model_name='question',
            name='question_claimed_by_someone',
        ),
        migrations.AddConstraint(
            model_name='question',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('claimed_at__isnull', False), ('claimed_by__isnull', False), ('lease_until__gt', models.F('claimed_at')), ('lease_until__isnull', False), ('status', 'claimed')), models.Q(models.Q(('status', 'claimed'), _negated=True), ('claimed_at', None), ('claimed_by', None), ('lease_until__isnull', True)), _connector='OR'), name='question_claimed_by_someone'),
        ),
        migrations.AddConstraint(
            model_name='question',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('kept_for', None), ('kept_until__isnull', True)), models.Q(('kept_for__isnull', False), ('kept_until__isnull', False), ('status', 'open')), _connector='OR'), name='question_kept_while_open'),
        ),
        migrations.AddConstraint(
            model_name='question',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('resolved_by__isnull', False), ('status', 'resolved'), models.Q(('resolved_by', models.F('id')), _negated=True)), models.Q(models.Q(('status', 'resolved'), _negated=True), ('resolved_by__isnull', True), ('resolved_note', '')), _connector='OR'), name='question_resolved_by_another'),
        ),
        migrations.AddConstraint(
            model_name='reply',
            constraint=models.UniqueConstraint(condition=models.Q(('status', 'published')), fields=('question', 'place'), name='one_published_reply_at_a_place'),
        ),
    ]
