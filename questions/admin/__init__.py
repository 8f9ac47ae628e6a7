"""Moderation, in the admin: a file for each thing that is moderated."""

from questions.admin import letter, pair, question, reply, report, tag

__all__ = ["letter", "pair", "question", "reply", "report", "tag"]
