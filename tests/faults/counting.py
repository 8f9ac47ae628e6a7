"""What is there after a fault, beside what the site had said yes to."""

import time
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

import psycopg

from tests.faults.breaking import Fault
from tests.faults.browser import Answer
from tests.faults.site import Site
from tests.faults.writers import Ledger, Writer

BACK_WITHIN, ANSWERED_WITHIN = 10, 8  # seconds
DRAINED_WITHIN = 120


@dataclass
class Result:
    """Of one fault. `back` is when the last of the six had an answer that is no error; `first` the first
    yes to a write. Both in seconds after the fault was lifted."""

    fault: str
    questions: int = 0
    approvals: int = 0
    replies: int = 0
    lost: list[str] = field(default_factory=list)
    doubled: list[str] = field(default_factory=list)
    letters_due: int = 0
    letters_sent: int = 0
    letters_rested: int = 0
    letters_again: int = 0
    first: float | None = None
    back: float | None = None
    slowest: float = 0
    without_help: int = 0
    refused: int = 0
    outages: int = 0
    needs_outage: bool = False
    stuck: list[str] = field(default_factory=list)
    oddities: list[str] = field(default_factory=list)
    slow: list[str] = field(default_factory=list)

    @property
    def is_good(self) -> bool:
        back = max(self.first or 999, self.back or 999)
        is_quick = back <= BACK_WITHIN and self.slowest <= ANSWERED_WITHIN
        is_shown = bool(self.outages) or not self.needs_outage
        wrong = self.lost or self.doubled or self.without_help or self.stuck
        return is_quick and is_shown and not wrong

    HEAD = (
        f"{'fault':28}{'asked':>7}{'let in':>8}{'replied':>9}{'lost':>6}{'doubled':>9}{'letters due':>13}"
        f"{'sent':>6}{'again':>7}{'rested':>8}{'yes, s':>8}{'back, s':>9}{'slowest, s':>12}{'refused':>9}{'static':>8}"
    )

    def line(self) -> str:
        def shown(seconds: float | None) -> str:
            return "never" if seconds is None else f"{seconds:.1f}"

        return (
            f"{self.fault:28}{self.questions:>7}{self.approvals:>8}{self.replies:>9}{len(self.lost):>6}"
            f"{len(self.doubled):>9}{self.letters_due:>13}{self.letters_sent:>6}{self.letters_again:>7}"
            f"{self.letters_rested:>8}{shown(self.first):>8}{shown(self.back):>9}{self.slowest:>12.1f}"
            f"{self.refused:>9}{self.outages:>8}  {'✓' if self.is_good else '✗'}"
        )


def measure_times(
    result: Result, answers: list[Answer], ledger: Ledger, writers: list[Writer], lifted_at: float
) -> None:
    later = [moment - lifted_at for moment in ledger.moments if moment >= lifted_at]
    result.first = min(later, default=None)
    firsts = []
    for writer in writers:
        good = [one.ended_at for one in answers if one.who == writer.who and 0 < one.status < 500]
        after = [moment - lifted_at for moment in good if moment >= lifted_at]
        firsts.append(min(after, default=None))
    result.back = None if None in firsts else max(firsts)
    result.slowest = max((one.seconds for one in answers), default=0)
    result.slow = [
        f"{one.seconds:.1f} s: {one.status} {one.address}"
        for one in sorted(answers, key=lambda one: -one.seconds)[:3]
    ]
    broken = [one for one in answers if one.status == 0 or one.status >= 500]
    result.refused = len(broken)
    result.without_help = sum(not one.says_whom_to_call for one in broken)
    result.outages = sum(one.status == 503 and one.is_outage_page for one in broken)


def wait_for_letters(site: Site, result: Result) -> None:
    """Until all have gone out. What rests for minutes after a try with an unknown end, or because the
    mail server was away, is brought forward here, so that it need not be waited for; it is counted."""
    until = time.monotonic() + DRAINED_WITHIN
    rested: set[int] = set()
    while time.monotonic() < until:
        try:
            with site.connect() as line:
                rows = line.execute(
                    "SELECT id, due_at > now() + interval '8 seconds' FROM questions_letter"
                    " WHERE status = 'waiting'"
                ).fetchall()
                if not rows:
                    break
                resting = [number for number, rests in rows if rests]
                if len(resting) == len(rows):
                    rested |= set(resting)
                    line.execute(
                        "UPDATE questions_letter SET due_at = now() WHERE id = ANY(%s)", [resting]
                    )
        except psycopg.OperationalError:
            pass
        time.sleep(0.5)
    result.letters_rested = len(rested)


