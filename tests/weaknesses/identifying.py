"""What would be public though it tells who somebody is."""

from tests.weaknesses.weakness import Weakness, see

IDENTIFYING = [
    Weakness(
        "tags-within-a-number",
        "Tags, entities and marks of Markdown would hide a telephone number that readers see.",
        "questions/identifiers.py",
        "    in_a_reply = AsRead(text).without_html().without_marks()\n",
        "    in_a_reply = AsRead(text)\n",
        see("questions/as_read::numbers_are_found_whatever_stands_between"),
    ),
    Weakness(
        "doctor-answers-for-the-asker",
        "A doctor in a hurry would publish the telephone number that an asker wrote.",
        "questions/actions/publishing.py",
        "    if found and (not why.strip() or any(one.field in OF_THE_ASKER for one in found)):",
        "    if found and not why.strip():",
        see("questions/findings::doctor_does_not_answer_for_the_askers_words"),
    ),
    Weakness(
        "approved-with-a-number",
        "A moderator would let a question through with a telephone number in it.",
        "questions/models/life.py",
        "                only_from={Status.PENDING, Status.NEEDS_DETAILS},\n"
        "            )\n            self.settle(by=by)\n",
        "                only_from={Status.PENDING, Status.NEEDS_DETAILS},\n            )\n",
        see("questions/findings::question_with_a_number_cannot_be_approved"),
    ),
    Weakness(
        "correction-with-a-number",
        "A correction would make a telephone number public after its second reading.",
        "questions/actions/reviewing.py",
        "        _require_settled(reply, text, explanation, said, why_kept)\n",
        "",
        see(
            "questions/findings::correction_that_a_second_doctor_reads_is_looked_at_when_it_is_sent"
        ),
    ),
    Weakness(
        "edited-with-a-number",
        "A moderator would write a telephone number into what is public.",
        "questions/actions/moderating.py",
        "        if question.status == Question.Status.PUBLISHED:\n"
        "            question.settle(by=by, why=why_kept)\n",
        '        if question.status == "-":\n            question.settle(by=by, why=why_kept)\n',
        see("questions/findings::moderator_cannot_write_a_number_into_what_is_public"),
    ),
    Weakness(
        "number-in-the-database",
        "Past the site's code a question would become public with an open finding.",
        "questions/migrations/0032_findings_block.py",
        "               WHERE question_id = NEW.id AND reply_id IS NULL AND kept_at IS NULL) THEN",
        "               WHERE question_id = -1) THEN",
        see("questions/findings::status_cannot_become_published_while_a_finding_is_open"),
    ),
    Weakness(
        "unseen-text-in-the-database",
        "Past the site's code a text would become public that was not looked at.",
        "questions/migrations/0032_findings_block.py",
        "    IF NEW.checked_digest <> askdoctor_texts_digest(NEW.text, NEW.explanation) THEN",
        "    IF NEW.checked_digest IS NULL THEN",
        see(
            "questions/findings::texts_that_nobody_looked_at_cannot_become_public",
            "questions/findings::reply_is_kept_back_the_same_way",
        ),
    ),
    Weakness(
        "finding-below-what-is-public",
        "Past the site's code something open would stand below what is public.",
        "questions/migrations/0032_findings_block.py",
        "    IF state = 'published' THEN",
        "    IF state = '-' THEN",
        see("questions/findings::nothing_open_is_written_below_what_is_public"),
    ),
    Weakness(
        "names-in-titles-below-a-reply",
        "A child's name in the title of a file or a source would be public unseen.",
        "questions/models/reply.py",
        '    BESIDE = {"sources": ("link",), "attachments": ("link",), "what": (), "why": ()}',
        '    BESIDE = {"what": (), "why": ()}',
        see(
            "questions/findings::titles_of_sources_are_looked_at_as_well",
            "questions/findings::titles_of_files_are_looked_at_as_well",
        ),
    ),
    Weakness(
        "names-in-what-a-correction-says",
        "The line that says what was corrected would be public unseen.",
        "questions/actions/reviewing.py",
        '    reply.settle(by=reply.doctor.user, why=why_kept, said={"what": what, "why": why})',
        "    reply.settle(by=reply.doctor.user, why=why_kept)",
        see("questions/findings::what_a_correction_says_of_itself_is_looked_at_as_well"),
    ),
    Weakness(
        "public-words-changed-from-a-shell",
        "What identifies somebody would become public by an UPDATE of a public question.",
        "questions/migrations/0044_public_words_looked_at.py",
        """    IF EXISTS (SELECT FROM questions_question WHERE id = NEW.id AND status = 'published'
""",
        """    IF EXISTS (SELECT FROM questions_question WHERE id = NEW.id AND status = 'open'
""",
        see("questions/findings::public_words_of_a_question_are_not_changed_past_the_site"),
    ),
    Weakness(
        "public-words-of-a-reply-changed-from-a-shell",
        "What identifies somebody would become public by an UPDATE of a public reply.",
        "questions/migrations/0044_public_words_looked_at.py",
        "    AND (OLD.text, OLD.explanation) IS DISTINCT FROM (NEW.text, NEW.explanation))",
        "    AND OLD.status <> NEW.status)",
        see("questions/findings::public_words_of_a_reply_are_not_changed_past_the_site"),
    ),
]
