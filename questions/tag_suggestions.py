"""Tags suggested for a question, for a person to confirm: those that its text names, and those of the
answered questions nearest to it.

Each of the nearest votes for its tags with the square of its score; a tag's share of all votes and what
its being named is worth add up. Measured on 234 questions of a site with 1.7 human tags each, in five
parts, learning from the other four: 0.54 of these tags are among the first five, 0.57 with MedQuAD's
vocabulary imported, where 0.73 had been used before and could be known. Neither rarity, nor how often a
tag is used, nor the association of words and tags (PMI), nor a regression over all of them gave more.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext

from questions.already_answered import FLOOR as CLOSE
from questions.already_answered import nearest
from questions.models import Tag, TaggedQuestion
from questions.tagging import tags_named_in, vocabulary

NEAREST = 30
# What a share of all votes is worth too: so much of the neighbourhood outweighs a name.
IN_TITLE, IN_TEXT = 0.15, 0.045
# A single one of the nearest that has a tag says nothing.
FLOOR = 0.04


@dataclass(frozen=True)
class Suggestion:
    tag: Tag
    is_named: bool

    @property
    def reason(self) -> str:
        return gettext("Named in the text") if self.is_named else gettext("On similar answers")


def suggestions(
    title: str,
    body: str,
    language: str,
    *,
    reply: str = "",
    number: int | None = None,
    limit: int = 8,
) -> list[Suggestion]:
    """At most `limit`, the likeliest first. A question that is there already has a `number`: it is
    no neighbour of its own."""
    named = tags_named_in(f"{title}\n{body}\n{reply}", limit=NEAREST)
    in_title = {match.key for match in vocabulary().matches(title)}
    evidence = {tag.pk: IN_TITLE if tag.pk in in_title else IN_TEXT for tag in named}
    near = nearest(title, body, language, limit=NEAREST + 1)
    near = [(pk, score) for pk, score in near if pk != number][:NEAREST]
    if near and near[0][1] < CLOSE:  # all are about something else
        near = []
    ranked = rank_suggestions(evidence, _with_tags(near), limit=limit)
    tags = Tag.objects.in_bulk(ranked)
    return [Suggestion(tags[pk], pk in evidence) for pk in ranked if pk in tags]


def rank_suggestions(
    named: Mapping[int, float], neighbours: Sequence[tuple[float, Iterable[int]]], *, limit: int
) -> list[int]:
    """Tags, the likeliest first. `named` says what each is worth by its name, in the order that
    decides between equals; `neighbours` are (score, tags) of the nearest questions, best first.

    Scores matter only beside each other. The best is counted once more among all votes, so that a
    single neighbour does not have its tags as surely as thirty that agree.
    """
    worth: dict[int, float] = defaultdict(float, named)
    votes = [max(score, 0.0) ** 2 for score, _tags in neighbours]
    total = sum(votes) + max(votes, default=0)
    for vote, (_score, tags) in zip(votes, neighbours, strict=True):
        for tag in tags:
            worth[tag] += vote / total if total else 0
    ranked = sorted(worth, key=lambda tag: -worth[tag])
    return [tag for tag in ranked if worth[tag] >= FLOOR][:limit]


def _with_tags(near: list[tuple[int, float]]) -> list[tuple[float, list[int]]]:
    tags = defaultdict(list)
    tagged = TaggedQuestion.objects.filter(content_object__in=[pk for pk, _score in near])
    for pk, tag in tagged.values_list("content_object", "tag"):
        tags[pk].append(tag)
    return [(score, tags[pk]) for pk, score in near]
