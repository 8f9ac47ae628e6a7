"""Asking, in short steps. All that is typed stands in the session's draft until it is sent."""

from dataclasses import dataclass

from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import cache_control, never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from doctors.typed import typed
from questions import limits
from questions.actions import Asked, ask_question
from questions.already_answered import similar_to_text
from questions.answer_times import expected_time
from questions.drafts import Draft, sent_submission
from questions.finding_excerpts import in_excerpts
from questions.forms.asking import ContactForm, QuestionForm, StepForm, WhoForm
from questions.languages import language_of
from questions.models import Contact, Found, Question, found_in
from questions.red_flags import Group
from questions.rendering import mentions_of, published_titles
from questions.rendering import render as render_question
from questions.views.identifying import masked
from questions.views.urgent import digest_of, shown, signs_in

SIMILAR_AT_MOST, WHILE_TYPING_AT_MOST = 4, 3
READ_OR_SEND = ["GET", "HEAD", "POST"]


@dataclass(frozen=True)
class Step:
    """A page with a form: the name of its address, its template and form, and where it leads."""

    name: str
    template: str
    form: type[StepForm]
    before: str
    after: str


STEPS = {
    step.name: step
    for step in (
        Step("ask", "questions/ask_who.html", WhoForm, "home", "ask_question"),
        Step("ask_question", "questions/ask_question.html", QuestionForm, "ask", "ask_contact"),
        Step(
            "ask_contact", "questions/ask_contact.html", ContactForm, "ask_question", "ask_similar"
        ),
    )
}
PROGRESS = [
    ("ask", _("Who it is about")),
    ("ask_question", _("Your question")),
    ("ask_contact", _("How to hear back")),
    ("ask_check", _("Check and send")),
]


@require_http_methods(READ_OR_SEND)
def who(request: HttpRequest) -> HttpResponse:
    return _step(request, STEPS["ask"])


@require_http_methods(READ_OR_SEND)
def question(request: HttpRequest) -> HttpResponse:
    return _step(request, STEPS["ask_question"])


@require_http_methods(READ_OR_SEND)
def contact(request: HttpRequest) -> HttpResponse:
    return _step(request, STEPS["ask_contact"])


@cache_control(private=True, no_cache=True)
def _step(request: HttpRequest, step: Step) -> HttpResponse:
    draft = Draft(request.session)
    is_change = "change" in request.GET
    if request.method == "POST":
        return keep_step(request, step, draft, is_change=is_change)
    _answers, elsewhere = _typed_so_far(draft, steps_before=step.name)
    if elsewhere:
        return redirect(elsewhere if draft.has_started else _start(request))
    kept, refused = draft.typed(step.name), draft.refused(step.name)
    form = step.form(initial=kept) if refused is None else step.form(kept, taken_out=refused)
    return render(
        request,
        step.template,
        {"form": form, **_progress(step.name), "is_change": is_change},
    )


def keep_step(request: HttpRequest, step: Step, draft: Draft, *, is_change: bool) -> HttpResponse:
    """Keep what was typed and go on. What is refused is shown by its own address, so that no page
    of the browser's history is the answer to a form."""
    form = step.form(request.POST)
    try:
        _count_step(request, form)
    except limits.TooMuch as refusal:
        form.add_error(None, refusal)
        context = {"form": form, **_progress(step.name), "is_change": is_change}
        return render(request, step.template, context, status=429)
    if "back" in request.POST:
        draft.keep(step.name, form.typed)
        return redirect("ask_check" if is_change else step.before)
    if form.is_valid():
        draft.keep(step.name, form.typed)
        on = "ask_check" if is_change else step.after
        return redirect("ask_urgent" if must_stop(draft) else on)
    draft.keep(step.name, form.typed, refused=form.taken_out)
    return redirect(reverse(step.name) + ("?change" if is_change else ""))


def _count_step(request: HttpRequest, form: StepForm) -> None:
    """Each is kept in a session, and who takes no cookie has a new one each time."""
    limits.count(request, "step", limits.STEPS)
    if sum(map(len, form.typed.values())) > 3 * Question.BODY_LENGTH:
        limits.count(request, "long step", limits.LONG_STEPS)


