"""Who gets what: every named address x every person x every state of the thing -> the answer.

The table is the whole access policy of the site. An address without a row fails, and so does a row
without an address. Who is refused, and who only looks, changes nothing.
"""

import uuid
from collections.abc import Iterator
from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from django.apps import apps
from django.contrib.auth.models import Group, User
from django.db import transaction
from django.test import Client
from django.urls import URLResolver, get_resolver, reverse
from django.utils import timezone

from doctors.models import Doctor, Invitation, Specialty, StaffLetter
from faq.models import Topic
from questions.actions import version_of
from questions.letters import stop_address
from questions.models import (
    Addition,
    AnswerTime,
    Attachment,
    CorrectionToRead,
    DeskNote,
    Letter,
    PairRuling,
    Phrase,
    Question,
    Reply,
    Report,
    Tag,
)
from tests.factories import (
    make_attachment,
    make_doctor,
    make_invitation,
    make_letter,
    make_question,
    make_similar,
    make_specialty,
    make_topic,
    make_user,
)
from tests.questions.at_desk import seen

pytestmark = pytest.mark.django_db

# The asker is a visitor who knows the secret address of their ticket; the doctor holds the claimed
# question and wrote the replies; the colleague has the same specialty, the stranger another.
PEOPLE = ["visitor", "asker", "doctor", "colleague", "stranger", "unverified", "moderator"]

