"""Lines that importers would take: of content, of each kind and with every key (docs/content-format.md),
and of a vocabulary."""

SPECIALTY = {"type": "specialty", "slug": "fuzzed", "name": "Fuzzed", "name_zh_hant": "模糊科"}
DOCTOR = {
    "type": "doctor",
    "slug": "dr-fuzzed",
    "name": "Dr Fuzzed",
    "specialty": "pediatrics",
    "other_specialties": ["fuzzed"],
    "credentials": "MD",
    "bio": "Writes **little**.",
    "licence_number": "L-1",
    "licence_issuer": "Test register",
    "licence_expires_on": "2030-01-01",
    "verified_at": "2026-01-01T08:00:00+08:00",
}
TAG = {
    "type": "tag",
    "name": "Sirolimus",
    "slug": "sirolimus",
    "name_zh_hant": "西羅莫司",
    "kind": "medicine",
    "synonyms": ["rapamycin"],
    "synonym_slugs": {"rapamycin": "rapamycin"},
}
TOPIC = {
    "type": "topic",
    "slug": "platelets-fuzzed",
    "name": "Platelets",
    "specialty": "pediatrics",
    "tags": ["platelets"],
    "synonyms": ["thrombocytes"],
    "overview": "They stop *bleeding*.",
    "pinned": [1_000_001],
}
REPLY = {
    "doctor": "dr-fuzzed",
    "text": "It has, **rarely**.",
    "explanation": "More on that: see #1000001.",
    "replied_at": "2022-10-19",
    "doctor_name": "Dr Fuzzed",
    "doctor_specialty": "pediatrics",
    "doctor_verified": True,
    "reviewed_on": "2022-10-19",
    "review_due_on": "2024-10-19",
    "sources": [{"title": "A guideline", "url": "https://example.org/a", "year": 2020}],
    "corrections": [
        {"corrected_at": "2023-01-01T08:00:00+08:00", "what": "The amount.", "why": "Wrong."}
    ],
    "attachments": [
        {"key": "a" * 32, "title": "A page", "kind": "pdf", "size": 18, "digest": "b" * 64}
    ],
}
QUESTION = {
    "type": "question",
    "id": 1_000_001,
    "title": "Sirolimus for an infant?",
    "summary": "Rarely, and in a hospital.",
    "body": "Has it been used?",
    "specialty": "pediatrics",
    "tags": ["platelets", "rapamycin"],
    "language": "en",
    "asker": {"name": "Elsa", "age_band": "0-9", "sex": "female"},
    "asked_at": "2022-10-18",
    "published_at": "2022-10-19T08:00:00+08:00",
    "status": "published",
    "replies": [REPLY],
}
WAITING = {
    "type": "question",
    "id": 1_000_002,
    "title": "Fever after the vaccine",
    "body": "Since noon.",
    "language": "zh-hant",
    "asker": {"age_band": "3-11m"},
    "asked_at": "2026-01-01T08:00:00Z",
    "status": "pending",
    "replies": [],
}
RETRACTED = {
    "type": "retracted",
    "id": 1_000_003,
    "retracted_at": "2026-01-01T08:00:00Z",
    "reason": "It was not safe.",
}
LINES = [SPECIALTY, DOCTOR, TAG, TOPIC, QUESTION, WAITING, RETRACTED]
NAMES = [
    {
        "name": "Fever",
        "synonyms": ["pyrexia", "high temperature", "rash"],
        "group": "Disorders",
        "cui": ["C0015967"],
        "sources": ["fuzzed"],
    },
    {"name": "Pyrexia of newborns", "synonyms": ["Pyrexia", ""], "cui": ["", "C0015967"]},
    {"name": "Sirolimus", "synonyms": ["rapamycin"], "group": "Drug"},
    {"name": "Fever: what to ask your doctor"},
]
