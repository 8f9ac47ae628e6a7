"""What a question page tells search engines, as JSON-LD of schema.org.

A medical page with one question and the doctors' answers. Not QAPage, which is for pages where
anyone may answer, and not FAQPage, which is for a site's own frequent questions.
"""

import json
from collections.abc import Iterable

from django.utils.safestring import SafeString, mark_safe

from questions.markdown import html_to_text
from questions.models import Question, Reply


def medical_web_page(question: Question, replies: Iterable[Reply], *, site_url: str) -> SafeString:
    """The JSON of a published question with its replies, for a data block in the page."""
    answers = [_answer(reply, site_url) for reply in replies]
    asked = {
        "@type": "Question",
        "name": question.title,
        "text": html_to_text(question.body_html) or question.title,
        "datePublished": question.asked_at.date().isoformat(),
        "answerCount": len(answers),
    }
    if answers:
        asked["acceptedAnswer"] = answers[0]
        asked["suggestedAnswer"] = answers[1:]
    page = {
        "@context": "https://schema.org",
        "@type": "MedicalWebPage",
        "url": site_url + question.get_absolute_url(),
        "name": question.title,
        "inLanguage": question.language,
        "about": {"@type": "MedicalSpecialty", "name": question.specialty.label},
        "mainEntity": asked,
    }
    reviewed = [reply.reviewed_on for reply in replies if reply.reviewed_on]
    if reviewed:
        page["lastReviewed"] = max(reviewed).isoformat()
    return as_data_block(page)


def as_data_block(value: dict) -> SafeString:
    """JSON that cannot end the script element it stands in."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for character in "<>&":
        text = text.replace(character, f"\\u{ord(character):04x}")
    # Safe: without these three characters nothing in it is markup.
    return mark_safe(text)  # noqa: S308


def _answer(reply: Reply, site_url: str) -> dict:
    return {
        "@type": "Answer",
        "text": html_to_text(reply.text_html),
        "datePublished": reply.replied_at.date().isoformat(),
        "author": {
            "@type": "Person",
            "name": reply.signed_name,
            "url": site_url + reply.doctor.get_absolute_url(),
        },
    }
