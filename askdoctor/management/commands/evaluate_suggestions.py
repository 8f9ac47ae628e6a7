"""Measure the site's own suggestions on a folder of labelled sets."""

import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from django.test import override_settings

from askdoctor.evaluation.runs import RUNS
from askdoctor.evaluation.scores import score
from askdoctor.evaluation.sets import SetError, read_set
from questions import meaning


class Command(BaseCommand):
    help = (
        "Load a labelled set into a scratch database, let the site suggest what it would on its pages, "
        "write what it did to a run file and print the scores."
    )

    def add_arguments(self, parser):
        parser.add_argument("--set", required=True, choices=sorted(RUNS), dest="name")
        parser.add_argument("--data", required=True, type=Path, metavar="DIR")
        parser.add_argument("--out", type=Path, metavar="RUN.jsonl")
        parser.add_argument(
            "--embeddings", action="store_true", help="compare by meaning too (make embeddings)"
        )

    def handle(self, *, name, data, out, embeddings, **options):
        try:
            labelled = read_set(data, name)
        except SetError as error:
            raise CommandError(str(error)) from None
        # A database of its own, made and dropped as for tests: nothing of the site is touched.
        name_of_site = connection.settings_dict["NAME"]
        connection.creation.create_test_db(verbosity=0, autoclobber=True)
        try:
            with override_settings(EMBEDDINGS=embeddings):
                meaning.prepare()
                if embeddings and not meaning.is_on():
                    raise CommandError("There are no embeddings here.")
                run = RUNS[name](labelled)
        finally:
            connection.creation.destroy_test_db(name_of_site, verbosity=0)
        if out is not None:
            lines = [{"query_id": pk, "ranked_ids": ranked} for pk, ranked in run.items()]
            out.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines))
        for measure, value in score(labelled.labels, run).items():
            self.stdout.write(f"{measure:12} {value:.4f}")
