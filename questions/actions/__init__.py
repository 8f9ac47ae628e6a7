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
from questions.actions.attaching import attach_file, detach_file
from questions.actions.checking import (
    Unanswered,
    answers_to,
    unanswered,
    unread_dangers,
)
from questions.actions.correcting_files import (
    attach_to_correction,
    detach_in_correction,
    leave_in_correction,
)
from questions.actions.details import answer_details, ask_for_details, keep_time
from questions.actions.duplicates import mark_duplicate
from questions.actions.ending import (
    hand_over_question,
    point_to_answer,
    return_to_doctor,
    return_to_moderators,
)
from questions.actions.identifying import keep_findings, mask_question, mask_reply
from questions.actions.moderating import (
    decline_question,
    edit_question,
    edit_reply,
    restore_question,
    retract_question,
)
from questions.actions.public_page import mark_due, refresh_public_page
from questions.actions.publishing import bring_reviews_of_tag_forward, months_to_review
from questions.actions.reading import (
    approve_reply,
    send_back_reply,
    take_back_reply,
)
from questions.actions.replying import (
    Unread,
    claim_question,
    draft_of,
    locked,
    publish_reply,
    release_question,
    require_able,
    require_claim,
    require_place,
    save_draft,
    set_sources,
)
from questions.actions.reviewing import (
    confirm_reply,
    correct_reply,
    discard_correction,
    keep_correction,
    reviews_of,
    version_of,
    why_read_again,
)
from questions.actions.tagging import hold_tagged, merge_tags, refresh_tag, save_changed, set_tags
from questions.actions.ticket import (
    OPEN_FOR_DETAILS,
    add_details,
    ask_follow_up,
    can_ask_again,
    can_follow_up,
    enough_added,
    erase_asker,
    replies_kept,
)

__all__ = [
    "OPEN_FOR_DETAILS",
    "Asked",
    "Unanswered",
    "Unread",
    "add_details",
    "answer_details",
    "answers_to",
    "approve_reply",
    "ask_follow_up",
    "ask_for_details",
    "ask_question",
    "attach_file",
    "attach_to_correction",
    "bring_reviews_of_tag_forward",
    "can_ask_again",
    "can_follow_up",
    "claim_question",
    "confirm_reply",
    "correct_reply",
    "decline_question",
    "delete_email",
    "detach_file",
    "detach_in_correction",
    "discard_correction",
    "draft_of",
    "edit_question",
    "edit_reply",
    "enough_added",
    "erase_asker",
    "hand_over_question",
    "hold_tagged",
    "keep_correction",
    "keep_findings",
    "keep_time",
    "leave_in_correction",
    "locked",
    "mark_due",
    "mark_duplicate",
    "mask_question",
    "mask_reply",
    "merge_tags",
    "months_to_review",
    "point_to_answer",
    "publish_reply",
    "refresh_public_page",
    "refresh_tag",
    "release_question",
    "replies_kept",
    "report_problem",
    "require_able",
    "require_claim",
    "require_place",
    "restore_question",
    "retract_question",
    "return_to_doctor",
    "return_to_moderators",
    "reviews_of",
    "save_changed",
    "save_draft",
    "send_back_reply",
    "set_sources",
    "set_tags",
    "take_back_reply",
    "unanswered",
    "unread_dangers",
    "version_of",
    "why_read_again",
    "withdraw_question",
]
