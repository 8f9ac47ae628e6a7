"""The data of a question's life, a file for each noun."""

from questions.models.acknowledgement import Acknowledgement
from questions.models.addition import Addition
from questions.models.answer_time import AnswerTime
from questions.models.asker import FINE_AGE_BANDS, asker_line
from questions.models.attachment import Attachment, numbered, shown_attachment
from questions.models.contact import Contact
from questions.models.correction import Correction, CorrectionToRead
from questions.models.counted_question import CountedQuestion
from questions.models.desk_note import DeskNote
from questions.models.details_request import DetailsRequest
from questions.models.finding import Finding, Found, Identifying, found_in
from questions.models.letter import Letter
from questions.models.life import IllegalChange
from questions.models.phrase import Phrase
from questions.models.profile import FeatureCounts, ProfileKeys, QuestionProfile
from questions.models.question import Question
from questions.models.reply import Reply, StaleDraft
from questions.models.reply_shown import standing_of
from questions.models.report import Report
from questions.models.search_document import SearchDocument
from questions.models.search_word import SearchWord
from questions.models.sent_count import SentCount
from questions.models.similar import PairRuling, SimilarList, SimilarQuestion
from questions.models.source import Source, shown_rows, sources_in_lines
from questions.models.stored_html import stored_html
from questions.models.tag import Synonym, Tag, TaggedQuestion
from questions.models.ticket_tries import TicketTries

__all__ = [
    "FINE_AGE_BANDS",
    "Acknowledgement",
    "Addition",
    "AnswerTime",
    "Attachment",
    "Contact",
    "Correction",
    "CorrectionToRead",
    "CountedQuestion",
    "DeskNote",
    "DetailsRequest",
    "FeatureCounts",
    "Finding",
    "Found",
    "Identifying",
    "IllegalChange",
    "Letter",
    "PairRuling",
    "Phrase",
    "ProfileKeys",
    "Question",
    "QuestionProfile",
    "Reply",
    "Report",
    "SearchDocument",
    "SearchWord",
    "SimilarList",
    "SimilarQuestion",
    "Source",
    "StaleDraft",
    "Synonym",
    "Tag",
    "TaggedQuestion",
    "SentCount",
    "TicketTries",
    "asker_line",
    "found_in",
    "numbered",
    "shown_attachment",
    "shown_rows",
    "sources_in_lines",
    "standing_of",
    "stored_html",
]