# A status, or: "in" sent to the page for signing in, "on" sent on to another page. One answer
# alone is everyone's; "*" is each state that has no line of its own.
#   method state     visitor
#                         asker
#                              doctor
#                                   colleague
#                                        stranger
#                                             unverified
#                                                  moderator
TABLE = """
home search search_suggest emergency about privacy questions specialties doctors topics topic specialty
feed sitemap robots healthz
    GET  *           200
    POST *           405

favicon
    GET  *           on
    POST *           405

security_txt
    GET  *           404
    POST *           405

sitemap_section
    GET  known       200
    GET  unknown     404
    POST *           405

tag
    GET  used        200
    GET  hidden      404
    POST *           405

doctor
    GET  verified    200
    GET  expired     200
    GET  unverified  404
    GET  suspended   404
    POST *           405

question
    GET  published   200
    GET  retracted   410
    GET  *           404
    POST *           405

question_short
    GET  published   on
    GET  retracted   410
    GET  *           404
    POST *           405

report similar_report
    GET  published   200
    GET  retracted   410
    GET  *           404
    POST published   on
    POST retracted   410
    POST *           404

ask
    GET  *           200
    POST *           on

ask_question
    GET  *           on
    POST *           on

ask_contact ask_similar ask_urgent
    GET  *           on
    POST *           on

ask_typed_similar
    GET  *           405
    POST *           200

ask_check
    GET  *           on
    POST *           410

ask_sent
    GET  *           on
    POST *           405

ticket
    GET  *           404  200  404  404  404  404  404
    POST *           405

ticket_withdraw
    GET  withdrawn   404  on   404  404  404  404  404
    GET  *           404  200  404  404  404  404  404
    POST *           404  on   404  404  404  404  404

ticket_answer
    GET  needs_details 404 200 404  404  404  404  404
    GET  *           404  on   404  404  404  404  404
    POST needs_details 404 on  404  404  404  404  404
    POST *           404  409  404  404  404  404  404

ticket_code
    GET  *           200
    POST *           200

ticket_details
    GET  pending     404  200  404  404  404  404  404
    GET  open        404  200  404  404  404  404  404
    GET  claimed     404  200  404  404  404  404  404
    GET  *           404  on   404  404  404  404  404
    POST pending     404  on   404  404  404  404  404
    POST open        404  on   404  404  404  404  404
    POST claimed     404  on   404  404  404  404  404
    POST *           404  200  404  404  404  404  404

ticket_follow_up
    GET  published   404  200  404  404  404  404  404
    GET  *           404  on   404  404  404  404  404
    POST published   404  on   404  404  404  404  404
    POST *           404  200  404  404  404  404  404

ticket_again
    GET  declined    404  200  404  404  404  404  404
    GET  resolved    404  200  404  404  404  404  404
    GET  withdrawn   404  200  404  404  404  404  404
    GET  retracted   404  200  404  404  404  404  404
    GET  *           404  on   404  404  404  404  404
    POST *           404  on   404  404  404  404  404

ticket_email
    GET  *           404  200  404  404  404  404  404
    POST *           404  on   404  404  404  404  404

ticket_data
    GET  *           404  200  404  404  404  404  404
    POST *           405

letters_stop
    GET  *           404  200  404  404  404  404  404
    POST *           404  200  404  404  404  404  404

login
login account_login
    GET  *           200  200  on   on   on   on   on
    POST *           200  200  on   on   on   on   on

account_reset_password account_reset_password_from_key
    GET  *           200
    POST *           200

account_inactive account_reset_password_done account_reset_password_from_key_done
    GET  *           200
    POST *           405

invitation
    GET  open        200
    POST open        on
    GET  *           410
    POST *           410

account_reauthenticate mfa_reauthenticate mfa_reauthenticate_webauthn
    GET  *           in   in   403  403  403  403  403
    POST *           in   in   403  403  403  403  403

account_change_password
    GET  *           in   in   on   on   on   on   on
    POST *           in   in   on   on   on   on   on

account_set_password mfa_activate_totp mfa_add_webauthn mfa_generate_recovery_codes
    GET  *           in   in   200  200  200  200  200
    POST *           in   in   200  200  200  200  200

usersessions_list
    GET  *           in   in   200  200  200  200  200
    POST *           in   in   on   on   on   on   on

mfa_index mfa_list_webauthn
    GET  *           in   in   200  200  200  200  200
    POST *           in   in   405  405  405  405  405

mfa_authenticate
    GET  *           in   in   on   on   on   on   on
    POST *           in   in   on   on   on   on   on

mfa_deactivate_totp mfa_edit_webauthn mfa_remove_webauthn mfa_download_recovery_codes
    GET  *           in   in   404  404  404  404  404
    POST *           in   in   404  404  404  404  404

mfa_view_recovery_codes
    GET  *           in   in   404  404  404  404  404
    POST *           in   in   405  405  405  405  405

logout account_logout
    GET  *           405
    POST *           on

desk
    GET  *           in   in   200  200  200  200  on
    POST *           405

desk_question
    GET  open        in   in   200  200  404  403  403
    GET  claimed     in   in   200  200  404  403  403
    GET  in_review   in   in   200  404  404  403  403
    GET  published   in   in   on   200  404  403  403
    GET  retracted   in   in   200  404  404  403  403
    GET  needs_details in  in  200  404  404  403  403
    GET  *           in   in   404  404  404  403  403
    POST *           405

desk_claim
    GET  *           on
    POST open        403  403  on   on   404  403  403
    POST claimed     403  403  on   409  404  403  403
    POST in_review   403  403  409  404  404  403  403
    POST published   403  403  409  409  404  403  403
    POST retracted   403  403  409  404  404  403  403
    POST needs_details 403  403  409  404  404  403  403
    POST *           403  403  404  404  404  403  403

desk_save
    GET  *           on
    POST open        403  403  403  403  404  403  403
    POST claimed     403  403  on   403  404  403  403
    POST in_review   403  403  409  404  404  403  403
    POST published   403  403  409  on    404  403  403
    POST retracted   403  403  403  404  404  403  403
    POST needs_details 403  403  403  404  404  403  403
    POST *           403  403  404  404  404  403  403

desk_release
    GET  *           on
    POST open        403  403  403  403  404  403  403
    POST claimed     403  403  on   403  404  403  403
    POST in_review   403  403  409  404  404  403  403
    POST published   403  403  409  403  404  403  403
    POST retracted   403  403  403  404  404  403  403
    POST needs_details 403  403  403  404  404  403  403
    POST *           403  403  404  404  404  403  403

phrases
    GET  *           in   in   200  200  200  200  403
    POST *           403  403  on   on   on   on   403

phrase
    GET  *           in   in   200  404  404  404  403
    POST *           403  403  on   404  404  404  403

phrase_delete
    GET  *           405
    POST *           in   in   on   404  404  404  403

attachment
    GET  draft       404  404  200  404  404  404  404
    GET  in_review   404  404  200  200  404  404  404
    GET  published   200
    GET  retracted   404  404  200  404  404  404  404
    GET  added       404  404  200  404  404  404  404
    GET  sent        404  404  200  200  404  404  404
    GET  removed     200
    POST *           405

desk_keep desk_attach desk_detach desk_phrase desk_take_over
    GET  *           on
    POST open        403  403  403  403  404  403  403
    POST claimed     403  403  on   403  404  403  403
    POST in_review   403  403  403  404  404  403  403
    POST needs_details 403 403 403  404  404  403  403
    POST published   403  403  403  on   404  403  403
    POST retracted   403  403  403  404  404  403  403
    POST *           403  403  404  404  404  403  403

desk_live
    GET  *           on
    POST open        403  403  403  403  404  403  403
    POST claimed     403  403  200  403  404  403  403
    POST in_review   403  403  403  404  404  403  403
    POST needs_details 403 403 403  404  404  403  403
    POST published   403  403  403  200  404  403  403
    POST retracted   403  403  403  404  404  403  403
    POST *           403  403  404  404  404  403  403

desk_draft
    GET  open        401  401  200  200  404  403  403
    GET  claimed     401  401  200  200  404  403  403
    GET  in_review   401  401  200  404  404  403  403
    GET  needs_details 401 401 200  404  404  403  403
    GET  published   401  401  200  200  404  403  403
    GET  retracted   401  401  200  404  404  403  403
    GET  *           401  401  404  404  404  403  403
    POST open        401  401  403  403  404  403  403
    POST claimed     401  401  200  403  404  403  403
    POST in_review   401  401  403  404  404  403  403
    POST needs_details 401 401 403  404  404  403  403
    POST published   401  401  403  200  404  403  403
    POST retracted   401  401  403  404  404  403  403
    POST *           401  401  404  404  404  403  403

desk_preview
    GET  open        in   in   on   on   404  403  403
    GET  claimed     in   in   200  on   404  403  403
    GET  in_review   in   in   on   404  404  403  403
    GET  published   in   in   on   on   404  403  403
    GET  retracted   in   in   on   404  404  403  403
    GET  needs_details in  in  on  404  404  403  403
    GET  *           in   in   404  404  404  403  403
    POST open        403  403  403  403  404  403  403
    POST claimed     403  403  on   403  404  403  403
    POST in_review   403  403  409  404  404  403  403
    POST published   403  403  409  on   404  403  403
    POST retracted   403  403  403  404  404  403  403
    POST needs_details 403  403  403  404  404  403  403
    POST *           403  403  404  404  404  403  403

desk_details desk_resolve desk_hand_over desk_return
    GET  open        in   in   on   on   404  403  403
    GET  claimed     in   in   200  on   404  403  403
    GET  in_review   in   in   on   404  404  403  403
    GET  published   in   in   on   on   404  403  403
    GET  retracted   in   in   on   404  404  403  403
    GET  needs_details in in   on   404  404  403  403
    GET  *           in   in   404  404  404  403  403
    POST open         403  403   403  403  404  403  403
    POST claimed      403  403   on   403  404  403  403
    POST in_review   403  403  403  404  404  403  403
    POST published   403  403  403  403  404  403  403
    POST retracted    403  403   403  404  404  403  403
    POST needs_details  403  403   403  404  404  403  403
    POST *            403  403   404  404  404  403  403

desk_resolve_search
    GET  open        in   in   on   on   404  403  403
    GET  claimed     in   in   200  on   404  403  403
    GET  in_review   in   in   on   404  404  403  403
    GET  published   in   in   on   on   404  403  403
    GET  retracted   in   in   on   404  404  403  403
    GET  needs_details in in   on   404  404  403  403
    GET  *           in   in   404  404  404  403  403
    POST open         403  403   200  200  404  403  403
    POST claimed      403  403   200  200  404  403  403
    POST in_review    403  403   200  404  404  403  403
    POST published   403  403  200  200  404  403  403
    POST retracted    403  403   200  404  404  403  403
    POST needs_details  403  403   200  404  404  403  403
    POST *            403  403   404  404  404  403  403

desk_note_done
    GET  *           405
    POST *            403  403   on   404  404  404  403

desk_publish
    GET  *           on
    POST open        403  403  403  403  404  403  403
    POST claimed     403  403  on   403  404  403  403
    POST in_review   403  403  409  404  404  403  403
    POST published   403  403  409  on   404  403  403
    POST retracted   403  403  403  404  404  403  403
    POST needs_details 403  403  403  404  404  403  403
    POST *           403  403  404  404  404  403  403

desk_reviews
    GET  *           in   in   200  200  200  200  403
    POST *           405

desk_readings
    GET  *           in   in   200  200  200  200  403
    POST *           405

desk_reading
    GET  in_review   in   in   404  200  404  403  403
    GET  *           in   in   404  404  404  403  403
    POST *           405

desk_approve desk_send_back
    GET  *           on
    POST *           403  403  403  on   on   403  403

desk_take_back
    GET  *           on
    POST *           403  403  on   404  404  403  403

desk_confirm
    GET  *           on
    POST published   403  403  on   404  404  404  403
    POST *           403  403  404  404  404  404  403

desk_compare
    GET  *           on
    POST published   403  403  200  404  404  404  403
    POST *           403  403  404  404  404  404  403

desk_correct
    GET  published   in   in   200  404  404  404  403
    GET  *           in   in   404  404  404  404  403
    POST published   403  403  on   404  404  404  403
    POST *           403  403  404  404  404  404  403

desk_correction_keep desk_correction_phrase desk_discard
desk_correction_attach desk_correction_detach desk_correction_leave
    GET  *           on
    POST published   403  403  on   404  404  404  403
    POST *           403  403  404  404  404  404  403

desk_correction_live
    GET  *           on
    POST published   403  403  200  404  404  404  403
    POST *           403  403  404  404  404  404  403

desk_correction
    GET  published   401  401  200  404  404  404  403
    GET  *           401  401  404  404  404  404  403
    POST published   401  401  200  404  404  404  403
    POST *           401  401  404  404  404  404  403

desk_second
    GET  open        in   in   on   on   404  403  403
    GET  claimed     in   in   on   on   404  403  403
    GET  in_review   in   in   on   404  404  403  403
    GET  needs_details in in   on   404  404  403  403
    GET  published   in   in   on   on   404  403  403
    GET  retracted   in   in   on   404  404  403  403
    GET  *           in   in   404  404  404  403  403
    POST *           405

admin:login
    GET  *           in   in   403  403  403  403  on
    POST *           405

admin:logout
    GET  *           on   on   on   on   on   on   405
    POST *           on

admin:index admin:app_list
admin:questions_question_changelist admin:questions_reply_changelist
admin:questions_report_changelist admin:questions_tag_changelist
admin:questions_pairruling_changelist admin:questions_pairruling_history
admin:questions_letter_changelist admin:questions_letter_history
admin:questions_addition_changelist admin:questions_addition_history
admin:questions_answertime_changelist admin:questions_answertime_history
admin:doctors_doctor_changelist admin:doctors_specialty_changelist
admin:doctors_invitation_changelist admin:doctors_invitation_history admin:doctors_invitation_add
admin:doctors_staffletter_changelist admin:doctors_staffletter_history
admin:faq_topic_changelist admin:auth_user_changelist
admin:questions_question_history admin:questions_report_history admin:questions_tag_history
admin:doctors_doctor_history admin:doctors_specialty_history
admin:faq_topic_history admin:auth_user_history
admin:questions_question_change admin:questions_tag_change
admin:doctors_doctor_change admin:doctors_specialty_change admin:faq_topic_change
admin:questions_tag_add admin:doctors_doctor_add admin:doctors_specialty_add admin:faq_topic_add
admin:questions_tag_bulk
admin:faq_topic_delete
    GET  *           in   in   in   in   in   in   200
    POST *           in   in   in   in   in   in   200

admin:questions_question_bulk
    GET  *           in   in   in   in   in   in   200
    POST *           in   in   in   in   in   in   on

admin:questions_question_pair
    GET  *           in   in   in   in   in   in   on
    POST *           in   in   in   in   in   in   on

admin:questions_pairruling_change
admin:questions_report_change admin:questions_letter_change admin:questions_addition_change
admin:questions_report_change admin:questions_letter_change
admin:doctors_invitation_change admin:doctors_staffletter_change
    GET  *           in   in   in   in   in   in   200
    POST *           in   in   in   in   in   in   on

admin:questions_reply_change
    GET  draft       in   in   in   in   in   in   on
    GET  *           in   in   in   in   in   in   200
    POST draft       in   in   in   in   in   in   on
    POST published   in   in   in   in   in   in   200
    POST *           in   in   in   in   in   in   403

admin:questions_reply_history
    GET  draft       in   in   in   in   in   in   404
    GET  *           in   in   in   in   in   in   200
    POST draft       in   in   in   in   in   in   404
    POST *           in   in   in   in   in   in   200

admin:questions_reply_simple_history
    GET  draft       in   in   in   in   in   in   404
    GET  *           in   in   in   in   in   in   200
    POST *           in   in   in   in   in   in   403

admin:questions_question_simple_history admin:questions_tag_simple_history
admin:questions_pairruling_simple_history
admin:doctors_doctor_simple_history admin:doctors_specialty_simple_history
admin:faq_topic_simple_history
admin:auth_user_change
    GET  *           in   in   in   in   in   in   200
    POST *           in   in   in   in   in   in   403

admin:questions_question_delete admin:questions_reply_delete admin:questions_report_delete
admin:questions_tag_delete admin:doctors_doctor_delete admin:doctors_specialty_delete
admin:questions_letter_add admin:questions_letter_delete
admin:questions_addition_add admin:questions_addition_delete
admin:questions_answertime_add admin:questions_answertime_delete
admin:doctors_invitation_delete admin:doctors_staffletter_add admin:doctors_staffletter_delete
admin:questions_question_add admin:questions_reply_add admin:questions_report_add
admin:questions_pairruling_add admin:questions_pairruling_delete
admin:auth_user_add admin:auth_user_delete admin:auth_user_password_change
admin:auth_group_changelist admin:auth_group_add admin:auth_group_change
admin:auth_group_delete admin:auth_group_history
    GET  *           in   in   in   in   in   in   403
    POST *           in   in   in   in   in   in   403

admin:questions_answertime_change
    GET  *           in   in   in   in   in   in   200
    POST *           in   in   in   in   in   in   403

admin:password_change
    GET  *           in   in   in   in   in   in   on
    POST *           in   in   in   in   in   in   on

admin:autocomplete admin:jsi18n admin:password_change_done
    GET  *           in   in   in   in   in   in   200
    POST *           in   in   in   in   in   in   405
"""

