"""Every status x every change x every role: what is allowed works, what is not raises."""

import uuid

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from questions import actions
from questions.models import IllegalChange, Question
from tests.factories import make_doctor, make_question, make_specialty, make_user

pytestmark = pytest.mark.django_db

Status = Question.Status

# Where each status may lead. Written out once more, so that a slip in Question.CHANGES is seen.
ROADS = """
pending        open declined resolved withdrawn
open           claimed needs_details declined resolved pending withdrawn
claimed        open needs_details in_review published resolved pending withdrawn
in_review      published claimed withdrawn
needs_details  open declined resolved withdrawn
published      retracted withdrawn
declined       pending withdrawn
resolved       pending withdrawn
withdrawn
retracted      published open withdrawn
"""
ALLOWED = {line.split()[0]: set(line.split()[1:]) for line in ROADS.strip().splitlines()}


def values_of(status: str) -> dict[str, object]:
    """What a question needs to have to be in that status."""
    names = {
        "claimed": ["claimed_by", "claimed_at", "lease_until"],
        "declined": ["decline_reason"],
        "resolved": ["resolved_by"],
        "published": ["published_at", "replied_by"],
        "retracted": ["retracted_at", "retraction_reason"],
    }.get(status, [])
    other = make_question(status=status)
    return {name: getattr(other, name) for name in names}


@pytest.mark.parametrize("wanted", Status.values)
@pytest.mark.parametrize("status", Status.values)
def test_only_allowed_changes_of_status_are_made(status, wanted):
    question = make_question(status=status)
    values = values_of(wanted)
    before = question.history.count()
    if wanted in ALLOWED[status]:
        question.change_to(wanted, by=None, **values)
    else:
        with pytest.raises(IllegalChange):
            question.change_to(wanted, by=None, **values)
    question.refresh_from_db()
    is_changed = wanted in ALLOWED[status]
    assert question.status == (wanted if is_changed else status)
    assert question.history.count() == before + is_changed


# Who does what: role -> action -> the statuses in which it works. The doctor holds what is claimed.
WORDS = {"text": "Words.", "explanation": "", "summary": "", "tags": []}
DOCTORS = {
    "claim": (lambda q, by: actions.claim_question(question=q, by=by), {"open"}),
    "release": (lambda q, by: actions.release_question(question=q, by=by), {"claimed"}),
    "save": (lambda q, by: actions.save_draft(question=q, by=by, **WORDS), {"claimed"}),
    "publish": (lambda q, by: actions.publish_reply(question=q, by=by, **WORDS), {"claimed"}),
    "details": (
        lambda q, by: actions.ask_for_details(question=q, by=by, text="Since when?"),
        {"claimed"},
    ),
    "resolve": (
        lambda q, by: actions.point_to_answer(
            question=q, by=by, target=make_question(), note="See there."
        ),
        {"claimed"},
    ),
    "hand_over": (
        lambda q, by: actions.hand_over_question(
            question=q, by=by, specialty=make_specialty("dermatology"), note="Skin."
        ),
        {"claimed"},
    ),
    "return": (
        lambda q, by: actions.return_to_moderators(question=q, by=by, note="Names."),
        {"claimed"},
    ),
}
MODERATORS = {
    "approve": (lambda q, by: q.approve(by=by), {"pending", "needs_details"}),
    "decline": (
        lambda q, by: actions.decline_question(question=q, by=by, reason="unclear"),
        {"pending", "open", "needs_details"},
    ),
    "release": (lambda q, by: q.release(by=by), {"claimed"}),
    "return": (
        lambda q, by: q.return_to_moderation(by=by),
        {"open", "claimed", "declined", "resolved"},
    ),
    "retract": (
        lambda q, by: actions.retract_question(question=q, by=by, reason="It was not safe."),
        {"published"},
    ),
    "restore": (lambda q, by: actions.restore_question(question=q, by=by), {"retracted"}),
}
ASKERS = {
    "withdraw": (
        lambda q, by: actions.withdraw_question(question=q),
        set(Status.values) - {"withdrawn"},
    ),
    "answer": (
        lambda q, by: actions.answer_details(question=q, text="Since Monday."),
        {"needs_details"},
    ),
}
NOBODY = {name: (act, set()) for name, (act, _allowed) in DOCTORS.items()}
COLLEAGUE = NOBODY | {"claim": DOCTORS["claim"]}
ROLES = {
    "doctor": DOCTORS,
    "colleague": COLLEAGUE,
    "stranger": NOBODY,
    "unverified": NOBODY,
    "moderator": MODERATORS,
    "asker": ASKERS,
}
CASES = [(role, name) for role, acts in ROLES.items() for name in acts]


@pytest.fixture
def people(doctor, other_doctor, unverified_doctor):
    return {
        "doctor": doctor,
        "colleague": other_doctor,
        "stranger": make_doctor(specialty=make_specialty("cardiology")),
        "unverified": unverified_doctor,
        "moderator": make_user(),
        "asker": None,
    }


@pytest.mark.parametrize("status", Status.values)
@pytest.mark.parametrize(("role", "name"), CASES)
def test_each_role_does_in_each_status_what_it_may_and_nothing_else(people, role, name, status):
    act, allowed = ROLES[role][name]
    question = make_question(
        status=status, doctor=people["doctor"], contact={"submission": uuid.uuid4()}
    )
    if status == "needs_details":
        question.details_requests.create(doctor=people["doctor"], text="Since when?")
    if status in allowed:
        act(question, people[role])
        return
    with pytest.raises((IllegalChange, PermissionDenied, ValidationError)):
        act(question, people[role])
    question.refresh_from_db()
    assert question.status == status
