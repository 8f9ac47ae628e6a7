"""The table of the cache that all processes share: how often a password or a code was tried."""

from django.db import migrations

CREATE = """
CREATE UNLOGGED TABLE IF NOT EXISTS askdoctor_cache (
    cache_key varchar(255) NOT NULL PRIMARY KEY,
    value text NOT NULL,
    expires timestamp with time zone NOT NULL
);
CREATE INDEX IF NOT EXISTS askdoctor_cache_expires ON askdoctor_cache (expires);
"""


class Migration(migrations.Migration):
    dependencies = [("doctors", "0002_invitations")]
    operations = [migrations.RunSQL(CREATE, "DROP TABLE IF EXISTS askdoctor_cache")]
