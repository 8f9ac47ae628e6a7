"""No field of a form gets what cannot be stored, or what turns the text around it: each form of ours is
found and filled in, so that a new one cannot forget it."""

import re
from importlib import import_module

import pytest
from django.forms import BaseForm, CharField
from django.http import QueryDict

from askdoctor.codes import CodeAgainForm, CodeForm
from askdoctor.passkeys import AddPasskeyForm, PasskeyAgainForm, PasskeyForm
from askdoctor.signing_in import SignInForm
from doctors.forms import AcceptForm
from questions.forms import desk, desk_ends, desk_filter, later, moderation, phrase, tag_moderation
from questions.forms.reasons import ReasonsForm, reasons_in
from questions.models import Phrase, Question, Tag
from questions.reply_checks import check_reply
from questions.views.desk_page import reply_form
from questions.views.desk_reviews import why_kept_in
from tests.factories import make_question, make_topic
from tests.test_architecture import PROJECT, ROOMS, files

pytestmark = pytest.mark.django_db

# What opens a session is compared with what is stored, character by character, and never shown.
SECRETS = {AcceptForm, SignInForm, CodeForm, CodeAgainForm, PasskeyForm, PasskeyAgainForm}
DIRTY = "a\x07b\u202ec"
HIDDEN = re.compile("[\x07\u202e]")
# How those are made that need more than what was typed.
MADE = {
    AddPasskeyForm: lambda it, data: AddPasskeyForm(data, user=it["doctor"].user),
    desk.ReplyForm: lambda it, data: reply_form(it["claimed"], it["doctor"], data),
    later.CorrectionForm: lambda it, data: later.CorrectionForm(data, reply=it["reply"]),
    phrase.PhraseForm: lambda it, data: phrase.PhraseForm(
        data, instance=Phrase(doctor=it["doctor"])
    ),
    desk_filter.DeskFilter: lambda it, data: desk_filter.DeskFilter(data, specialties=[]),
    moderation.QuestionForm: lambda it, data: moderation.QuestionForm(
        data, instance=it["reply"].question
    ),
    moderation.ReplyForm: lambda it, data: moderation.ReplyForm(data, instance=it["reply"]),
    tag_moderation.MergeTagsForm: lambda it, data: tag_moderation.MergeTagsForm(
        data, tags=Tag.objects.all()
    ),
    ReasonsForm: lambda it, data: ReasonsForm(check_reply("Give .5 ml."), data or {}),
}


def made(kind: type[BaseForm], things: dict, data: QueryDict | None = None) -> BaseForm:
    if kind in MADE:
        return MADE[kind](things, data)
    if issubclass(kind, desk_ends.EndForm):
        return kind(data, question=things["claimed"])
    return kind(data)


def below(kind: type) -> set[type]:
    return {kind}.union(*map(below, kind.__subclasses__()))


def forms() -> list[type[BaseForm]]:
    for room in ROOMS:
        for path in files(room):
            if "Form" in path.read_text():
                import_module(".".join(path.relative_to(PROJECT).with_suffix("").parts))
    ours = {kind for kind in below(BaseForm) if kind.__module__.split(".")[0] in ROOMS}
    return sorted(ours - SECRETS, key=lambda kind: f"{kind.__module__}.{kind.__name__}")


FORMS = forms()
# What stands on no page by itself.
BASES = {desk.DraftForm}


@pytest.fixture
def things(doctor) -> dict:
    reply = make_question(doctor=doctor, tags=["fever"]).replies.get()
    make_topic()
    claimed = make_question(status=Question.Status.CLAIMED, doctor=doctor)
    return {"doctor": doctor, "reply": reply, "claimed": claimed}


def texts_of(form: BaseForm) -> list[str]:
    return [name for name, field in form.fields.items() if isinstance(field, CharField)]


def test_there_are_forms_of_every_room():
    assert {kind.__module__.split(".")[0] for kind in FORMS} == set(ROOMS)
    assert len(FORMS) > 40


@pytest.mark.parametrize(
    "kind", sorted(set(FORMS) - BASES, key=FORMS.index), ids=lambda kind: kind.__qualname__
)
def test_every_text_of_every_form_is_clean_or_refused(kind, things):
    data = QueryDict(mutable=True)
    data.update(dict.fromkeys(texts_of(made(kind, things)), DIRTY))
    form = made(kind, things, data)
    form.full_clean()
    for name in texts_of(form):
        assert not HIDDEN.search(str(form[name].value())), f"{name} shows it again"
        assert not HIDDEN.search(str(form.cleaned_data.get(name, ""))), name


def test_what_no_form_reads_is_clean_as_well():
    assert reasons_in({"reason-1": DIRTY}) == {"reason-1": "abc"}
    assert why_kept_in({"why_kept": DIRTY}) == "abc"