def _progress(current: str) -> dict[str, object]:
    """For the row of steps: those before the current one are behind and lead back."""
    place = [name for name, _label in PROGRESS].index(current)
    steps = [(name, label, number < place) for number, (name, label) in enumerate(PROGRESS)]
    return {"progress": steps, "current": current}


def _start(request: HttpRequest) -> str:
    """Where someone without a draft belongs: Back after sending shows what was sent."""
    return "ask_sent" if sent_submission(request.session) else "ask"


@require_http_methods(READ_OR_SEND)
@cache_control(private=True, no_cache=True)
def urgent(request: HttpRequest) -> HttpResponse:
    """What was written shows signs of an emergency: what to do now, and two ways on."""
    draft = Draft(request.session)
    if not draft.has("ask_question"):
        return redirect(_start(request))
    if request.method == "POST":
        draft.keep("ask_urgent", {"no_emergency": _stopped_at(draft)})
    if not must_stop(draft):
        return redirect("ask_check" if draft.has("ask_contact") else "ask_contact")
    context = {**shown(_signs(draft)), **_progress("ask_question")}
    return render(request, "questions/ask_urgent.html", context)


def must_stop(draft: Draft) -> bool:
    """Whether there are signs of an emergency, and nobody has said of this text that it is none."""
    if draft.typed("ask_urgent").get("no_emergency") == _stopped_at(draft):
        return False
    return bool(_signs(draft))


def _signs(draft: Draft) -> list[Group]:
    written = draft.typed("ask_question")
    return signs_in(
        written.get("title", ""),
        written.get("body", ""),
        age_band=draft.typed("ask").get("age_band", ""),
    )


def _stopped_at(draft: Draft) -> str:
    """Another one as soon as the text or the age is changed."""
    written = draft.typed("ask_question")
    return digest_of(
        written.get("title", ""), written.get("body", ""), draft.typed("ask").get("age_band", "")
    )


@require_http_methods(READ_OR_SEND)
@cache_control(private=True, no_cache=True)
def similar(request: HttpRequest) -> HttpResponse:
    """Answers that may already be the one looked for; passed over when there is none."""
    draft = Draft(request.session)
    answers, elsewhere = _typed_so_far(draft)
    if elsewhere:
        return redirect(elsewhere if draft.has_started else _start(request))
    if "back" in request.POST:
        return redirect("ask_contact")
    found = []
    if request.method != "POST":
        found = similar_to_text(
            answers["title"], answers["body"], _language(answers), limit=SIMILAR_AT_MOST
        )
    if found:
        return render(
            request,
            "questions/ask_similar.html",
            {"similar": found, **_progress("ask_check")},
        )
    draft.keep("ask_similar", {"seen": draft.digest("ask_question")})
    return redirect("ask_check")


@require_POST
@never_cache
def typed_similar(request: HttpRequest) -> HttpResponse:
    """The same while it is being typed (ask.js). Posted, so that no log and no history has the text;
    nothing of it is kept."""
    try:
        limits.count(request, "typed", limits.TYPED)
    except ValidationError:  # what was there stays; nobody misses a hint
        return HttpResponse(status=429)
    title, body = (typed(request.POST.get(name)).text for name in ("title", "body"))
    answers = {"title": title[: Question.TITLE_LENGTH], "body": body[: Question.BODY_LENGTH]}
    found = similar_to_text(*answers.values(), _language(answers), limit=WHILE_TYPING_AT_MOST)
    return render(request, "questions/_typed_similar.html", {"similar": found})


