"""What a question page tells search engines, as JSON-LD of schema.org.

A medical page with one question and the doctors' answers. Not QAPage, which is for pages where
anyone may answer, and not FAQPage, which is for a site's own frequent questions.
"""

import json

from django.utils.safestring import SafeString, mark_safe

from questions.markdown import html_to_text


def medical_web_page(page: dict, *, site_url: str) -> SafeString:
    """The JSON of what page.read_page() read, for a data block in the page."""
    question = page["question"]
    answers = [_answer(reply, site_url) for reply in page["replies"]]
    asked = {
        "@type": "Question",
        "name": question["title"],
        "text": html_to_text(question["shown_body"]) or question["title"],
        "datePublished": question["asked_on"],
        "answerCount": len(answers),
    }
    if answers:
        asked["acceptedAnswer"] = answers[0]
    if answers[1:]:
        asked["suggestedAnswer"] = answers[1:]
    data = {
        "@context": "https://schema.org",
        "@type": "MedicalWebPage",
        "url": site_url + question["get_absolute_url"],
        "name": question["title"],
        "inLanguage": question["language"],
        "about": {"@type": "MedicalSpecialty", "name": question["specialty"]["label"]},
        "mainEntity": asked,
    }
    if page["last_reviewed_on"]:
        data["lastReviewed"] = page["last_reviewed_on"]
    return as_data_block(data)


def as_data_block(value: dict) -> SafeString:
    """JSON that cannot end the script element it stands in."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for character in "<>&":
        text = text.replace(character, f"\\u{ord(character):04x}")
    # Safe: without these three characters nothing in it is markup.
    return mark_safe(text)  # noqa: S308


def _answer(reply: dict, site_url: str) -> dict:
    return {
        "@type": "Answer",
        "text": html_to_text(reply["shown_text"]),
        "datePublished": reply["replied_at"],
        "author": {
            "@type": "Person",
            "name": reply["signed_name"],
            "url": site_url + reply["doctor"]["get_absolute_url"],
        },
    }
