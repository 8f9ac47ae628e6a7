"""Measure the site's own suggestions on a folder of labelled sets."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from django.test import override_settings

from askdoctor.evaluation import tagging
from askdoctor.evaluation.runs import RUNS, Run, run_tagging
from askdoctor.evaluation.scores import score
from askdoctor.evaluation.sets import SetError, read_set
from questions import meaning


class Command(BaseCommand):
    help = (
        "Load a labelled set into a scratch database, let the site suggest what it would on its pages, "
        "write what it did to a run file and print the scores."
    )

    def add_arguments(self, parser):
        parser.add_argument("--set", required=True, choices=[*sorted(RUNS), "tagging"], dest="name")
        parser.add_argument("--data", required=True, type=Path, metavar="DIR")
        parser.add_argument("--out", type=Path, metavar="RUN.jsonl")
        parser.add_argument(
            "--learn",
            type=Path,
            metavar="DIR",
            help="tagging: whose texts and tags may be learned from",
        )
        parser.add_argument(
            "--vocabulary", type=Path, metavar="FILE", help="tagging: for import_vocabulary"
        )
        parser.add_argument(
            "--embeddings", action="store_true", help="compare by meaning too (make embeddings)"
        )

    def handle(self, *, name, data, out, learn, vocabulary, embeddings, **options):
        if embeddings and name == "tagging":
            raise CommandError("--embeddings changes nothing about tags.")
        try:
            if name == "tagging":
                run = self.tag(data, learn, vocabulary)
                labels = tagging.labels_by_site(data)
            else:
                labelled = read_set(data, name)
                with scratch_database(), comparing_by_meaning(embeddings):
                    run = RUNS[name](labelled)
                labels = {"": labelled.labels}
        except SetError as error:
            raise CommandError(str(error)) from None
        if out is not None:
            lines = [{"query_id": pk, "ranked_ids": ranked} for pk, ranked in run.items()]
            out.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines))
        for site, right in labels.items():
            for measure, value in score(right, run).items():
                self.stdout.write(f"{site:8} {measure:12} {value:.4f}".strip())

    def tag(self, data: Path, learn: Path | None, vocabulary: Path | None) -> Run:
        run: Run = {}
        for rows, learned_from in tagging.parts(data, learn):
            with scratch_database():
                # First what moderators here have named: an imported name never takes its place.
                run |= run_tagging(rows, learned_from, lambda: self.learn_names(vocabulary))
        return run

    def learn_names(self, vocabulary: Path | None) -> None:
        if vocabulary is not None:
            call_command("import_vocabulary", str(vocabulary), stdout=self.stdout)


@contextmanager
def scratch_database() -> Iterator[None]:
    """A database of its own, made and dropped as for tests: nothing of the site is touched."""
    name = connection.settings_dict["NAME"]
    connection.creation.create_test_db(verbosity=0, autoclobber=True)
    try:
        yield
    finally:
        connection.creation.destroy_test_db(name, verbosity=0)


@contextmanager
def comparing_by_meaning(is_wanted: bool) -> Iterator[None]:
    with override_settings(EMBEDDINGS=is_wanted):
        meaning.prepare()
        if is_wanted and not meaning.is_on():
            raise CommandError("There are no embeddings here.")
        yield
