"""How many emergencies the rules catch, and how many ordinary questions they stop."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from askdoctor.evaluation.red_flags import read_red_flags, stopped

OWN = Path(__file__).resolve().parents[3] / "tests" / "evaluation" / "red_flags.jsonl"


class Command(BaseCommand):
    help = "Prints the share of emergencies caught, by group, and of ordinary questions stopped."

    def add_arguments(self, parser):
        parser.add_argument("file", nargs="?", type=Path, default=OWN, help="a labelled set")
        parser.add_argument("--texts", action="store_true", help="also each text that went wrong")

    def handle(self, *args, file: Path, texts: bool, **options):
        if not file.is_file():
            raise CommandError(f"There is no file {file}.")
        wrong = []
        for name, rows in stopped(read_red_flags(file)).items():
            is_red = not name.startswith("ordinary")
            caught = sum(is_stopped for _text, is_stopped in rows)
            word = "caught" if is_red else "stopped"
            self.stdout.write(
                f"{name:24} {word:8} {caught:4} of {len(rows):4}  {caught / len(rows):6.1%}"
            )
            wrong += [f"{name}: {text}" for text, is_stopped in rows if is_stopped != is_red]
        if texts:
            self.stdout.write("\n".join(["", *dict.fromkeys(wrong)]))
