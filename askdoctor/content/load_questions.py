"""Questions of a file with their replies, written a batch at a time.

New ones go in by the hundred, rendered before they are stored; changed ones take the site's own way,
one by one (`questions.actions.refresh_public_page`).
"""

from collections.abc import Iterable
from dataclasses import asdict
from datetime import date

from django.core.files.storage import default_storage
from django.db import connection
from django.utils import timezone

from askdoctor.content import export
from askdoctor.content.bulk import begin_history, copy_in
from askdoctor.content.fields import LineError, NotYet
from askdoctor.content.format import digest_of
from askdoctor.content.known import Known, Outcome, save
from askdoctor.content.lines import QuestionLine, ReplyLine
from doctors.models import Doctor
from questions.actions import (
    months_to_review,
    refresh_public_page,
    set_sources,
    set_tags,
)
from questions.models import (
    Attachment,
    Correction,
    Found,
    Question,
    Reply,
    Tag,
    TaggedQuestion,
    found_in,
)
from questions.models.reply import months_later
from questions.rendering import mentions_of, published_titles, render, render_mentioning

WAITING = {Question.Status.PENDING, Question.Status.OPEN}
NEW = {Outcome.ADDED, Outcome.HELD_BACK}


def write_questions(
    lines: list[QuestionLine], known: Known, *, dry_run: bool
) -> list[Outcome | LineError]:
    # Locked: what is withdrawn meanwhile would be published again.
    numbers = [line.id for line in lines]
    rows = Question.objects.filter(pk__in=numbers).select_for_update().order_by("pk")
    stored = {pk: rest for pk, *rest in rows.values_list("pk", "import_digest", "status")}
    others = [line.id for line in lines if line.digest != stored.get(line.id, [line.digest])[0]]
    exported = _digests_as_exported(others)
    here = {*stored, *_followed_here(lines, known)}
    outcomes: list[Outcome | LineError] = []
    for line in lines:
        try:
            if line.digest in exported.get(line.id, ()):
                outcomes.append(Outcome.UNCHANGED)
            else:
                outcomes.append(_judge(line, stored.get(line.id), known, here))
                here.add(line.id)
                known.questions.add(line.id)
        except LineError as error:
            outcomes.append(error)
    if not dry_run:
        judged = list(zip(lines, outcomes, strict=True))
        _add([line for line, outcome in judged if outcome in NEW], known)
        for line, outcome in judged:
            if outcome is Outcome.CHANGED:
                _change(line, known)
    return outcomes


def _digests_as_exported(numbers: list[int]) -> dict[int, set[str]]:
    """Of the lines that an export would write: a site's own export says nothing new to it."""
    return {
        row.pk: {
            digest_of(export.question(row, with_files=with_files)) for with_files in (True, False)
        }
        for row in export.questions().filter(pk__in=numbers)
    }


def _followed_here(lines: list[QuestionLine], known: Known) -> set[int]:
    followed = {line.follow_up_of for line in lines if line.follow_up_of}
    rows = Question.objects.filter(pk__in=followed).values_list("pk", flat=True)
    return {*rows, *(followed & known.questions)}


def _judge(line: QuestionLine, stored: list | None, known: Known, here: set[int]) -> Outcome:
    """What is to become of the line, given the digest and the status of what has its number, and the
    numbers of questions that another can follow."""
    digest, status = stored or ("", "")
    if stored and not digest:
        raise LineError(f"question {line.id} was asked on this site")
    if digest == line.digest:
        return Outcome.UNCHANGED
    _check_references(line, known, here)
    if not stored:
        return Outcome.HELD_BACK if _is_held_back(line) else Outcome.ADDED
    if status != line.status and (found := _found_in(line)):
        raise LineError(
            f"question {line.id} stays held back: {found[0].kind} in its {found[0].field}"
        )
    if status != line.status and not (status in WAITING and line.replies):
        raise LineError(f"question {line.id} is {status} on this site, and stays so")
    return Outcome.CHANGED


