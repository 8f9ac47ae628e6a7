"""Similar questions: the stored lists beside each published question, and those close to a text.

Stored lists are kept in both directions: a question gets its own list, enters the lists of those it
is close to, and leaves them when it is no longer published or no longer close. A page reads the
stored rows (see page.py).
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import log, sqrt

from django.db import connection, transaction
from django.utils.translation import gettext

from questions import counts
from questions.folding import fold, is_cjk, pieces, stem, terms
from questions.models import Question, SearchDocument, SimilarQuestion
from questions.neighbours import (
    Neighbour,
    carrying,
    compare,
    neighbours,
    rank,
    tag_weights,
    tagged_questions,
    these,
)
from questions.scoring import PRIOR
from questions.search_query import FoldedQuery
from questions.tagging import suggest_tags

KEPT = 8
# Scores move a little as the site grows: only a fall by more than this makes a list wrong.
STILL_THE_SAME = 0.95

# Of a text the beginning is compared. A word is counted so far and no farther, and candidates are
# taken by its rarest words until there are enough. At this floor, of 400 paraphrases by doctors (MQP)
# 68 % found their pair, about one question was shown for each, and half of those shown were right.
LOOKED_AT, COMMON, CANDIDATES = 2_000, 2_000, 400
TAGS_COUNT, TEXT_FLOOR = 0.5, 0.35


@transaction.atomic
def refresh(question_ids: Iterable[int]) -> None:
    """Work out the lists of these questions, and correct those of all others that concern them.

    Counts come first (counts.py): rarity is taken from them.
    """
    counts.hold()
    changed = set(question_ids)
    near = neighbours(tagged_questions(changed))
    entering: dict[int, set[int]] = defaultdict(set)
    for pk, all_found in near.items():
        for found in all_found:
            if found.pk not in changed:
                entering[found.pk].add(pk)
    wrong = _wrong_lists(changed, near)
    near |= neighbours(tagged_questions(wrong))
    others = {pk: new for pk, new in entering.items() if pk not in wrong}
    _replace({pk: near.get(pk, []) for pk in changed | wrong} | _with(others))


def _wrong_lists(changed: set[int], near: Mapping[int, list[Neighbour]]) -> set[int]:
    """Questions that hold one of the changed which is close to them no more, or less than it was.

    What comes next in such a list is not stored, so it has to be worked out again.
    """
    scores = {(pk, found.pk): found.score for pk, all_found in near.items() for found in all_found}
    held = SimilarQuestion.objects.filter(similar__in=these(changed))
    return {
        holder
        for holder, other, score in held.values_list("question", "similar", "score")
        if holder not in changed and scores.get((other, holder), 0) < score * STILL_THE_SAME
    }


def _replace(lists: Mapping[int, list[Neighbour]]) -> None:
    SimilarQuestion.objects.filter(question__in=these(lists)).delete()
    SimilarQuestion.objects.bulk_create(
        (
            SimilarQuestion(
                question_id=pk,
                similar_id=found.pk,
                score=found.stored_score,
                shared_tag_ids=found.shared,
            )
            for pk, near in sorted(lists.items())
            for found in near[:KEPT]
        ),
        batch_size=2_000,
    )


def _with(entering: Mapping[int, set[int]]) -> dict[int, list[Neighbour]]:
    """The lists into which one of the `entering` comes, weighed anew against those that are in it.

    A question that is due is passed over: its whole list is about to be worked out.
    """
    due = Question.objects.due().filter(pk__in=these(entering)).values_list("pk", flat=True)
    kept: dict[int, list[int]] = {pk: [] for pk in entering.keys() - set(due)}
    rows = SimilarQuestion.objects.filter(question__in=these(kept)).order_by("-score", "-similar")
    for pk, other in rows.values_list("question", "similar"):
        kept[pk].append(other)
    compared = {pk: {*kept[pk], *entering[pk]} for pk in kept}
    questions = tagged_questions(kept.keys() | set().union(*compared.values()))
    weights = tag_weights({tag for question in questions.values() for tag in question.tags})
    lists = {}
    for pk, others in compared.items():
        if pk not in questions:  # withdrawn this moment, and so due
            continue
        near = (compare(questions[pk], questions[o], weights) for o in others if o in questions)
        lists[pk] = sorted(filter(None, near), key=rank)[:KEPT]
    return {pk: near for pk, near in lists.items() if [n.pk for n in near] != kept[pk]}


@dataclass(frozen=True)
class TypedText:
    """What is compared: the words of the title and the tags named, each with its weight."""

    words: Mapping[str, float]
    tags: Mapping[int, float]


def similar_to_text(title: str, body: str, language: str, *, limit: int = 4) -> list[Question]:
    """At most `limit` published questions close to the text, those in its language first.

    Each is fit for a card and has `why`: the names of the tags, or else the words, that it shares;
    in one text it is `shared`.
    """
    title, body = title[:LOOKED_AT], body[:LOOKED_AT]
    named = {tag.pk: tag for tag in suggest_tags(f"{title}\n{body}", limit=12)}
    asked = TypedText(_word_weights(set(_words(title))), tag_weights(set(named)))
    near = []
    for question in _close_to(asked):
        score, shared = _compare_text(asked, question)
        if score >= TEXT_FLOOR:
            question.why = [named[pk].label for pk in shared] or _in_common(title, question.title)
            question.shared = gettext(", ").join(question.why)
            near.append((question.language != language, -score, -question.pk, question))
    return [question for *_rank, question in sorted(near, key=lambda found: found[:3])[:limit]]


def _words(text: str) -> Iterable[str]:
    """The terms of a text, without the single characters that only serve a prefix."""
    return (term for term in terms(text) if len(term) > 1)


def _word_weights(words: set[str]) -> dict[str, float]:
    """The rarity of each word among the titles, rarest first. A word of no title says nothing."""
    total = counts.published_total() + PRIOR
    with connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT word, (SELECT count(*) FROM (
                SELECT FROM questions_searchdocument
                WHERE title_vector @@ quote_literal(word)::tsquery LIMIT %s
            ) AS found)
            FROM unnest(%s::text[]) AS word
            """,
            [COMMON, sorted(words)],
        )
        found = {word: log(total / (count + 0.5)) for word, count in cursor if count}
    return dict(sorted(found.items(), key=lambda item: (-item[1], item[0])))


