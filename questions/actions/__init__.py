"""Changes that reach over several tables. Each is one transaction and says who did it.

What a change makes due elsewhere (similar questions, topics, counts) is written with it as
`refresh_due_at` and worked out by the worker.
"""

from questions.actions.asking import (
    Asked,
    ask_question,
    delete_email,
    report_problem,
    withdraw_question,
)
from questions.actions.moderating import (
    decline_question,
    edit_question,
    edit_reply,
    restore_question,
    retract_question,
)
from questions.actions.public_page import mark_due, refresh_public_page
from questions.actions.replying import (
    claim_question,
    draft_of,
    locked,
    months_to_review,
    publish_reply,
    release_question,
    require_able,
    require_claim,
    save_draft,
)
from questions.actions.tagging import merge_tags, refresh_tag, save_changed, set_tags
from questions.actions.ticket import (
    OPEN_FOR_DETAILS,
    add_details,
    ask_follow_up,
    can_follow_up,
    erase_asker,
)

__all__ = [
    "OPEN_FOR_DETAILS",
    "Asked",
    "add_details",
    "ask_follow_up",
    "ask_question",
    "can_follow_up",
    "claim_question",
    "decline_question",
    "delete_email",
    "draft_of",
    "edit_question",
    "edit_reply",
    "erase_asker",
    "locked",
    "mark_due",
    "merge_tags",
    "months_to_review",
    "publish_reply",
    "refresh_public_page",
    "refresh_tag",
    "release_question",
    "report_problem",
    "require_able",
    "require_claim",
    "restore_question",
    "retract_question",
    "save_changed",
    "save_draft",
    "set_tags",
    "withdraw_question",
]
