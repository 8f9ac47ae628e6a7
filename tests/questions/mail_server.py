"""A real mail server for tests, on a port of its own."""

import asyncio
import socket
from email import message_from_bytes, policy
from email.message import EmailMessage

from aiosmtpd.controller import Controller


class MailServer:
    """Takes what it is sent, or answers with `refusal`. `pause` is how long it thinks before."""

    def __init__(self):
        self.taken: list[EmailMessage] = []
        self.recipients: list[str] = []
        self.refusal, self.pause = "", 0.0
        self.controller = Controller(self, hostname="127.0.0.1", port=free_port())

    def __enter__(self) -> "MailServer":
        self.controller.start()
        return self

    def __exit__(self, *_failure) -> None:
        self.controller.stop()

    async def handle_RCPT(self, server, session, envelope, address, options):
        if self.refusal:
            return f"{self.refusal} <{address}>: no"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        self.taken.append(message_from_bytes(envelope.content, policy=policy.default))
        self.recipients += envelope.rcpt_tos
        await asyncio.sleep(self.pause)
        return "250 Taken"

    @property
    def url(self) -> str:
        return f"smtp://127.0.0.1:{self.controller.port}"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
