"""Learns the weights of questions/likeness.py from texts of emergencies and of ordinary questions."""

import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from askdoctor.evaluation.learning import learn
from askdoctor.evaluation.red_flags import figures, read_red_flags, stopped
from questions import likeness

TEXTS = Path(__file__).resolve().parents[3] / "tests" / "evaluation" / "learned_from.jsonl"


class Command(BaseCommand):
    help = "Learns how emergencies are written about, and writes questions/likeness.json."

    def add_arguments(self, parser):
        parser.add_argument("file", nargs="?", type=Path, default=TEXTS, help="labelled texts")
        parser.add_argument(
            "--leave-out",
            metavar="SET",
            help="learn without this set of texts, print what is made of it, and write nothing",
        )

    def handle(self, *args, file: Path, leave_out: str | None, **options):
        if not file.is_file():
            raise CommandError(f"There is no file {file}.")
        rows = read_red_flags(file)
        weights = learn([row for row in rows if row["set"] != leave_out])
        if leave_out:
            if not (left_out := [row for row in rows if row["set"] == leave_out]):
                raise CommandError(f"There is no set {leave_out}.")
            self.stdout.write("\n".join(figures(stopped(left_out, weights))))
            return
        lines = json.dumps(weights, ensure_ascii=False, indent=0)
        likeness.WEIGHTS.write_text(f"{lines}\n", encoding="utf-8")
        self.stdout.write(f"{len(weights)} weights, learned from {len(rows)} texts.")