REFUSALS = {"in", "401", "403", "404", "405", "409", "410"}


# The table, read


def rows() -> dict[str, dict[tuple[str, str], list[str]]]:
    """name -> (method, state) -> the answer to each of PEOPLE."""
    found = {}
    for block in TABLE.strip().split("\n\n"):
        lines = block.splitlines()
        names = " ".join(line for line in lines if not line.startswith(" ")).split()
        for method, state, *answers in (line.split() for line in lines if line.startswith(" ")):
            answers *= len(PEOPLE) if len(answers) == 1 else 1
            for name in names:
                found.setdefault(name, {})[method, state] = answers
    return found


def named(resolver=None, namespace: str = "") -> Iterator[str]:
    """The name of every address that has one, those of the admin as "admin:…"."""
    for pattern in (resolver or get_resolver()).url_patterns:
        if isinstance(pattern, URLResolver):
            inside = f"{pattern.namespace}:" if pattern.namespace else ""
            yield from named(pattern, namespace + inside)
        elif pattern.name:
            yield namespace + pattern.name


# What addresses are about, in each state


def question_in(state: str, doctor: Doctor) -> Question:
    contact = {"submission": uuid.uuid4(), "email": "asker@example.org"}
    question = make_question(status=state, doctor=doctor, tags=["fever"], contact=contact)
    if state == "needs_details":
        question.details_requests.create(doctor=doctor, text="Which medicine?")
    if state in ("claimed", "needs_details"):
        Reply.objects.create(question=question, doctor=doctor, text="Begun.")
    if state == "in_review":
        make_draft(question, doctor)
    make_similar(question, make_question())
    return question


