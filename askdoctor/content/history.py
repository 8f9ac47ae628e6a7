"""The first entry of a row's history, for many rows at once."""

from collections.abc import Sequence

from django.db import connection, models
from psycopg import sql


def begin_history(rows: Sequence[models.Model]) -> None:
    """Write what django-simple-history writes for a new row, without sending the texts once more."""
    if not rows:
        return
    model, history = type(rows[0]), type(rows[0]).history.model
    own = [field.column for field in history.tracked_fields]
    query = sql.SQL(
        """
        INSERT INTO {history} ({own}, history_date, history_type, history_change_reason)
        SELECT {own}, now(), '+', 'imported' FROM {table} WHERE {key} = ANY(%s) ORDER BY {key}
        """
    ).format(
        history=sql.Identifier(history._meta.db_table),
        table=sql.Identifier(model._meta.db_table),
        key=sql.Identifier(model._meta.pk.column),
        own=sql.SQL(", ").join(map(sql.Identifier, own)),
    )
    with connection.cursor() as cursor:
        cursor.execute(query, [[row.pk for row in rows]])
