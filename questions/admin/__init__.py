"""Moderation, in the admin: a file for each thing that is moderated."""

from questions.admin import question, reply, report, tag

__all__ = ["question", "reply", "report", "tag"]
