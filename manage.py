#!/usr/bin/env python
"""Django's command line. Without DATABASE_URL it starts, or joins, the embedded PostgreSQL first."""

import sys

from django.core.management import execute_from_command_line

from askdoctor.environment import prepare

if __name__ == "__main__":
    prepare()
    execute_from_command_line(sys.argv)
