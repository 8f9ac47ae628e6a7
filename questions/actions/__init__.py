"""Changes that reach over several tables. Each is one transaction and says who did it.

What a change makes due elsewhere (similar questions, topics, counts) is written with it as
`refresh_due_at` and worked out by the worker.
"""

from questions.actions.asking import Asked, ask_question, report_problem, withdraw_question
from questions.actions.duplicates import mark_duplicate, unmark_duplicate
from questions.actions.moderating import (
    decline_question,
    edit_question,
    edit_reply,
    restore_question,
    retract_question,
)
from questions.actions.public_page import mark_due, refresh_public_page
from questions.actions.publishing import months_to_review
from questions.actions.reading import (
    approve_reply,
    publish_second_reply,
    save_second_reply,
    send_back_reply,
    take_back_reply,
)
from questions.actions.replying import (
    claim_question,
    draft_of,
    locked,
    publish_reply,
    release_question,
    require_able,
    require_claim,
    save_draft,
)
from questions.actions.reviewing import confirm_reply, correct_reply, reviews_of, version_of
from questions.actions.tagging import merge_tags, refresh_tag, save_changed, set_tags

__all__ = [
    "Asked",
    "approve_reply",
    "ask_question",
    "claim_question",
    "confirm_reply",
    "correct_reply",
    "decline_question",
    "draft_of",
    "edit_question",
    "edit_reply",
    "locked",
    "mark_due",
    "mark_duplicate",
    "merge_tags",
    "months_to_review",
    "publish_reply",
    "publish_second_reply",
    "refresh_public_page",
    "refresh_tag",
    "release_question",
    "report_problem",
    "require_able",
    "require_claim",
    "restore_question",
    "retract_question",
    "reviews_of",
    "save_changed",
    "save_draft",
    "save_second_reply",
    "send_back_reply",
    "set_tags",
    "take_back_reply",
    "unmark_duplicate",
    "version_of",
    "withdraw_question",
]
