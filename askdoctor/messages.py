"""What the next page says of what was done."""

from django.contrib.messages.storage.session import SessionStorage


class SaidOnce(SessionStorage):
    """In the session, so that no third cookie is needed. A browser that got a second press drops the
    answer to the first, and the sentence with it: said twice, it waits once."""

    def add(self, level, message, extra_tags="") -> None:
        waiting = [*self._loaded_messages, *self._queued_messages]
        if (level, str(message)) not in [(each.level, str(each.message)) for each in waiting]:
            super().add(level, message, extra_tags)
