"""What would tell who asked, or keep what they took back."""

from tests.weaknesses.weakness import Weakness, see

ADDRESSES = [
    Weakness(
        "address-unsealed",
        "A copy of the database would hold the addresses of all askers.",
        "questions/sealing.py",
        '    return _keys(tuple(settings.SEALING_KEYS)).encrypt(text.encode()).decode() if text else ""',
        '    return f"gAAAAA{text}" if text else ""',
        see(
            "questions/sealing::what_is_sealed_says_nothing_and_comes_back",
            "questions/sealing::the_database_has_no_address_as_it_is",
        ),
    ),
    Weakness(
        "address-unsealed-in-the-database",
        "The database would take an address as it is.",
        "questions/migrations/0030_seal_emails.py",
        'condition=models.Q(sealed_email="") | models.Q(sealed_email__startswith="gAAAAA"),',
        'condition=~models.Q(sealed_email="-"),',
        see("questions/sealing::the_database_refuses_an_address_as_it_is"),
    ),
    Weakness(
        "address-kept-when-withdrawn",
        "Who takes a question back would stay known.",
        "questions/actions/asking.py",
        "    delete_email(question=question)\n    free_answered_by",
        "    free_answered_by",
        see(
            "questions/letters::withdrawing_erases_the_address_and_drops_letters_that_wait_or_failed"
        ),
    ),
    Weakness(
        "letters-kept-when-withdrawn",
        "What waits to be sent would stay after its address was erased.",
        "questions/actions/asking.py",
        '    Contact.objects.filter(question=question).update(sealed_email="")\n    drop_letters(question)',
        '    Contact.objects.filter(question=question).update(sealed_email="")',
        see(
            "questions/letters::withdrawing_erases_the_address_and_drops_letters_that_wait_or_failed"
        ),
    ),
    Weakness(
        "old-addresses-kept",
        "Addresses would be kept for ever.",
        "questions/letters.py",
        '    return old.update(sealed_email="")',
        "    return old.count()",
        see("questions/sealing::an_address_is_erased_thirty_days_after_the_last_letter"),
    ),
    Weakness(
        "old-addresses-forgotten-by-the-worker",
        "The task that erases addresses would never run.",
        "askdoctor/worker.py",
        "    letters.forget_old_addresses()\n",
        "",
        see("questions/sealing::the_worker_erases_old_addresses_when_it_keeps_house"),
    ),
    Weakness(
        "old-counts-kept",
        "Hashes of addresses that sent something would be kept for ever.",
        "askdoctor/worker.py",
        "    forget_old_counts()\n",
        "",
        see("questions/limits::no_address_is_stored_and_counts_go_after_an_hour"),
    ),
    Weakness(
        "letter-to-another",
        "Who asked the same as another would have their letters sent to that person.",
        "questions/letters.py",
        "            to=[contact.email],",
        "            to=[question.contact.email],",
        see(
            "questions/duplicates::letters_of_a_duplicate_go_to_who_asked_it_with_their_own_ticket"
        ),
    ),
    Weakness(
        "line-of-another",
        "Who asked the same would read what a doctor wrote to another alone.",
        "questions/letters.py",
        '            "line": contact.question.resolved_note if is_resolved else "",',
        '            "line": question.resolved_note if is_resolved else "",',
        see("questions/duplicates::duplicate_is_led_to_the_answer_its_target_was_pointed_to"),
    ),
    Weakness(
        "letter-repeats-the-question",
        "Mail servers on the way would read the title of a question that is not public.",
        "questions/letters.py",
        '        context["subject"] = SUBJECTS[letter.kind] % {"number": contact.pk}\n',
        '        context["subject"] = f"{SUBJECTS[letter.kind]} {question}" % {"number": contact.pk}\n',
        see(
            "questions/letters::letter_repeats_nothing_of_the_question",
            "private_fields::letters_say_nothing_of_a_question",
        ),
    ),
    Weakness(
        "ticket-in-a-header",
        "Programs on the way that read headers would open the ticket.",
        "questions/letters.py",
        '                "List-Unsubscribe": f"<{stop_link}>",',
        '                "List-Unsubscribe": f"<{context[\'link\']}>",',
        see(
            "questions/letters::only_links_are_the_ticket_and_the_end_of_letters_in_the_language_of_the_letter",
            "questions/letters::headers_say_that_a_machine_wrote_it_and_when",
        ),
    ),
    Weakness(
        "address-in-the-reason",
        "Lists of failed letters and the log would hold addresses that a mail server repeats.",
        "doctors/postman.py",
        "    return [str(code), finer[0]] if finer else [str(code)]",
        "    return [str(code), text]",
        see(
            "questions/letters::error_of_a_letter_says_codes_and_not_the_address",
            "questions/letters::reason_is_told_without_the_words_of_the_server",
        ),
    ),
    Weakness(
        "letters-for-everyone-on-the-machine",
        "Every account of the machine would read letters with links to tickets.",
        "askdoctor/mail.py",
        "os.O_TRUNC, 0o600)",
        "os.O_TRUNC, 0o644)",
        see("questions/letters::without_a_mail_server_a_letter_is_a_file_for_this_account_alone"),
    ),
    Weakness(
        "draft-in-clear",
        "A copy of the table of sessions would hold what people are typing.",
        "questions/drafts.py",
        '        self.session["draft"] = seal(json.dumps(self._kept, ensure_ascii=False))',
        '        self.session["draft"] = self._kept',
        see("questions/sealing::what_is_being_typed_lies_sealed_in_the_session"),
    ),
    Weakness(
        "erased-asker-stays-in-what-they-added",
        "What an erased asker added would stay.",
        "questions/actions/ticket.py",
        "            Addition.objects.filter(question=each).delete()\n",
        "",
        see("questions/ticket_more::asker_is_forgotten_in_every_table_and_the_answer_stays"),
    ),
    Weakness(
        "erased-asker-stays-in-history",
        "The words of an erased asker would stay in the history.",
        "questions/actions/ticket.py",
        "    question.history.update(**{name: getattr(question, name) for name in WORDS})\n",
        "",
        see("questions/ticket_more::words_of_an_erased_asker_are_in_no_table_but_what_readers_see"),
    ),
]
