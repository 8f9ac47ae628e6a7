"""How many emergencies the rules catch, and how many ordinary questions they stop."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from askdoctor.evaluation.red_flags import figures, read_red_flags, stopped

OWN = Path(__file__).resolve().parents[3] / "tests" / "evaluation" / "red_flags.jsonl"


class Command(BaseCommand):
    help = "Prints the share of emergencies caught, by group, and of ordinary questions stopped."

    def add_arguments(self, parser):
        parser.add_argument("file", nargs="?", type=Path, default=OWN, help="a labelled set")
        parser.add_argument("--texts", action="store_true", help="also each text that went wrong")

    def handle(self, *args, file: Path, texts: bool, **options):
        if not file.is_file():
            raise CommandError(f"There is no file {file}.")
        found = stopped(read_red_flags(file))
        self.stdout.write("\n".join(figures(found)))
        wrong = [
            f"{name}: {text}"
            for name, rows in found.items()
            for text, is_stopped in rows
            if is_stopped == name.startswith("ordinary")
        ]
        if texts:
            self.stdout.write("\n".join(["", *dict.fromkeys(wrong)]))