def _is_held_back(line: QuestionLine) -> bool:
    """What is public already counts as it is."""
    return line.status in WAITING and bool(_found_in(line))


def _found_in(line: QuestionLine) -> list[Found]:
    return found_in({name: getattr(line, name) for name in Question.EXAMINED}, Question.EXAMINED)


def _check_references(line: QuestionLine, known: Known, here: set[int]) -> None:
    """Raises LineError for what the line refers to and is not here."""
    if line.specialty is not None:
        known.specialty(line.specialty)
    for reply in line.replies:
        known.doctor(reply.doctor)
        if reply.doctor_specialty is not None:
            known.specialty(reply.doctor_specialty)
        for file in reply.attachments:
            if not default_storage.exists(file.key):
                raise LineError(f"the file {file.key} is not in the storage: copy the files first")
    if line.follow_up_of and line.follow_up_of not in here:
        raise NotYet(f"question {line.follow_up_of}, which it follows, is not here")


def _add(lines: list[QuestionLine], known: Known) -> None:
    if not lines:
        return
    reserve_numbers(max(line.id for line in lines))
    tags = Tag.objects.meant_by(name.lower() for line in lines for name in line.tags)
    questions, replies, tagged = [], [], []
    now = timezone.now()
    for line in lines:
        question = _fill(Question(pk=line.id, refresh_due_at=now), line, known)
        own_tags = list(dict.fromkeys(tags[name.lower()] for name in line.tags))
        questions.append(question)
        replies.append(
            [
                _sign(Reply(question=question, place=place), said, own_tags, known)
                for place, said in enumerate(_in_order(line), start=1)
            ]
        )
        tagged += [
            TaggedQuestion(tag=tag, content_object=question, published_at=question.public_since)
            for tag in own_tags
        ]
    _render(questions, replies)
    copy_in(questions)
    copy_in([reply for own in replies for reply in own])
    copy_in(tagged)
    _add_below(lines, known)
    numbers = [question.pk for question in questions]
    begin_history(Question, "id", numbers)
    begin_history(Reply, "question_id", numbers)
    # Who mentions these was rendered without them. What they are found by, the refresh writes.
    public = [question.pk for question in questions if question.published_at]
    for question in questions:
        if question.status in WAITING:
            question.examine()
    render_mentioning(*public, but_not=public)


def _add_below(lines: list[QuestionLine], known: Known) -> None:
    """What stands below replies that were just copied in, and do not know their keys."""
    rows = {
        (line.id, known.doctor(said.doctor).pk): said
        for line in lines
        for said in line.replies
        if said.sources or said.corrections or said.attachments
    }
    if not rows:
        return
    replies = Reply.objects.filter(question__in={number for number, _doctor in rows})
    for reply in replies.only("question", "doctor"):
        if said := rows.get((reply.question_id, reply.doctor_id)):
            _set_below(reply, said)


def _set_below(reply: Reply, said: ReplyLine) -> None:
    """Sources as the line says; corrections and files that are not there yet."""
    set_sources(reply, map(asdict, said.sources))
    for model, lines, names in (
        (Correction, said.corrections, ("corrected_at", "what")),
        (Attachment, said.attachments, ("key",)),
    ):
        rows = model.objects.filter(reply=reply)
        there = set(rows.values_list(*names))
        model.objects.bulk_create(
            model(reply=reply, **asdict(line))
            for line in lines
            if tuple(getattr(line, name) for name in names) not in there
        )


