"""What could become public though nobody may publish it, and what would not be known afterwards."""

from tests.weaknesses.weakness import Weakness, see

WARNINGS = see("questions/warnings")
FINDINGS = see("questions/findings")
AUDIT = see("questions/audit")

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
        "    if unread_dangers(reply, findings):\n        _require_not_waiting(reply)",
        "    if unread_dangers(reply, findings) and not seen:\n        _require_not_waiting(reply)",
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

IDENTIFYING = [
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
        "questions/models/question.py",
        "                only_from={Question.Status.PENDING, Question.Status.NEEDS_DETAILS},\n"
        "            )\n            self.settle(by=by)\n",
        "                only_from={Question.Status.PENDING, Question.Status.NEEDS_DETAILS},\n"
        "            )\n",
        see("questions/findings::question_with_a_number_cannot_be_approved"),
    ),
    Weakness(
        "correction-with-a-number",
        "A correction would make a telephone number public after its second reading.",
        "questions/actions/reviewing.py",
        "        _require_settled(reply, text, explanation, why_kept)\n",
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
]

KEPT = [
    Weakness(
        "history-edited",
        "Who did something would be changed afterwards.",
        "questions/migrations/0023_audit.py",
        "        CREATE TRIGGER keep_history BEFORE UPDATE OR DELETE ON {table}",
        "        CREATE TRIGGER keep_history BEFORE DELETE ON {table}",
        see("questions/audit::history_is_not_edited"),
    ),
    Weakness(
        "history-truncated",
        "The whole history would be emptied in one go.",
        "questions/migrations/0023_audit.py",
        "        CREATE TRIGGER keep_all_history BEFORE TRUNCATE ON {table}\n"
        "        FOR EACH STATEMENT {WATCHED}",
        "        CREATE TRIGGER keep_all_history BEFORE TRUNCATE ON {table}\n"
        "        FOR EACH STATEMENT WHEN (false)",
        see("questions/audit::no_history_is_truncated"),
    ),
    Weakness(
        "words-changed-past-the-site",
        "The words of a reply would be changed in the shell, and no row would say so.",
        "questions/migrations/0023_audit.py",
        '    "questions_reply": "question_id, doctor_id, status, place, text, explanation, replied_at,',
        '    "questions_reply": "question_id, doctor_id, status, place, replied_at,',
        see(
            "questions/audit::every_column_of_a_history_is_watched",
            "questions/audit::change_by_update_has_a_row_with_before_and_after",
        ),
    ),
    Weakness(
        "correction-edited",
        "What readers were told of a correction would be changed afterwards.",
        "questions/migrations/0023_audit.py",
        '        keep("questions_correction", "askdoctor_keep_correction"),\n',
        "",
        see("questions/audit::corrections_are_not_edited"),
    ),
    Weakness(
        "nobody-changed-the-status",
        "The history would not say who approved, declined or retracted.",
        "questions/models/question.py",
        '            self._history_user = by\n            self.save(update_fields=["status", *values])',
        "            self._history_user = None\n"
        '            self.save(update_fields=["status", *values])',
        see("questions/moderation::approving_passes_it_on_to_doctors_and_history_says_who"),
    ),
    Weakness(
        "nobody-published",
        "The history would not say who made a reply public.",
        "questions/actions/publishing.py",
        "    reply.place = question.replies.next_place()\n    reply._history_user = by\n",
        "    reply.place = question.replies.next_place()\n    reply._history_user = None\n",
        see("questions/desk", "questions/later", "questions/audit"),
    ),
    Weakness(
        "wrong-change-of-status",
        "What its asker took back would be put on the site again.",
        "questions/models/question.py",
        "            if status not in self.CHANGES[self.status] or (",
        "            if status == self.status or (",
        see("questions/changes::only_allowed_changes_of_status_are_made"),
    ),
    Weakness(
        "merged-tag-without-address",
        "Links to a merged tag would be dead, and its name lead nowhere.",
        "questions/actions/tagging.py",
        "    _add_synonym(Synonym(tag=target, name=name, slug=slug), by=by)\n    _keep",
        "    _keep",
        see(
            "questions/tags::an_address_of_a_tag_merged_twice_leads_in_one_step",
            "questions/moderation::merged_tag_becomes_a_synonym_with_its_questions_and_address",
        ),
    ),
    Weakness(
        "blocked-pair-comes-back",
        "Two questions that a moderator has parted would stand beside each other after a rebuild.",
        "questions/similar.py",
        "    return sorted([*pinned, *(each for each in own if each.pk not in ruled)], key=_rank)",
        "    shown = {each.pk for each in pinned}\n"
        "    return sorted([*pinned, *(each for each in own if each.pk not in shown)], key=_rank)",
        see(
            "questions/rulings::a_blocked_pair_is_shown_on_neither_page",
            "questions/rulings::a_ruling_outlives_a_rebuild_and_an_edit",
        ),
    ),
    Weakness(
        "import-overrules-the-site",
        "A file would publish again what was retracted or withdrawn here.",
        "askdoctor/content/load_questions.py",
        "    if status != line.status and not (status in WAITING and line.replies):\n",
        '    if status == "-":\n',
        see("askdoctor/import::what_was_decided_on_the_site_stays"),
    ),
    Weakness(
        "import-over-a-question-of-ours",
        "A file would put its text in the place of a question that was asked here.",
        "askdoctor/content/load_questions.py",
        "    if stored and not digest:\n",
        '    if stored and digest == "-":\n',
        see("askdoctor/import::a_number_that_was_given_on_the_site_is_refused"),
    ),
    Weakness(
        "import-of-what-identifies",
        "A file would bring in questions that wait with names and numbers in them.",
        "askdoctor/content/load_questions.py",
        "        return Outcome.HELD_BACK if _is_held_back(line) else Outcome.ADDED",
        "        return Outcome.ADDED",
        see("askdoctor/import::what_waits_and_identifies_is_held_back_until_it_is_masked"),
    ),
    Weakness(
        "import-of-a-licence",
        "A file would change a licence, and the check of the old one would stay.",
        "askdoctor/content/load_names.py",
        "        if line.verified_at is None:\n            row.forget_check(changed=changed)\n",
        "",
        see(
            "askdoctor/import::a_changed_licence_has_to_be_checked_again",
            "askdoctor/import::a_line_that_leaves_a_licence_out_leaves_it_as_it_is",
        ),
    ),
    Weakness(
        "backup-without-files",
        "A restored site would have lost every file.",
        "askdoctor/backups.py",
        "        files = {DUMP: dump} | dict(_media())",
        "        files = {DUMP: dump}",
        see("askdoctor/backups::all_comes_back_into_an_empty_cluster"),
    ),
    Weakness(
        "backup-for-everyone",
        "Every account of the machine would read the backup.",
        "askdoctor/backups.py",
        "        unfinished.chmod(0o600)\n",
        "        unfinished.chmod(0o644)\n",
        see("askdoctor/backups::a_backup_is_read_by_its_owner_alone_and_holds_no_address"),
    ),
    Weakness(
        "restore-with-another-key",
        "A site would be restored whose addresses nobody can read.",
        "askdoctor/backups.py",
        "        _require_key(manifest)\n",
        "",
        see("askdoctor/backups::with_another_key_nothing_is_restored"),
    ),
    Weakness(
        "restore-of-a-damaged-backup",
        "A backup that was changed or is damaged would be restored.",
        "askdoctor/backups.py",
        "        _require_whole(manifest, Path(folder))\n",
        "",
        see("askdoctor/backups::a_damaged_backup_changes_nothing"),
    ),
    Weakness(
        "restore-over-a-site",
        "A site in use would be written over.",
        "askdoctor/backups.py",
        "    if connection.introspection.table_names():\n",
        '    if connection.introspection.table_names() == ["-"]:\n',
        see("askdoctor/backups::a_site_that_is_in_use_is_not_written_over"),
    ),
    Weakness(
        "restore-writes-anywhere",
        "A backup made by somebody else would write files outside its folder.",
        "askdoctor/backups.py",
        '            tar.extractall(folder, filter="data")',
        '            tar.extractall(folder, filter="fully_trusted")',
        see("askdoctor/backups"),
    ),
]
