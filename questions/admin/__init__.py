"""Moderation, in the admin: a file for each thing that is moderated."""

from questions.admin import addition, answer_time, letter, pair, question, reply, report, tag

__all__ = ["addition", "answer_time", "letter", "pair", "question", "reply", "report", "tag"]
