"""The data of a question's life, a file for each noun."""

from questions.models.asker import FINE_AGE_BANDS, asker_line
from questions.models.contact import Contact
from questions.models.correction import Correction
from questions.models.counted_question import CountedQuestion
from questions.models.letter import Letter
from questions.models.life import IllegalChange
from questions.models.profile import FeatureCounts, QuestionProfile
from questions.models.question import Question
from questions.models.reply import Reply
from questions.models.report import Report
from questions.models.search_document import SearchDocument
from questions.models.search_word import SearchWord
from questions.models.similar import PairRuling, SimilarList, SimilarQuestion
from questions.models.stored_html import stored_html
from questions.models.tag import Synonym, Tag, TaggedQuestion

__all__ = [
    "FINE_AGE_BANDS",
    "Contact",
    "Correction",
    "CountedQuestion",
    "FeatureCounts",
    "IllegalChange",
    "Letter",
    "PairRuling",
    "Question",
    "QuestionProfile",
    "Reply",
    "Report",
    "SearchDocument",
    "SearchWord",
    "SimilarList",
    "SimilarQuestion",
    "Synonym",
    "Tag",
    "TaggedQuestion",
    "asker_line",
    "stored_html",
]
