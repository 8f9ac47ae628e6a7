"""What the site itself suggests for each query of a set: by the code that its pages use."""

from collections.abc import Callable

from tqdm import tqdm

from askdoctor.evaluation.sets import LabelledSet, make_topics, publish, text_of
from faq import related
from questions import similar
from questions.already_answered import similar_to_text
from questions.languages import language_of
from questions.models import SimilarList, SimilarQuestion
from questions.rebuild import rebuild
from questions.tag_suggestions import suggestions

# So many tags are ranked; of them the first five count most.
TAGS = 10

Run = dict[str, list[str]]


def run_similar(data: LabelledSet) -> Run:
    """The stored list of a question that is in the corpus; of any other what is close to its text."""
    numbers, ids = _published(data)
    lists = {row.pk: _by_score(row) for row in SimilarList.objects.all()}
    run = {}
    for label in tqdm(data.labels, desc="queries", disable=None, leave=False):
        if label.id in numbers:
            near = lists[numbers[label.id]]
        else:
            near = _close_to(*text_of(data.queries[label.id]))
        run[label.id] = [ids[number] for number in near]
    return run


def _by_score(row: SimilarList) -> list[int]:
    """The closest first: as shown but for the place kept for another specialty."""
    return [
        pk for _score, pk in sorted(zip(row.scores, row.similar_ids, strict=True), reverse=True)
    ]


def _published(data: LabelledSet) -> tuple[dict[str, int], dict[int, str]]:
    """The corpus as published questions with their lists: the number of each id, and the reverse."""
    numbers = publish(data.corpus.values())
    rebuild()
    return numbers, {number: pk for pk, number in numbers.items()}


def _close_to(title: str, body: str) -> list[int]:
    language = language_of(f"{title} {body}", otherwise="en")
    found = similar_to_text(title, body, language, limit=similar.KEPT, floor=-1)
    return [question.pk for question in found]


def run_shown(data: LabelledSet) -> Run:
    """What the page of each question shows: few, and nothing below the floor."""
    numbers, ids = _published(data)
    run = {}
    for label in data.labels:
        shown = SimilarQuestion.objects.filter(question=numbers[label.id]).shown()
        run[label.id] = [ids[row.similar_id] for row in shown]
    return run


def run_topics(data: LabelledSet) -> Run:
    """The topics that belong to each message, as they would stand beside its question."""
    numbers = make_topics(data.corpus.values())
    ids = {number: pk for pk, number in numbers.items()}
    run = {}
    for label in data.labels:
        title, body = text_of(data.queries[label.id])
        language = language_of(f"{title} {body}", otherwise="en")
        run[label.id] = [ids[number] for number in related.topics_of_text(title, body, language)]
    return run


def run_tagging(rows: list[dict], learned_from: list[dict], learn_names: Callable[[], None]) -> Run:
    """The tags that the desk would suggest for each text, on a site with these answers and their tags."""
    publish(learned_from)
    rebuild()
    learn_names()
    run = {}
    for row in tqdm(rows, desc="texts", disable=None, leave=False):
        title, body = text_of(row)
        language = language_of(f"{title} {body}", otherwise="en")
        found = suggestions(title, body, language, limit=TAGS)
        run[row["id"]] = [suggestion.tag.name.lower() for suggestion in found]
    return run


RUNS: dict[str, Callable[[LabelledSet], Run]] = {
    "mqp": run_similar,
    "chq": run_similar,
    "zh": run_similar,
    "judged": run_shown,
    "topics": run_topics,
}