def reserve_numbers(highest: int) -> None:
    """Questions asked from now on get numbers above the imported ones."""
    with connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT setval(pg_get_serial_sequence('questions_question', 'id'), %s)
            FROM questions_question_id_seq WHERE last_value < %s
            """,
            [highest, highest],
        )


def _in_order(line: QuestionLine) -> list[ReplyLine]:
    return sorted(line.replies, key=lambda reply: reply.replied_at)


def _fill(question: Question, line: QuestionLine, known: Known) -> Question:
    """The question as the line says. Saves nothing."""
    question.title, question.summary, question.body = line.title, line.summary, line.body
    question.language = line.language
    question.specialty = known.specialty(line.specialty) if line.specialty else None
    question.asker_name, question.age_band, question.sex = line.asker_name, line.age_band, line.sex
    question.asked_at, question.status = line.asked_at, line.status
    question.kept_for = question.kept_until = None
    if line.follow_up_of:
        question.follow_up_of_id = line.follow_up_of
    if line.replies:
        first = _in_order(line)[0]
        question.published_at = line.published_at or first.replied_at
        question.replied_by = known.doctor(first.doctor).name  # until it is rendered
    question.slug = question.make_slug()
    question.take_as_examined()
    question.import_digest = line.digest
    return question


def _sign(reply: Reply, line: ReplyLine, tags: Iterable[Tag], known: Known) -> Reply:
    """The reply as the line says, signed as the doctor is now where it does not say. Saves nothing."""
    reply.doctor = doctor = known.doctor(line.doctor)
    reply.text, reply.explanation = line.text, line.explanation
    reply.take_as_checked()  # by who published it there
    reply.take_as_examined()
    if reply.replied_at != line.replied_at:
        before = reply.doctor_name, reply.doctor_specialty, reply.doctor_was_verified
        reply.sign(at=line.replied_at, months_to_review=months_to_review(tags))
        reply.doctor_was_verified = _was_verified(doctor, line)
        if before[0]:  # of a changed reply, what it was signed with stands
            reply.doctor_name, reply.doctor_specialty, reply.doctor_was_verified = before
    if line.doctor_name is not None:
        reply.doctor_name = line.doctor_name
    if line.doctor_specialty is not None:
        reply.doctor_specialty = known.specialty(line.doctor_specialty)
    if line.doctor_verified is not None:
        reply.doctor_was_verified = line.doctor_verified
    if line.reviewed is not None:
        _set_review(reply, *line.reviewed, months=months_to_review(tags))
    return reply


def _set_review(reply: Reply, on: date | None, due: date | None, *, months: int) -> None:
    """Both days or none: of one alone the other is what it is where a line says neither."""
    if on or due:
        on = on or timezone.localdate(reply.replied_at)
        due = due or months_later(on, months)
    reply.reviewed_on, reply.review_due_on = on, due


def _was_verified(doctor: Doctor, line: ReplyLine) -> bool:
    return doctor.verified_at is not None and doctor.verified_at <= line.replied_at


def _render(questions: list[Question], replies: list[list[Reply]]) -> None:
    """Set what pages read. Mentions of numbers further down in the file are linked when those come."""
    mentioned = {
        number
        for question, own in zip(questions, replies, strict=True)
        for number in mentions_of(question, own)
    }
    titles = published_titles(mentioned) if mentioned else {}
    for question in questions:
        if question.published_at and question.pk in mentioned:
            titles[question.pk] = (question.title, question.slug)
    for question, own in zip(questions, replies, strict=True):
        render(question, own, titles)


def _change(line: QuestionLine, known: Known) -> None:
    """What was imported before becomes what the line says now, by the way of any other change."""
    question = Question.objects.select_for_update(of=["self"]).get(pk=line.id)
    if line.status not in WAITING:  # the new words hold none: _judge
        question.own_findings().waiting().delete()
    save(_fill(question, line, known), changed=set_tags(question=question, names=line.tags))
    if question.status in WAITING:
        question.examine()
    own_tags = list(question.tags.all())
    standing = {reply.doctor_id: reply for reply in question.replies.standing()}
    for said in _in_order(line):
        reply = standing.pop(known.doctor(said.doctor).pk, None)
        if reply is None:
            reply = Reply(question=question, place=question.replies.next_place())
        save(_sign(reply, said, own_tags, known))
        _set_below(reply, said)
    for reply in standing.values():
        reply.status = Reply.Status.RETRACTED
        save(reply)
    refresh_public_page(question)
