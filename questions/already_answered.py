"""Published answers that are close to what someone is typing: before it is sent, and at the desk."""

from django.utils.translation import gettext

from questions import rarity
from questions.models import Question
from questions.neighbours import closest
from questions.profile import profile
from questions.scoring import FLOOR, KIND_WEIGHTS, SHOWN, Comparison, Reasons
from questions.tagging import suggest_tags

TAGS_NAMED = 12


def similar_to_text(
    title: str, body: str, language: str, *, limit: int = SHOWN, floor: float = FLOOR
) -> list[Question]:
    """At most `limit` published questions that are close to a text in its language, the closest first.

    Each is fit for a card and has `why`: the names of the tags, or else the words, that it shares;
    in one text it is `shared`.
    """
    tags = {tag.pk: tag for tag in suggest_tags(f"{title}\n{body}", limit=TAGS_NAMED)}
    row = profile(title, body, [(pk, KIND_WEIGHTS[tag.kind]) for pk, tag in tags.items()])
    comparison = Comparison(row, rarity.of(language))
    near = closest(comparison, language)
    near = [each for each in near if each.score >= floor][:limit]
    why = Reasons(comparison, f"{title}\n{body}", tags)
    cards = Question.objects.published().for_cards().in_bulk([each.pk for each in near])
    found = []
    for each in near:
        if question := cards.get(each.pk):
            reason = why.for_row(each.row)
            question.why = [tags[pk].label for pk in reason.get("tags", ())] or reason["words"]
            question.shared = gettext(", ").join(question.why)
            found.append(question)
    return found
