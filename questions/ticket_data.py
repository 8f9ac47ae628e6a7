"""What is kept about a question and whoever asked it, for that person to take home; what is left out says docs/privacy.md."""

from django.conf import settings

from questions.models import Contact, Question

QUESTION_FIELDS = [
    "title",
    "body",
    "language",
    "asker_name",
    "age_band",
    "sex",
    "status",
    "is_urgent",
    "urgent_signs",
]


def everything_about(contact: Contact) -> dict:
    """What can be written as JSON; times are in ISO 8601."""
    question = contact.question
    is_answered = question.told.status == Question.Status.PUBLISHED
    is_public = question.status == Question.Status.PUBLISHED
    follow_up = Question.objects.filter(follow_up_of=question).first()
    return {
        "site": settings.SITE_URL,
        "question": {
            "number": question.pk,
            **{name: getattr(question, name) for name in QUESTION_FIELDS},
            # The doctor's words, drafted until they are public and withdrawn with the answer.
            "summary": question.summary if is_public else "",
            "tags": sorted(question.tags.names()) if is_public else [],
            "specialty": question.specialty and question.specialty.name,
            "asked_at": question.asked_at,
            "published_at": question.published_at,
            "declined": {"reason": question.decline_reason, "note": question.decline_note},
            "retracted": {"at": question.retracted_at, "reason": question.retraction_reason},
            "answered_by": question.resolved_by_id,
            "answered_by_note": question.resolved_note,
            # Its number alone would open nothing, but it tells what another has asked.
            "duplicate_of": question.duplicate_of_id if is_answered else None,
            "follow_up_of": question.follow_up_of_id,
            "follow_up": follow_up and follow_up.pk,
            "changes": [{"status": status, "at": at} for status, at in question.status_changes()],
        },
        "details_asked": list(
            question.details_requests.values("asked_at", "text", "answered_at", "answer")
        ),
        "details_added": list(question.additions.values("added_at", "text", "read_at")),
        "contact": {
            "email": contact.email,
            "language": contact.language,
            "ticket": settings.SITE_URL + contact.get_absolute_url(),
            "code": contact.printed_code,
        },
        "letters": list(
            contact.letters.order_by("pk").values(
                "kind", "language", "status", "written_at", "sent_at", "message_id"
            )
        ),
    }