def make_draft(question: Question, doctor: Doctor) -> Reply:
    """A reply that waits for a second reader."""
    sent = {"status": "in_review", "sent_to_reader_at": timezone.now()}
    return Reply.objects.create(
        question=question, doctor=doctor, text="5 ml.", needs_second_reader=True, **sent
    )


def reply_in(state: str, doctor: Doctor) -> Reply:
    of_question = {"draft": "claimed", "in_review": "in_review"}.get(state, "published")
    question = question_in(of_question, doctor)
    if state != "in_review":
        question.replies.update(status=state)
    return question.replies.get()


def attachment_in(state: str, doctor: Doctor) -> Attachment:
    """Of a reply; or added by a correction that is begun or sent to a reader, or taken away by one."""
    if state in Reply.Status.values:
        return make_attachment(reply_in(state, doctor))
    reply = reply_in("published", doctor)
    if state == "sent":
        words = {"text": "5 ml.", "what": "The dose.", "why": "Wrong."}
        CorrectionToRead.objects.create(reply=reply, changes_files=True, **words)
    return make_attachment(reply, status="added" if state == "sent" else state)


def doctor_in(state: str, _doctor: Doctor) -> Doctor:
    changed = make_doctor(is_verified=state != "unverified", with_account=False)
    if state == "expired":
        changed.licence_expires_on = timezone.localdate() - timedelta(days=1)
    if state == "suspended":
        changed.suspended_at = timezone.now()
    changed.save()
    return changed


