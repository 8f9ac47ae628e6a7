"""What a doctor is asked about a reply before its words are public, and what they answered."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from django.core.exceptions import ValidationError
from django.utils.translation import gettext

from doctors.models import Doctor
from questions.models import Acknowledgement, Reply
from questions.reply_checks import Finding


class Unanswered(ValidationError):
    """Not all that was found in a reply has a reason; `findings` are those that were not answered before."""

    def __init__(self, findings: Iterable[Finding]):
        self.findings = list(findings)
        words = gettext("Something in the reply has to be changed or answered first: %(words)s.")
        super().__init__(
            words % {"words": gettext(", ").join(each.found for each in self.findings)}
        )


def unanswered(reply: Reply, findings: Iterable[Finding]) -> list[Finding]:
    """Those that nobody has given a reason for: what was answered for the same words is not asked again."""
    rows = reply.acknowledgements.values_list("rule", "about", "words") if reply.pk else []
    answered = set(rows)
    return [each for each in findings if each.key not in answered]


def answer_findings(
    reply: Reply,
    findings: Iterable[Finding],
    *,
    by: Doctor,
    reasons: Mapping[str, str],
    now: datetime,
) -> None:
    """Store the reasons, each by the name of its finding. Raises Unanswered when one is missing."""
    asked = unanswered(reply, findings)
    at_most = Acknowledgement.REASON_LENGTH
    given = {name: reason.strip() for name, reason in reasons.items() if len(reason) <= at_most}
    if not all(given.get(each.name) for each in asked):
        raise Unanswered(asked)  # those with a reason too, which is kept on the page
    Acknowledgement.objects.bulk_create(
        Acknowledgement(
            reply=reply,
            rule=each.rule.id,
            about=each.about,
            words=each.found,
            is_dangerous=each.rule.is_dangerous,
            reason=given[each.name],
            answered_by=by,
            answered_at=now,
        )
        for each in asked
    )


def answers_to(
    reply: Reply, findings: Iterable[Finding]
) -> list[tuple[Finding, Acknowledgement | None]]:
    """Each with what its doctor has said about it, for who reads it next."""
    rows = reply.acknowledgements.select_related("answered_by")
    answers = {(row.rule, row.about, row.words): row for row in rows}
    return [(each, answers.get(each.key)) for each in findings]


def take_as_answered(reply: Reply) -> list[Finding]:
    """Note on a reply what is found in its words. Raises Unanswered. Saves nothing."""
    findings = reply.warned_of()
    if without := unanswered(reply, findings):
        raise Unanswered(without)
    reply.take_as_checked(findings)
    return findings


def unread_dangers(reply: Reply, findings: Iterable[Finding]) -> list[Finding]:
    """The dangerous ones that no second doctor has read in what is public."""
    read = reply.warnings if reply.status == Reply.Status.PUBLISHED else []
    return [each for each in findings if each.rule.is_dangerous and each.as_stored() not in read]
