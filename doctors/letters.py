"""Letters to staff: written with what they tell of, made and sent by the worker.

A link that opens something is made when the letter is sent, and stands in its body only.
"""

import logging
from datetime import datetime

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core import mail
from django.db import transaction
from django.db.models import QuerySet
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, override
from django.utils.translation import gettext_lazy as _

from doctors import postman
from doctors.days import day_text
from doctors.invitation import Invitation
from doctors.models import Doctor
from doctors.staff_letter import StaffLetter

log = logging.getLogger(__name__)

Kind = StaffLetter.Kind
MODERATORS = "Moderators"  # the group of accounts
# Who is told: whoever of the staff may do something about it, superusers among them.
MAY_ACT = {Kind.URGENT: "questions.change_question", Kind.LICENCES: "doctors.change_doctor"}
SUBJECTS = {
    Kind.INVITED: _("You are invited to %(site)s"),
    Kind.PASSWORD: _("Choose a new password for %(site)s"),
    Kind.URGENT: _("A question at %(site)s may be an emergency"),
    Kind.EXPIRING: _("Your licence on file at %(site)s expires soon"),
    Kind.LICENCES: _("Licences of doctors at %(site)s expire soon"),
}
BODIES = {
    (Kind.INVITED, Invitation.Role.DOCTOR): _(
        "%(name)s, you are invited to answer parents' questions as a doctor. Open this page by "
        "%(day)s, choose a password and set up the second step of signing in:"
    ),
    (Kind.INVITED, Invitation.Role.MODERATOR): _(
        "You are invited to moderate questions. Open this page by %(day)s, choose a password and "
        "set up the second step of signing in:"
    ),
    Kind.PASSWORD: _(
        "Somebody asked for a new password for your account. If it was you, choose one on this "
        "page within three days. If it was not, nothing has changed and you need do nothing:"
    ),
    # Nothing of the question: a mailbox is no place for it.
    Kind.URGENT: _(
        "Somebody sent a question that shows signs of an emergency, and says that it is none. Please "
        "look at it now. It stands on top of the moderators' page:"
    ),
    Kind.EXPIRING: _(
        "%(name)s, your licence on file expires on %(day)s. After that day you cannot take "
        "questions or publish replies; what you have written is kept. Please tell a moderator when "
        "it has been renewed. Your desk:"
    ),
    Kind.LICENCES: _(
        "The licence on file of a doctor expires within 30 days. After its last day they cannot take "
        "questions or publish replies. Whose it is:"
    ),
}


def write_invitation_letter(invitation: Invitation) -> None:
    """Call it in the transaction that invites."""
    StaffLetter.objects.create(
        kind=Kind.INVITED, invitation=invitation, language=invitation.language
    )


@transaction.atomic
def write_password_letter(user) -> None:
    """One that still waits says the same, and gives way. One on its way this moment is not waited for:
    the page would tell by its slowness that there is such an account."""
    unsent = StaffLetter.objects.unsent().filter(user=user, kind=Kind.PASSWORD)
    free = unsent.select_for_update(skip_locked=True, of=["self"]).values_list("pk", flat=True)
    StaffLetter.objects.filter(pk__in=list(free)).delete()
    letter = StaffLetter(kind=Kind.PASSWORD, user=user, language=get_language())
    # The one on its way tells it as well, also where it has to be tried again; or who asked at the
    # same time has written one.
    StaffLetter.objects.bulk_create([letter], ignore_conflicts=True)


def write_urgent_letters() -> None:
    """Tell the moderators that a question may be an emergency.

    Call it in the transaction in which the question is sent.
    """
    _write_to_moderators(Kind.URGENT)


def told_of(kind: Kind) -> QuerySet:
    """Whom a letter of this kind reaches: active accounts of staff that may act, with an address."""
    may_act = get_user_model().objects.with_perm(MAY_ACT[kind])
    return may_act.filter(is_staff=True).exclude(email="").order_by("pk")