def invitation_in(state: str, _doctor: Doctor) -> Invitation:
    long_ago, now = timezone.now() - timedelta(days=9), timezone.now()
    times = {
        "open": {},
        "expired": {"invited_at": long_ago, "expires_at": long_ago + timedelta(days=7)},
        "used": {"used_at": now},
        "revoked": {"revoked_at": now},
    }
    return make_invitation(**times[state])


def ruling(*_) -> PairRuling:
    one, other = make_question(), make_question()
    by = {"verdict": "blocked", "ruled_by": make_user()}
    return PairRuling.objects.create(question=one, other=other, **by)


def tag_in(state: str, _doctor: Doctor) -> Tag:
    make_question(status="published" if state == "used" else "pending", tags=[state])
    return Tag.objects.get(name=state)


STATES = {
    Question: Question.Status.values,
    Reply: Reply.Status.values,
    Attachment: [*Reply.Status.values, "added", "sent", "removed"],
    Doctor: ["verified", "expired", "unverified", "suspended"],
    Tag: ["used", "hidden"],
    Invitation: ["open", "expired", "used", "revoked"],
    str: ["known", "unknown"],
}
MAKERS = {
    Question: question_in,
    Reply: reply_in,
    Phrase: lambda _state, doctor: Phrase.objects.create(doctor=doctor, title="A", text="B"),
    Attachment: attachment_in,
    Doctor: doctor_in,
    Tag: tag_in,
    Specialty: lambda *_: make_specialty(),
    Topic: lambda *_: make_topic(),
    Letter: lambda *_: make_letter(),
    Addition: lambda *_: Addition.objects.create(
        question=make_question(status="open"),
        text="Fever.",
        submission=uuid.uuid4(),
        came_after_check=True,
    ),
    AnswerTime: lambda *_: AnswerTime.objects.create(
        answer_count=1, median=timedelta(1), ninetieth=timedelta(2), counted_at=timezone.now()
    ),
    PairRuling: ruling,
    Invitation: invitation_in,
    StaffLetter: lambda *_: make_invitation().letter,
    # A passkey of somebody else.
    Authenticator: lambda *_: Authenticator.objects.create(
        user=make_user(), type="webauthn", data={"name": "Key"}
    ),
    Report: lambda *_: Report.objects.create(question=make_question(), reason="wrong"),
    User: lambda *_: make_user(),
    Group: lambda *_: Group.objects.create(name="Readers"),
    str: lambda state, _doctor: "pages" if state == "known" else "nothing",
    DeskNote: lambda _state, doctor: DeskNote.objects.create(
        question=make_question(status="open"), doctor=doctor, kind="doctor", text="Shorter?"
    ),
    None: lambda *_: None,
}


