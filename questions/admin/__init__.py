"""Moderation, in the admin: a file for each thing that is moderated."""

from questions.admin import letter, question, reply, report, tag

__all__ = ["letter", "question", "reply", "report", "tag"]