@require_http_methods(READ_OR_SEND)
@never_cache
def check(request: HttpRequest) -> HttpResponse:
    """Everything as it will be seen. What is sent is what this page showed."""
    draft = Draft(request.session)
    if not draft.has_started:
        return _nothing_to_send(request)
    answers, elsewhere = _typed_so_far(draft)
    is_sending = request.method == "POST"
    has_seen_similar = draft.typed("ask_similar").get("seen") == draft.digest("ask_question")
    if not elsewhere and must_stop(draft):
        elsewhere = "ask_urgent"
    if elsewhere or not (is_sending or has_seen_similar):
        return redirect(elsewhere or "ask_similar")
    found = found_in(_written_words(answers), Question.EXAMINED)
    if is_sending and found and "mask" in request.POST:
        _mask(draft, found)
        return redirect("ask_check")
    shown, refusal = draft.digest(*STEPS), None
    if is_sending and request.POST.get("shown") == shown:
        refusal = _why_not_taken(request)
        if not refusal:
            signs = tuple(sign.id for sign in _signs(draft))
            ask_question(asked=_asked(answers, draft.submission, signs))
            draft.mark_sent()
            return redirect("ask_sent")
    return render(
        request,
        "questions/ask_check.html",
        {
            "question": _as_it_will_be_seen(answers),
            "email": answers["email"],
            "shown": shown,
            "has_changed": is_sending and not refusal,
            "refusal": refusal and refusal.messages[0],
            "made": limits.stamp(),
            "identifying": in_excerpts(found),
            "expected": expected_time(answers["specialty"]),
            **_progress("ask_check"),
        },
        status=429 if isinstance(refusal, limits.TooMuch) else 200,
    )


def _why_not_taken(request: HttpRequest) -> ValidationError | None:
    """Why nothing is taken from there at present."""
    try:
        limits.require_person(request.POST)
        limits.count(request, "question", limits.QUESTIONS)
    except ValidationError as refusal:
        return refusal
    return None


def _written_words(answers: dict) -> dict[str, str]:
    """What the asker has written, and not chosen."""
    return {name: answers[name] for name in ("title", "body", "asker_name")}


def _mask(draft: Draft, found: list[Found]) -> None:
    """In the draft, which is all there is of it yet. Similar answers that were seen stay seen."""
    has_seen_similar = draft.typed("ask_similar").get("seen") == draft.digest("ask_question")
    for name in ("ask", "ask_question"):
        typed = draft.typed(name)
        draft.keep(name, masked(typed, [one for one in found if one.field in typed]))
    if has_seen_similar:
        draft.keep("ask_similar", {"seen": draft.digest("ask_question")})


def _nothing_to_send(request: HttpRequest) -> HttpResponse:
    start = _start(request)
    if request.method == "POST" and start == "ask":
        return render(request, "questions/ask_expired.html", status=410)
    return redirect(start)


@require_safe
def sent(request: HttpRequest) -> HttpResponse:
    """The number and the ticket of what was sent last; a reload shows the same."""
    contact = (
        Contact.objects.filter(submission=sent_submission(request.session))
        .select_related("question")
        .first()
    )
    if contact is None:
        return redirect("ask")
    link = settings.SITE_URL + contact.get_absolute_url()
    return render(request, "questions/ask_sent.html", {"contact": contact, "link": link})


def _typed_so_far(draft: Draft, *, steps_before: str = "") -> tuple[dict, str | None]:
    """What the forms made of the draft, and the name of the first step that is not right yet.

    Looks at the steps before one, or at all.
    """
    answers = {}
    for step in STEPS.values():
        if step.name == steps_before:
            break
        form = step.form(draft.typed(step.name))
        if not (draft.has(step.name) and form.is_valid()):
            return answers, step.name
        answers |= form.cleaned_data
    return answers, None


def _as_it_will_be_seen(answers: dict) -> Question:
    """The question, unsaved, rendered as it will be when it is public."""
    seen = Question(
        **{name: answers[name] for name in ("title", "body", "asker_name", "age_band", "sex")},
        specialty=answers["specialty"],
        language=_language(answers),
    )
    render_question(seen, [], published_titles(mentions_of(seen, [])))
    return seen


def _asked(answers: dict, submission, signs: tuple[str, ...]) -> Asked:
    specialty = answers["specialty"]
    return Asked(
        submission=submission,
        title=answers["title"],
        body=answers["body"],
        specialty_id=specialty and specialty.pk,
        asker_name=answers["asker_name"],
        age_band=answers["age_band"],
        sex=answers["sex"],
        email=answers["email"],
        language=_language(answers),
        letter_language=get_language(),
        urgent_signs=signs,
    )


def _language(answers: dict) -> str:
    return language_of(f"{answers['title']} {answers['body']}", otherwise=get_language())