def _write_to_moderators(kind: Kind) -> None:
    """One letter to each; one that still waits says it for all, and one that failed gives way."""
    told = list(told_of(kind))
    if not told:
        log.error("No moderator has an e-mail address: nobody is told of this: %s", kind.value)
    StaffLetter.objects.failed().filter(kind=kind, user__in=told).delete()
    letters = [StaffLetter(kind=kind, user=user, language=settings.LANGUAGE_CODE) for user in told]
    StaffLetter.objects.bulk_create(letters, ignore_conflicts=True)


@transaction.atomic
def write_expiry_letters(now: datetime | None = None) -> int:
    """Tell each doctor whose licence expires within 30 days, once for a date, and the moderators.

    Returns how many doctors are told.
    """
    today = timezone.localdate(now)
    told = StaffLetter.objects.filter(kind=Kind.EXPIRING)
    doctors = Doctor.objects.expiring(on=today).exclude(user__email="")
    known = set(told.filter(doctor__in=doctors).values_list("doctor", "expires_on"))
    letters = [
        StaffLetter(
            kind=Kind.EXPIRING,
            doctor=doctor,
            expires_on=doctor.licence_expires_on,
            language=_language_of(doctor),
        )
        for doctor in doctors
        if (doctor.pk, doctor.licence_expires_on) not in known
    ]
    # A second worker may have written the same this moment.
    StaffLetter.objects.bulk_create(letters, ignore_conflicts=True)
    if letters:
        _write_to_moderators(Kind.LICENCES)
    return len(letters)


def _language_of(doctor: Doctor) -> str:
    """The one they were invited in."""
    invitation = doctor.invitations.first()
    return invitation.language if invitation else settings.LANGUAGE_CODE


def message_of(letter: StaffLetter) -> mail.EmailMultiAlternatives:
    """The letter as it goes out, in its language: plain text, and the same as HTML."""
    with override(letter.language):
        subject = SUBJECTS[letter.kind] % {"site": settings.SITE_NAME}
        context = {
            "site_name": settings.SITE_NAME,
            "language": letter.language,
            "subject": subject,
            "body": _body(letter),
            "link": f"{settings.SITE_URL}{_path(letter)}",
            "is_secret": letter.kind in (Kind.INVITED, Kind.PASSWORD),
        }
        message = mail.EmailMultiAlternatives(
            subject=subject,
            body=render_to_string("doctors/letters/letter.txt", context),
            to=[letter.recipient],
            headers={"Message-ID": letter.message_id, "Auto-Submitted": "auto-generated"},
        )
        html = render_to_string("doctors/letters/letter.html", context)
        message.attach_alternative(html, "text/html")
    return message


def _body(letter: StaffLetter) -> str:
    if letter.kind == Kind.INVITED:
        invitation = letter.invitation
        words = {"name": invitation.invited_name, "day": day_text(invitation.expires_at)}
        return BODIES[letter.kind, invitation.role] % words
    if letter.kind == Kind.EXPIRING:
        words = {"name": letter.doctor.display_name, "day": day_text(letter.expires_on)}
        return BODIES[letter.kind] % words
    return str(BODIES[letter.kind])


def _path(letter: StaffLetter) -> str:
    if letter.kind == Kind.INVITED:
        return letter.invitation.get_absolute_url()
    if letter.kind == Kind.EXPIRING:
        return reverse("desk")
    if letter.kind == Kind.URGENT:
        return reverse("admin:index")
    if letter.kind == Kind.LICENCES:
        return reverse("admin:doctors_doctor_changelist", query={"standing": "soon"})
    key = [user_pk_to_url_str(letter.user), default_token_generator.make_token(letter.user)]
    return reverse("account_reset_password_from_key", args=key)


def send_next(now: datetime | None = None) -> bool:
    return postman.send_next(StaffLetter.objects.all(), message_of, now=now)


def is_due() -> bool:
    return postman.is_due(StaffLetter.objects.all())


def send_all_due() -> None:
    while send_next():
        pass


def backlog() -> tuple[int, int]:
    """How many letters wait to be sent, and how many have failed."""
    return StaffLetter.objects.waiting().count(), StaffLetter.objects.failed().count()
