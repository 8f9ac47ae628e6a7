"""What no moderator brings into words above a doctor's name: other doses, and what a doctor would be asked about."""

from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.utils.translation import gettext

from questions.doses import doses_in
from questions.reply_checks import Finding


def require_same_doses(before: Iterable[str], after: Iterable[str]) -> None:
    """Raises ValidationError where these texts name other doses than those."""
    if doses_in(*after) != doses_in(*before):
        raise ValidationError(
            gettext(
                "Doses are changed by doctors, and another doctor reads them: take the answer off the site "
                "and send it to a doctor."
            )
        )


def require_nothing_new(before: Iterable[Finding], after: Iterable[Finding]) -> None:
    """Raises ValidationError where something is found after that was not before."""
    known = {each.key for each in before}
    if new := [each for each in after if each.key not in known]:
        words = gettext(
            "Its doctor would be asked about this before it is public: %(words)s. Send the answer to "
            "a doctor."
        )
        raise ValidationError(words % {"words": gettext(", ").join(each.found for each in new)})