def by_pk(thing, _person) -> list:
    return [thing.pk]


def by_slug(thing, _person) -> list:
    return [thing.slug]


def by_ticket(thing, person) -> list:
    return [thing.contact.ticket if person == "asker" else "a-guess"]


OF_REPLIES = [
    *("desk_confirm", "desk_correct", "desk_compare", "desk_correction", "desk_take_back"),
    *("desk_correction_keep", "desk_correction_phrase", "desk_correction_live", "desk_discard"),
    *("desk_correction_attach", "desk_correction_detach", "desk_correction_leave"),
    *("desk_reading", "desk_approve", "desk_send_back"),
]

# name -> what it is about, and the parts of its address
ABOUT = {
    "question": (Question, lambda thing, _: [thing.pk, thing.slug]),
    "question_short": (Question, by_pk),
    "report": (Question, by_pk),
    "similar_report": (
        Question,
        lambda thing, _: [thing.pk, thing.similar_rows.get().similar_id],
    ),
    "admin:questions_question_pair": (Question, by_pk),
    "phrase": (Phrase, by_pk),
    "phrase_delete": (Phrase, by_pk),
    "attachment": (Attachment, lambda thing, _: [thing.key]),
    "letters_stop": (
        Question,
        lambda thing, person: [
            thing.pk,
            stop_address(thing.contact).split("/")[-3] if person == "asker" else "a-guess",
        ],
    ),
    **{
        name: (Question, by_ticket)
        for name in named()
        if name == "ticket" or name.startswith("ticket_") and name != "ticket_code"
    },
    **{name: (Question, by_pk) for name in named() if name.startswith("desk_")},
    "desk_note_done": (DeskNote, by_pk),
    **dict.fromkeys(OF_REPLIES, (Reply, by_pk)),
    **dict.fromkeys(("desk_reviews", "desk_readings"), (None, lambda *_: [])),
    "doctor": (Doctor, by_slug),
    "specialty": (Specialty, by_slug),
    "tag": (Tag, by_slug),
    "topic": (Topic, by_slug),
    "sitemap_section": (str, lambda thing, _: [thing, 0]),
    "admin:app_list": (None, lambda *_: ["questions"]),
    "admin:auth_user_password_change": (User, by_pk),
    "invitation": (Invitation, lambda thing, _: [thing.get_absolute_url().split("/")[-2]]),
    "account_reset_password_from_key": (None, lambda *_: ["1", "a-guess"]),
    **{f"mfa_{verb}_webauthn": (Authenticator, by_pk) for verb in ("remove", "edit")},
}
BULK_PAGES = {Question: "decline", Tag: "merge"}
for _name in set(named()) - set(ABOUT):
    _app, _, _rest = _name.removeprefix("admin:").partition("_")
    _model_name, _, _verb = _rest.partition("_")
    if _verb in ("change", "delete", "history"):
        ABOUT[_name] = (apps.get_model(_app, _model_name), by_pk)
    elif _verb == "simple_history":
        ABOUT[_name] = (
            apps.get_model(_app, _model_name),
            lambda thing, _: [thing.pk, thing.history.latest().pk],
        )
    elif _verb == "bulk":
        ABOUT[_name] = (
            apps.get_model(_app, _model_name),
            lambda thing, _: [BULK_PAGES[type(thing)]],
        )


