"""Where letters go as long as no mail server is set."""

import os
import re
from pathlib import Path

from django.conf import settings
from django.core.mail.backends.base import BaseEmailBackend


class FolderBackend(BaseEmailBackend):
    """Keeps each letter as a file that mail programs open, for this account's eyes only.

    The file is named by the letter's Message-ID: a letter that is sent twice is there once.
    """

    def send_messages(self, email_messages) -> int:
        folder = Path(settings.EMAIL_FILE_PATH)
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        for email in email_messages:
            message = email.message()
            name = re.sub(r"[^\w.@-]", "", message["Message-ID"])
            path = folder / f"{name}.eml"
            with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as f:
                f.write(message.as_bytes())
        return len(email_messages)
