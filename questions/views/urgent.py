"""The stop before something with signs of an emergency is sent."""

import hashlib
import json

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from questions.forms.asking import StepForm
from questions.models import Question
from questions.red_flags import Group, red_flags


def signs_in(*texts: str, age_band: str = "") -> list[Group]:
    """The signs in what was typed, also where a form has refused it; none of ours takes a longer text, and
    to read one without end would take minutes."""
    return red_flags("\n".join(text[: Question.BODY_LENGTH] for text in texts), age_band)


def shown(signs: list[Group]) -> dict[str, object]:
    """What the page between says of them. Of 95 unseen texts about self-harm 7 were stopped for other signs
    alone, so that the crisis line stands on every page between, and among the first to call where it is meant."""
    return {
        "signs": signs,
        "is_self_harm": any(sign.id in ("self_harm", "alike") for sign in signs),
    }


def digest_of(*texts: str) -> str:
    """Changes when a text does: "not an emergency" was said of this one."""
    return hashlib.sha256(json.dumps(texts).encode()).hexdigest()


def signs_said_to_be_none(
    request: HttpRequest, form: StepForm, age_band: str
) -> tuple[tuple[str, ...], bool]:
    """The signs in a form that is sent from a ticket, and whether its sender may go on with them."""
    texts = _texts(form)
    signs = signs_in(*texts, age_band=age_band)
    may_go_on = not signs or request.POST.get("no_emergency") == digest_of(*texts)
    return tuple(sign.id for sign in signs), may_go_on


def stop(request: HttpRequest, form: StepForm, *, age_band: str) -> HttpResponse:
    """The page between. It carries what was typed, so that either way on has it."""
    texts = _texts(form)
    context = {
        **shown(signs_in(*texts, age_band=age_band)),
        "typed": form.typed,
        "digest": digest_of(*texts),
    }
    return render(request, "questions/ticket_urgent.html", context)


def _texts(form: StepForm) -> list[str]:
    return [text for name, text in form.typed.items() if name != "submission"]