def address(name: str, thing, person: str) -> str:
    _model, parts = ABOUT.get(name, (None, lambda *_: []))
    query = ""
    if name.endswith("_bulk"):
        query = f"?ids={thing.pk}"
    if name == "admin:autocomplete":
        query = "?app_label=faq&model_name=topic&field_name=specialty"
    return reverse(name, args=parts(thing, person)) + query


KEPT = ("desk_draft", "desk_keep", "desk_live", "desk_attach", "desk_detach", "desk_phrase")
KEPT += (
    "desk_correction",
    "desk_correction_keep",
    "desk_correction_phrase",
    "desk_correction_live",
    "desk_correction_attach",
    "desk_correction_detach",
    "desk_correction_leave",
)
KEPT += ("desk_take_over",)


def fields(name: str, thing=None) -> dict[str, object]:
    """What a form needs to do its work. Those of the admin are sent empty, and come back."""
    is_second = "1" if isinstance(thing, Question) and thing.status == "published" else ""
    if name in KEPT:
        kept = {"text": "A reply.", "draft_version": 0, "draft_key": "k"}
        return kept | {"is_second": is_second}
    if name.startswith("desk_"):
        to_another = name == "desk_hand_over"
        seen_now = {"question_seen": seen(thing)} if isinstance(thing, Question) else {}
        return seen_now | {
            "what": "The amount.",
            "why": "It was wrong.",
            "note": "Less.",
            **({"seen": version_of(thing)} if isinstance(thing, Reply) else {}),
            "text": "A reply.",
            **({"draft_version": 0} if name == "desk_claim" else {}),
            "is_second": is_second,
            "details": "Since when?",
            "target": make_question().pk if name == "desk_resolve" else "",
            "specialty": make_specialty("dermatology" if to_another else "pediatrics").pk,
        }
    return {
        "ticket_details": {"text": "Fever since noon.", "submission": uuid.uuid4()},
        "ticket_follow_up": {"title": "And now?", "submission": uuid.uuid4()},
        "invitation": {"password1": "tall-oaks-4711", "password2": "tall-oaks-4711"},
        "ask": {"age_band": "3-11m", "sex": "female"},
        "report": {"reason": "wrong"},
        "ticket_answer": {"answer": "Since Monday."},
        "phrases": {"title": "Fever", "text": "Come at once."},
        "phrase": {"title": "Fever", "text": "Come at once."},
        "ask_typed_similar": {"title": "Fever after the vaccine"},
        "admin:questions_question_bulk": {"reason": "unclear"},
        "admin:questions_question_pair": {"verdict": "pinned", "other": make_question().pk},
    }.get(name, {})