def _close_to(asked: TypedText) -> Iterable[Question]:
    ids = set(carrying(asked.tags))
    for word in asked.words:
        query = FoldedQuery(f"'{word}'")
        with_word = SearchDocument.objects.filter(title_vector=query).order_by("-question")
        ids.update(with_word.values_list("question", flat=True)[:CANDIDATES])
        if len(ids) >= CANDIDATES:
            break
    return Question.objects.published().filter(pk__in=ids).for_cards().with_tag_ids()


def _compare_text(asked: TypedText, question: Question) -> tuple[float, list[int]]:
    """How close (0 to about 1.5), and the shared tags, the weightiest first."""
    words = set(_words(question.title))
    rare = max(asked.words.values(), default=1)
    shared_words = sum(weight for word, weight in asked.words.items() if word in words)
    all_asked = sum(asked.words.values())
    all_found = sum(asked.words.get(word, rare) for word in words)
    of_words = shared_words / sqrt(all_asked * all_found) if shared_words else 0
    shared = sorted(asked.tags.keys() & set(question.tag_ids), key=lambda pk: -asked.tags[pk])
    of_tags = sum(asked.tags[pk] for pk in shared) / sum(asked.tags.values()) if shared else 0
    return of_words + TAGS_COUNT * of_tags, shared


def _in_common(title: str, other: str) -> list[str]:
    """The words of the other title that stand in this one too, as they are written there."""
    known, words = set(_words(title)), {}
    for piece, start, end in pieces(other):
        word = stem(fold(piece))
        if not is_cjk(piece) and word in known:
            words.setdefault(word, other[start:end])
    return list(words.values())
