import stat
from datetime import timedelta

import pytest
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from django.contrib.auth import authenticate, get_user_model
from django.urls import reverse
from django.utils import timezone

from askdoctor import demo
from askdoctor.worker import refresh_all_due
from doctors.models import Doctor
from questions import actions
from questions.models import Question, Reply, SimilarQuestion, Tag
from questions.scoring import FLOOR
from tests.factories import rewrite

pytestmark = pytest.mark.django_db


@pytest.fixture
def sign_ins(tmp_path):
    return demo.load(tmp_path)


def test_the_demonstration_holds_what_a_first_look_needs(sign_ins):
    published = Question.objects.published()

    assert published.count() >= 60
    assert published.filter(language="zh-hant").count() >= 15
    assert Doctor.objects.count() >= 12
    assert published.values("specialty").distinct().count() >= 8
    assert not published.filter(tags__isnull=True).exists()
    assert not published.filter(replies__explanation="").exists()
    assert Question.objects.pending().count() == 2
    assert Question.objects.filter(status="open").count() == 3
    assert Tag.objects.filter(kind="medicine").exists()


def test_with_sixty_answers_nothing_is_called_similar_that_shares_no_more_than_everyday_words(
    sign_ins,
):
    refresh_all_due()
    shown = SimilarQuestion.objects.filter(score__gte=FLOOR)

    assert shown.count() >= 40
    assert not shown.filter(reason__tags__isnull=True).exists()


def test_its_second_doctor_may_read_what_the_first_wrote(sign_ins):
    first, second = (authenticate(**vars(one)).doctor for one in sign_ins.people[:2])
    reply = make_reply_to_read(by=first)

    assert first != second
    assert reply in Reply.objects.to_read_by(second)
    assert reply not in Reply.objects.to_read_by(first)


def make_reply_to_read(*, by: Doctor) -> Reply:
    question = Question.objects.filter(status="open", specialty=by.specialty).first()
    actions.claim_question(question=question, by=by)
    text = "Give 5 ml."  # a dose is always read by another doctor
    return actions.publish_reply(question=question, by=by, text=text, explanation="")


def test_its_doctor_and_moderator_can_sign_in(sign_ins):
    doctor = authenticate(**vars(sign_ins.doctor))
    moderator = authenticate(**vars(sign_ins.moderator))

    assert doctor.doctor.specialty.slug == "pediatrics"
    assert doctor.doctor.is_verified
    assert not doctor.is_staff
    assert moderator.is_staff
    assert not moderator.is_superuser
    assert moderator.groups.get().name == "Moderators"
    assert moderator.has_perm("questions.change_question")


def test_their_second_step_opens_with_a_printed_code_or_the_key_of_the_app(client, sign_ins):
    for sign_in, code in (
        (sign_ins.doctor, sign_ins.doctor.recovery_codes()[0]),
        (sign_ins.second_doctor, sign_ins.second_doctor.recovery_codes()[0]),
        (sign_ins.moderator, sign_ins.code()),
    ):
        client.post(reverse("login"), {"login": sign_in.email, "password": sign_in.password})
        response = client.post(reverse("mfa_authenticate"), {"code": code})
        assert response.url == reverse("desk")
        client.logout()


def test_recovery_codes_do_not_run_out(sign_ins, tmp_path):
    for _ in range(9):
        code = sign_ins.doctor.recovery_codes()[0]
        user = get_user_model().objects.get(username=sign_ins.doctor.username)
        assert RecoveryCodes.activate(user).validate_code(code)
    assert len(demo.load(tmp_path).doctor.recovery_codes()) == 3


def test_passwords_are_for_their_owner_alone(sign_ins, tmp_path):
    kept = tmp_path / "demo-sign-ins.json"

    assert stat.S_IMODE(kept.stat().st_mode) == 0o600


def test_a_second_load_changes_nothing(sign_ins, tmp_path):
    waiting, answered = Question.objects.get(pk=1061), Question.objects.get(pk=1001)
    waiting.decline(by=None, reason="unclear")
    rewrite(answered, title="Better said")
    rows = Question.history.count()

    assert demo.load(tmp_path) == sign_ins
    waiting.refresh_from_db()
    answered.refresh_from_db()
    assert waiting.status == Question.Status.DECLINED
    assert answered.title == "Better said"
    assert Question.history.count() == rows


def test_without_the_file_there_are_new_passwords(sign_ins, tmp_path):
    (tmp_path / "demo-sign-ins.json").unlink()

    again = demo.load(tmp_path)

    assert again.doctor.password != sign_ins.doctor.password
    assert authenticate(**vars(again.doctor)).doctor.slug == demo.DOCTOR
    assert authenticate(**vars(sign_ins.doctor)) is None


def test_a_broken_file_is_as_good_as_none(sign_ins, tmp_path):
    (tmp_path / "demo-sign-ins.json").write_text('{"doctor": 1}')

    assert authenticate(**vars(demo.load(tmp_path).moderator)).is_staff


def test_who_waits_has_waited_for_hours(sign_ins):
    oldest = Question.objects.exclude(status=Question.Status.PUBLISHED).earliest("asked_at")
    assert oldest.asked_at > timezone.now() - timedelta(days=3)