# The people


@pytest.fixture
def clients(doctor, other_doctor, unverified_doctor, moderator) -> dict[str, Client]:
    stranger = make_doctor(name="Cy Elsewhere", specialty=make_specialty("cardiology"))
    doctors = [doctor, other_doctor, stranger, unverified_doctor]
    users = [None, None, *(each.user for each in doctors), moderator]
    browsers = {person: Client() for person in PEOPLE}
    for browser, user in zip(browsers.values(), users, strict=True):
        if user:
            browser.force_login(user)
    return browsers


def state_of_the_site() -> list:
    """What anybody could have changed."""
    return [
        *(
            list(model.objects.order_by("pk").values_list("pk", *names))
            for model, names in (
                (Question, ["status", "claimed_by", "title", "summary"]),
                (Reply, ["status", "text"]),
                (Doctor, ["verified_at", "suspended_at"]),
            )
        ),
        *(
            model.objects.count()
            for model in (PairRuling, Report, Tag, Topic, Specialty, User, Group, Invitation)
        ),
        Question.history.count(),
    ]


def answer_to(browser: Client, method: str, path: str, typed: dict) -> str:
    """What the browser is told: a word of the table."""
    response = browser.get(path) if method == "GET" else browser.post(path, typed)
    list(response) if response.streaming else None  # to its end, where the file is closed
    if response.status_code not in (301, 302):
        return str(response.status_code)
    path_of_next = response.url.split("?")[0]
    return "in" if path_of_next in (reverse("login"), reverse("admin:login")) else "on"


# The tests


def test_every_address_has_its_rows_and_every_row_an_address():
    assert set(rows()) == set(named())


@pytest.mark.parametrize("name", sorted(set(named())))
def test_everyone_gets_what_the_table_says(name, clients, doctor):
    expected, said = rows().get(name, {}), {}
    model, _parts = ABOUT.get(name, (None, None))
    for state in STATES.get(model, ["any"]):
        thing = MAKERS[model](state, doctor)
        typed = fields(name, thing)
        before = state_of_the_site()
        for method in ("GET", "POST"):
            said[method, state] = []
            for person, browser in clients.items():
                path = address(name, thing, person)
                with transaction.atomic():
                    answer = answer_to(browser, method, path, typed)
                    # What someone who may has changed is taken back for the next person.
                    transaction.set_rollback(method == "POST" and answer not in REFUSALS)
                said[method, state].append(answer)
            assert state_of_the_site() == before, f"{method} {name} of what is {state}"
    wrong = [
        f"    {method:4} {state:13}" + " ".join(f"{answer:4}" for answer in answers)
        for (method, state), answers in said.items()
        if answers != expected.get((method, state), expected.get((method, "*")))
    ]
    assert not wrong, "\n".join([f"{name}: the site says", *wrong])
