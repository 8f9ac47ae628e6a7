"""Published answers that are close to a text: before a question is sent, and at the desk."""

from collections.abc import Mapping

import numpy as np
from django.utils.translation import gettext

from questions import meaning, rarity
from questions.models import Question, Tag
from questions.models.question_queryset import WAITING
from questions.neighbours import NONE, Neighbour, neighbours
from questions.profile import profile
from questions.profiles import StoredProfiles
from questions.scoring import KIND_WEIGHTS, SHOWN, Comparison, Reasons, Rows, in_words
from questions.tagging import tags_named_in, vocabulary

TAGS_NAMED = 12
# Who is about to ask, or to reply, is shown a little more than who only reads.
FLOOR = 0.13
# What waits has no stored profile: of so many, the newest, one is made when it is asked for.
WAITING_COMPARED = 200


def similar_to_text(
    title: str,
    body: str,
    language: str,
    *,
    limit: int = SHOWN,
    floor: float = FLOOR,
    but_not: int = 0,
) -> list[Question]:
    """At most `limit` published questions that are close to a text in its language, the closest first.

    A question that is there already gives its number: it is not close to itself.
    Each is fit for a card and has `why`: the names of the tags, or else the words, that it shares;
    in one text it is `shared`.
    """
    tags = {tag.pk: tag for tag in tags_named_in(f"{title}\n{body}", limit=TAGS_NAMED)}
    comparison = _comparison(title, body, language, tags)
    vector = meaning.of_text(title, body)
    sentences = meaning.of_sentences(title, body) if vector.any() else NONE
    closest = _closest(comparison, language, but_not, vector, sentences)
    near = [each for each in closest if each.score >= floor][:limit]
    why = Reasons(comparison, f"{title}\n{body}", tags, vocabulary())
    reasons = why.for_rows([each.words for each in near])
    labels = {pk: tag.label for pk, tag in tags.items()}
    cards = Question.objects.published().for_cards().in_bulk([each.pk for each in near])
    found = []
    for each, reason in zip(near, reasons, strict=True):
        if question := cards.get(each.pk):
            question.why = in_words(reason, labels)
            question.shared = gettext(", ").join(question.why)
            found.append(question)
    return found


def answered_like(question: Question, *, limit: int = SHOWN) -> list[Question]:
    """Published answers that are close to what a question that is there already says."""
    texts = (question.title, question.body, question.language)
    return similar_to_text(*texts, limit=limit, but_not=question.pk)


def waiting_like(question: Question, *, limit: int = SHOWN) -> list[Question]:
    """Questions that wait and are close to one that is there, by their words, the closest first."""
    comparison = _comparison(question.title, question.body, question.language, {})
    waiting = Question.objects.filter(status__in=WAITING, language=question.language)
    others = list(waiting.exclude(pk=question.pk).order_by("-asked_at", "-pk")[:WAITING_COMPARED])
    rows = Rows.of([profile(other.title, other.body) for other in others])
    scores, _back = comparison.scores(comparison.shared_with(rows))
    near = [pair for pair in zip(scores.tolist(), others, strict=True) if pair[0] >= FLOOR]
    return [other for _score, other in sorted(near, key=lambda pair: -pair[0])[:limit]]


def nearest(title: str, body: str, language: str, *, limit: int) -> list[tuple[int, float]]:
    """(question, how close) of the published questions that are closest to a text by its words."""
    comparison = _comparison(title, body, language, {})
    return [(each.pk, each.score) for each in _closest(comparison, language)[:limit]]


def _comparison(title: str, body: str, language: str, tags: Mapping[int, Tag]) -> Comparison:
    row = profile(title, body, [(pk, KIND_WEIGHTS[tag.kind]) for pk, tag in tags.items()])
    return Comparison(row, rarity.of(language))


def _closest(
    comparison: Comparison,
    language: str,
    but_not: int = 0,
    vector: np.ndarray = NONE,
    sentences: np.ndarray = NONE,
) -> list[Neighbour]:
    profiles = StoredProfiles(language)
    [nearest] = profiles.nearest([vector])
    return neighbours(comparison, profiles, vector, nearest, sentences=sentences, but_not=but_not)
