"""`python -m tests.evaluation.ordinary_words` makes questions/identifier_rules/ordinary_words.txt.

They are the words in small letters of the English texts here and of the site itself, as `folding.stem` cuts them, and what stands in
the Chinese ones beside each other and would do for a given name: neither is one. Run it when many texts were
added.
"""

import json
import re
from pathlib import Path

from questions.folding import simplified, stem
from questions.identifier_rules.given_names import ALSO_WORDS, BESIDE, GIVEN_NAMES, OFTEN

HERE = Path(__file__).parent
TEXTS = ("red_flags", "red_flags_unseen", "learned_from", "own_corpus")
ROOT = HERE.parents[1]
WORDS = ROOT / "questions" / "identifier_rules" / "ordinary_words.txt"


def words_of(text: str) -> set[str]:
    return set(map(stem, re.findall(r"(?<![\w@./'’-])[a-z]{3,}(?![\w@])", text)))


def main() -> None:
    words = set()
    for name in TEXTS:
        for line in (HERE / f"{name}.jsonl").read_text("utf-8").splitlines():
            values = json.loads(line)
            text = f"{values.get('title', '')}\n{values.get('body') or values.get('text', '')}"
            words.update(re.findall(f"(?=([{OFTEN}{BESIDE}]{{2}}))", text.translate(simplified())))
            words.update(words_of(text))
    for file in (ROOT / "askdoctor" / "locale" / "en").rglob("*.po"):
        words.update(words_of(file.read_text("utf-8")))
    for file in [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]:
        words.update(words_of(file.read_text("utf-8")))
    words -= {*GIVEN_NAMES.split(), *ALSO_WORDS.split()}
    WORDS.write_text("\n".join(sorted(words)) + "\n", "utf-8")


if __name__ == "__main__":
    main()
