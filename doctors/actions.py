"""Inviting people, what becomes of it, and ending where somebody is signed in."""

import logging
from datetime import datetime

from allauth.account.models import EmailAddress
from allauth.usersessions.models import UserSession
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import get_language, gettext

from doctors.invitation import Invitation, require_no_account
from doctors.letters import MODERATORS, write_invitation_letter
from doctors.models import Doctor

log = logging.getLogger(__name__)


def invite(*, email: str, doctor: Doctor | None, by) -> Invitation:
    """Invite a doctor, or without one a moderator, and have the letter sent.

    An invitation of the same address or doctor that is still open is taken back. Raises
    ValidationError when there is an account already, and PermissionDenied when a moderator is
    invited by someone who is no superuser.
    """
    if doctor is None and not by.is_superuser:
        raise PermissionDenied(gettext("Only a superuser can invite moderators."))
    if doctor and doctor.user_id:
        raise ValidationError(gettext("This doctor has an account already."))
    require_no_account(email)
    role = Invitation.Role.DOCTOR if doctor else Invitation.Role.MODERATOR
    try:
        with transaction.atomic():
            _revoke_open(email, doctor, by=by)
            invitation = Invitation.objects.create(
                email=email, doctor=doctor, role=role, invited_by=by, language=get_language()
            )
            write_invitation_letter(invitation)
    except IntegrityError as error:  # of two at once, the other one's letter is on its way
        raise ValidationError(gettext("Somebody has sent this invitation already.")) from error
    return invitation


def _revoke_open(email: str, doctor: Doctor | None, *, by) -> None:
    still_open = Invitation.objects.not_ended()
    same = still_open.filter(email__iexact=email)
    if doctor:
        same |= still_open.filter(doctor=doctor)
    same.update(revoked_at=timezone.now(), revoked_by=by)


@transaction.atomic
def accept_invitation(*, invitation: Invitation, password: str, now: datetime | None = None):
    """The account of who was invited, made with their password. Returns it.

    A licence that was checked before is to be checked again: now somebody replies by it. Raises ValidationError when the invitation has ended meanwhile, or there is an account by now.
    """
    now = now or timezone.now()
    invitation = Invitation.objects.select_for_update(of=["self"]).get(pk=invitation.pk)
    doctor = invitation.doctor
    if not invitation.is_open(now) or (doctor and doctor.user_id):
        raise ValidationError(gettext("This invitation is over."))
    require_no_account(invitation.email)
    user = get_user_model().objects.create_user(
        username=f"{invitation.role}-{invitation.pk}",
        email=invitation.email,
        password=password,
        is_staff=doctor is None,
    )
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    if doctor:
        doctor.user, doctor._history_user = user, user
        doctor.forget_check(changed=["user"])
        doctor.save(update_fields=["user", "verified_at", "verified_by"])
    else:
        user.groups.add(Group.objects.get(name=MODERATORS))
    invitation.used_at = now
    invitation.save(update_fields=["used_at"])
    return user


def sign_out(doctor: Doctor, *, by) -> None:
    """End all sessions of a doctor. Raises ValidationError where there is no account."""
    if not doctor.user_id:
        raise ValidationError(gettext("This doctor has no account."))
    end_sessions(doctor.user, by=by)


def end_sessions(user, *, by=None) -> None:
    """Sign somebody out in every browser. `by` is nobody where the operator does it by a command."""
    ended = [session.end() for session in UserSession.objects.filter(user=user)]
    who = f"account {by.pk}" if by else "a command"
    log.warning("%s sessions of account %s were ended by %s", len(ended), user.pk, who)
