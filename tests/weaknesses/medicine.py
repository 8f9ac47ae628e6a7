"""What would be public that may harm, unread or unasked."""

from tests.weaknesses.weakness import Weakness, see

MEDICINE = [
    Weakness(
        "dose-without-a-reader",
        "A dose would be public that no second doctor has read.",
        "questions/actions/publishing.py",
        "    return is_wanted or bool(doses_in(text)) or is_dangerous(findings)",
        "    return is_wanted or is_dangerous(findings)",
        see("questions/later::reply_with_a_dose_is_public_only_after_a_second_doctor_agreed"),
    ),
    Weakness(
        "danger-without-a-reader",
        "What may be dangerous would be public on one doctor's word.",
        "questions/actions/publishing.py",
        "    return is_wanted or bool(doses_in(text)) or is_dangerous(findings)",
        "    return is_wanted or bool(doses_in(text))",
        see("questions/warnings::what_may_be_dangerous_is_read_by_a_second_doctor"),
    ),
    Weakness(
        "specialty-without-its-reader",
        "Where every reply is to be read twice, none would be.",
        "questions/actions/publishing.py",
        "    return is_wanted or bool(doses_in(text)) or is_dangerous(findings)",
        "    return bool(doses_in(text)) or is_dangerous(findings)",
        see("questions/later::specialty_may_want_a_second_reader_for_everything"),
    ),
    Weakness(
        "warning-without-a-reason",
        "A reply would be public though its doctor has said nothing of what was found in it.",
        "questions/actions/checking.py",
        "    if without := unanswered(reply, findings):\n        raise Unanswered(without)\n",
        "",
        see("questions/warnings"),
    ),
    Weakness(
        "correction-with-a-dose",
        "A correction would bring in a dose that nobody else has read.",
        "questions/actions/reviewing.py",
        '    if why_read_again(reply, f"{text}\\n{explanation}", findings):',
        "    if reply.question.specialty.needs_second_reader:",
        see(
            "questions/corrections_read::correction_with_a_new_dose_is_public_only_after_a_second_doctor_agreed",
            "questions/later::correction_does_not_bring_in_a_dose_that_nobody_else_has_read",
        ),
    ),
    Weakness(
        "correction-with-swapped-doses",
        "A correction would swap two doses: the same ones, for other children.",
        "questions/actions/reviewing.py",
        "    if not doses or doses == doses_in(reply.whole_text):",
        "    if not doses or set(doses) <= set(doses_in(reply.whole_text)):",
        see("questions/second_reading::correction_that_changes_or_swaps_doses_waits_for_a_reader"),
    ),
    Weakness(
        "review-of-a-danger",
        '"Still right" would be said of what is dangerous, with nobody else looking.',
        "questions/actions/reviewing.py",
        "    if unread_dangers(reply, findings):\n        require_not_waiting(reply)",
        "    if unread_dangers(reply, findings) and not seen:\n        require_not_waiting(reply)",
        see("questions/warnings::review_of_what_may_be_dangerous_waits_for_a_reader"),
    ),
    Weakness(
        "moderator-changes-a-dose",
        "A moderator would change a dose above a doctor's name.",
        "questions/actions/moderating.py",
        "    reply.require_same_doses(*texts)\n",
        "",
        see("questions/second_reading::moderator_changes_no_dose_under_a_doctors_name"),
    ),
    Weakness(
        "moderator-brings-in-a-danger",
        "A moderator would write something dangerous above a doctor's name.",
        "questions/actions/moderating.py",
        "    reply.require_nothing_new_found(*texts)\n",
        "",
        see("questions/warnings::moderator_brings_nothing_in_that_its_doctor_would_be_asked_about"),
    ),
    Weakness(
        "author-reads-themselves",
        "A doctor would be the second reader of their own reply.",
        "questions/migrations/0022_later.py",
        "models.Q(('second_reader', models.F('doctor')), _negated=True)",
        "models.Q(('second_reader', -1), _negated=True)",
        see(
            "questions/later::author_cannot_agree_with_themselves",
            "questions/later::unread_dose_cannot_be_public_in_the_database",
        ),
    ),
    Weakness(
        "unread-dose-in-the-database",
        "Past the site's code a dose would become public unread.",
        "questions/migrations/0022_later.py",
        "('second_reader__isnull', False), _connector='OR'), name='published_reply_read_where_needed'",
        "('second_reader__isnull', True), ('second_reader__isnull', False), _connector='OR'), "
        "name='published_reply_read_where_needed'",
        see("questions/later::unread_dose_cannot_be_public_in_the_database"),
    ),
    Weakness(
        "danger-in-the-database",
        "Past the site's code something dangerous would become public unread.",
        "questions/migrations/0036_warnings.py",
        "('second_reader__isnull', False), _connector='OR'), name='published_reply_with_danger_read'",
        "('second_reader__isnull', True), ('second_reader__isnull', False), _connector='OR'), "
        "name='published_reply_with_danger_read'",
        see("questions/warnings::no_danger_is_public_without_a_reader"),
    ),
    Weakness(
        "unchecked-words-in-the-database",
        "Past the site's code words would become public that were never checked.",
        "questions/migrations/0037_hold_warnings.py",
        "    IF NEW.warned_digest <> md5(NEW.text || E'\\\\n' || NEW.explanation) THEN",
        "    IF NEW.warned_digest IS NULL THEN",
        see(
            "questions/warnings::no_draft_becomes_public_from_the_shell",
            "questions/warnings::no_public_words_are_changed_from_the_shell",
        ),
    ),
    Weakness(
        "two-first-replies",
        "Two replies of the same moment would both be the first.",
        "questions/migrations/0013_lease_constraints.py",
        "fields=('question', 'place'), name='one_published_reply_at_a_place'",
        "fields=('question', 'place', 'doctor'), name='one_published_reply_at_a_place'",
        see(
            "questions/leases::two_first_replies_cannot_be_published",
            "questions/leases::of_many_first_replies_written_past_every_check_the_database_takes_one",
        ),
    ),
]
