"""A mail server that keeps who got which letter, and that can be dead in two ways."""

import asyncio
import socket
from collections import Counter
from email import message_from_bytes, policy

from aiosmtpd.controller import Controller


class Mailbox:
    """`arrived` counts (to whom, subject's kind, Message-ID)."""

    def __init__(self):
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.arrived: Counter[tuple[str, str, str]] = Counter()
        self.is_hanging = False
        self.controller: Controller | None = None

    def start(self) -> None:
        self.controller = Controller(self, hostname="127.0.0.1", port=self.port)
        self.controller.start()

    def stop(self) -> None:
        """Nothing listens any more: who connects is refused."""
        if self.controller:
            self.controller.stop()
            self.controller = None

    async def handle_EHLO(self, server, session, envelope, hostname, responses):
        await self._hang()
        session.host_name = hostname
        return responses

    async def handle_DATA(self, server, session, envelope):
        await self._hang()
        message = message_from_bytes(envelope.content, policy=policy.default)
        # Of a second doctor's reply another letter tells, so there is one for each reply.
        kind = "arrived" if "has arrived" in message["Subject"] else "answered"
        for recipient in envelope.rcpt_tos:
            self.arrived[recipient.partition("@")[0], kind, message["Message-ID"]] += 1
        return "250 Taken"

    async def _hang(self) -> None:
        while self.is_hanging:
            await asyncio.sleep(0.2)