def count(site: Site, ledger: Ledger, fault: Fault) -> Result:
    result = Result(fault.name, len(ledger.questions), len(ledger.approvals), len(ledger.replies))
    result.needs_outage = fault.shows_outage and site.has_nginx
    wait_for_letters(site, result)
    with site.connect() as line:
        asked = _marks(line, "SELECT title FROM questions_question WHERE title LIKE %s")
        replied = _marks(
            line, "SELECT text FROM questions_reply WHERE text LIKE %s AND status = 'published'"
        )
        waiting = {
            number
            for [number] in line.execute(
                "SELECT id FROM questions_question WHERE status = 'pending' AND id = ANY(%s)",
                [list(ledger.approvals)],
            )
        }
        answered = dict(
            line.execute(
                "SELECT substring(r.text from 'zq[a-z]{12}'), substring(q.title from 'zq[a-z]{12}')"
                " FROM questions_reply r JOIN questions_question q ON q.id = r.question_id"
                " WHERE r.status = 'published' AND q.title LIKE %s AND r.text LIKE %s",
                ["%zq____________%"] * 2,
            ).fetchall()
        )
        failed = line.execute(
            "SELECT count(*) FROM questions_letter WHERE status = 'failed'"
        ).fetchone()[0]
        tries = dict(
            line.execute("SELECT message_id, unclear_count FROM questions_letter").fetchall()
        )
    result.lost += [f"question {mark}" for mark in ledger.questions if not asked[mark]]
    result.lost += [f"reply {mark}" for mark in ledger.replies if not replied[mark]]
    result.lost += [f"approval of #{number}" for number in sorted(waiting)]
    result.lost += ["a letter failed"] * failed
    result.doubled += [f"question {mark}" for mark in ledger.begun if asked[mark] > 1]
    result.doubled += [f"reply {mark}" for mark in ledger.begun if replied[mark] > 1]
    _count_letters(site, ledger, answered, result)
    result.doubled += sent_too_often(site.mailbox.arrived, tries)
    result.stuck, result.oddities = list(ledger.stuck), list(ledger.oddities)
    return result


def _marks(line: psycopg.Connection, query: str) -> Counter[str]:
    rows = line.execute(query, ["%zq____________%"]).fetchall()
    return Counter(text[text.index("zq") :][:14] for [text] in rows)


def sent_too_often(
    arrived: Mapping[tuple[str, str, str], int], tries: Mapping[str, int]
) -> list[str]:
    """Letters that came more often than adr/0009 allows: once, and once more for a try of which nobody
    knows the end. `tries` are the `unclear_count` of each, in which the one that went well is counted."""
    return [
        f"letter {kind} of {mark}, {times} times with one Message-ID"
        for (mark, kind, message_id), times in arrived.items()
        if times > max(1, min(tries.get(message_id, 1), 2))
    ]


def _count_letters(site: Site, ledger: Ledger, answered: dict[str, str], result: Result) -> None:
    """By Message-ID, as a mailbox sorts them: the same letter twice is `again`, another that tells the
    same is doubled. That a question has arrived is not told any more once it is answered."""
    by_kind: dict[tuple[str, str], Counter[str]] = {}
    for (mark, kind, message_id), times in site.mailbox.arrived.items():
        by_kind.setdefault((mark, kind), Counter())[message_id] += times
    told = {answered[mark] for mark in ledger.replies if mark in answered}
    due = {(mark, "answered") for mark in told}
    due |= {(mark, "arrived") for mark in ledger.questions}
    overtaken = {(mark, "arrived") for mark in told} - set(by_kind)
    due -= overtaken
    result.letters_due = len(due)
    result.letters_sent = sum(key in by_kind for key in due)
    result.lost += [
        f"letter {kind} of {mark}" for mark, kind in sorted(due) if (mark, kind) not in by_kind
    ]
    ours = {key: ids for key, ids in by_kind.items() if key[0] in ledger.begun}
    result.letters_again = sum(sum(ids.values()) - len(ids) for ids in ours.values())
    wanted = Counter((mark, "arrived") for mark in ledger.begun)
    wanted.update((mark, "answered") for mark in answered.values())  # for each reply one
    result.doubled += [
        f"letter {kind} of {mark}"
        for (mark, kind), ids in ours.items()
        if len(ids) > wanted[mark, kind]
    ]
