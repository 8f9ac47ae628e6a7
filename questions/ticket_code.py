"""The short code of a ticket: typed with the question's number, and slow to guess.

A wrong code and an unknown number are the same: the same work, the same answer, the same counting.
Each wrong one counts for where it came from and for the number; past some, nothing is looked at
for a while that doubles with each. The counts are rows, so all processes share them, and they hold keyed
hashes of addresses only.
"""

import hmac
import math
import secrets
from datetime import datetime, timedelta
from ipaddress import ip_address, ip_network

from django.conf import settings
from django.db import transaction
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import salted_hmac

from questions.models import Contact, TicketTries

FREE_OF_CLIENT, FREE_OF_NUMBER = 5, 10
FIRST_PAUSE, LONGEST_PAUSE = timedelta(seconds=15), timedelta(hours=1)
KEPT = timedelta(days=1)
LARGEST_NUMBER = 2**63 - 1


class TooManyTries(Exception):
    """No code is looked at for `minutes`, right or wrong."""

    def __init__(self, until: datetime, now: datetime):
        super().__init__()
        self.minutes = math.ceil((until - now).total_seconds() / 60)


def contact_with(
    number: int, code: str, *, client: str, now: datetime | None = None
) -> Contact | None:
    """Whose ticket it is, or None where number and code do not belong together.

    `client` is from `client_of`. Raises TooManyTries.
    """
    now = now or timezone.now()
    with transaction.atomic():
        tries = _locked([_key("client", client), _key("number", str(number))])
        closed_until = max((one.closed_until for one in tries if one.closed_until), default=now)
        if closed_until > now:
            raise TooManyTries(closed_until, now)
        contact = Contact.objects.filter(pk=min(number, LARGEST_NUMBER)).first()
        # Compared with something in any case, so that both take as long.
        expected = contact.code if contact else secrets.token_urlsafe(6)
        if hmac.compare_digest(expected.encode(), code.encode()) and contact:
            return contact
        for one, free in zip(tries, (FREE_OF_CLIENT, FREE_OF_NUMBER), strict=True):
            _count(one, free, now)
        return None


def _locked(keys: list[str]) -> list[TicketTries]:
    """Their rows in this order; who comes at the same moment waits until this transaction ends."""
    TicketTries.objects.bulk_create(
        [TicketTries(key=key) for key in sorted(keys)], ignore_conflicts=True
    )
    rows = TicketTries.objects.filter(key__in=keys).order_by("key").select_for_update()
    by_key = {row.key: row for row in rows}
    return [by_key[key] for key in keys]


def _count(tries: TicketTries, free: int, now: datetime) -> None:
    is_old = tries.last_wrong_at is None or tries.last_wrong_at < now - KEPT
    tries.wrong_count = 1 if is_old else tries.wrong_count + 1
    tries.last_wrong_at = now
    over = tries.wrong_count - free
    if over >= 0:
        tries.closed_until = now + min(FIRST_PAUSE * 2 ** min(over, 20), LONGEST_PAUSE)
    tries.save()


def forget_old_tries(now: datetime | None = None) -> None:
    TicketTries.objects.filter(last_wrong_at__lt=(now or timezone.now()) - KEPT).delete()
    TicketTries.objects.filter(last_wrong_at=None).delete()


def client_of(request: HttpRequest) -> str:
    """Where a request comes from. Of IPv6 the network: one household has many addresses."""
    address = request.META.get("REMOTE_ADDR", "")
    if settings.BEHIND_PROXY:
        # The last one is what our own proxy saw; those before it, the visitor may have made up.
        address = request.headers.get("X-Forwarded-For", address).rpartition(",")[2].strip()
    try:
        parsed = ip_address(address)
    except ValueError:
        return address
    # As one socket for both versions gives an address of the old one.
    parsed = getattr(parsed, "ipv4_mapped", None) or parsed
    return str(ip_network((parsed, 64), strict=False)) if parsed.version == 6 else str(parsed)


def _key(kind: str, value: str) -> str:
    return salted_hmac("questions.ticket_code", f"{kind}:{value}", algorithm="sha256").hexdigest()
