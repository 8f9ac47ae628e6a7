"""What lies encrypted in the database: e-mail addresses of askers, what they are typing, and what
the codes of staff's second step are made from.

Whoever gets hold of a copy of the database alone reads neither. Authenticated encryption (Fernet:
AES-128-CBC and HMAC-SHA256) under the first of settings.SEALING_KEYS; each of them opens.
"""

import base64
import hashlib
from functools import cache

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings


class WrongKey(Exception):
    """None of the keys of this installation opens what is stored: another one sealed it."""


def seal(text: str) -> str:
    """Nothing stays nothing, so that the database knows who gave an address."""
    return _keys(tuple(settings.SEALING_KEYS)).encrypt(text.encode()).decode() if text else ""


def unseal(sealed: str) -> str:
    """Raises WrongKey."""
    if not sealed:
        return ""
    try:
        return _keys(tuple(settings.SEALING_KEYS)).decrypt(sealed).decode()
    except (InvalidToken, ValueError):
        raise WrongKey(
            "No key of this installation opens what is stored. Add the former one to SEALING_KEYS."
        ) from None


def is_sealed(text: str) -> bool:
    """By the mark of a Fernet token of this century, as the database knows it."""
    return text.startswith("gAAAAA")


@cache
def _keys(texts: tuple[str, ...]) -> MultiFernet:
    """Any long random text is a key."""
    digests = [hashlib.sha256(b"askdoctor.sealing:" + text.encode()).digest() for text in texts]
    return MultiFernet([Fernet(base64.urlsafe_b64encode(digest)) for digest in digests])
