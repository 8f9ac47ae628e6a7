"""What an asker has typed and may identify somebody: shown before it is sent, and masked with one press."""

import hashlib
import json

from django.forms import Form
from django.http import HttpRequest

from questions import identifiers
from questions.finding_excerpts import in_excerpts
from questions.models import Found, found_in

ALL = ()


def look_at(request: HttpRequest, form: Form, *names: str) -> list[Found]:
    """What stands in the way of sending these fields of a valid form: nothing, or what was found.

    Nothing either when the page has shown it and the asker sends it as it is. With the button that masks
    the form comes back masked, to be read once more.
    """
    texts = {name: form.cleaned_data[name] for name in names}
    found = found_in(texts, dict.fromkeys(names, ALL))
    if found and request.POST.get("seen") == digest_of(found) and "mask" not in request.POST:
        return []
    if found and "mask" in request.POST:
        form.data = {name: form.data.get(name, "") for name in form.fields} | masked(texts, found)
    return found


def masked(texts: dict[str, str], found: list[Found]) -> dict[str, str]:
    return {
        name: identifiers.masked(text, [one.at for one in found if one.field == name])
        for name, text in texts.items()
    }


def digest_of(found: list[Found]) -> str:
    """Of what a page has shown: other words are shown again."""
    shown = json.dumps([(one.field, one.kind, one.words) for one in found])
    return hashlib.sha256(shown.encode()).hexdigest()


def shown(request: HttpRequest, found: list[Found], form: Form) -> dict[str, object]:
    """For `_identifying.html`."""
    if "mask" in request.POST:
        return {"is_masked": bool(found)}
    return {
        "identifying": in_excerpts(
            found, {name: field.label for name, field in form.fields.items()}
        ),
        "seen": digest_of(found) if found else "",
        # What was said on the page before this one is not asked again.
        "no_emergency": request.POST.get("no_emergency", ""),
    }
