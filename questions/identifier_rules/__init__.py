"""What may tell who somebody is, as data: patterns over text as `identifiers.plain` makes it (NFKC, one
simplified character for each traditional one, case as typed), one row for each way of writing it.

A rule holds a kind and a pattern. What its group "x" matched is what identifies, without it the whole
match; `check` names a test in checks.py. `digits` says that Chinese numerals and number
words are read as digits, and dates as nothing. The first rules win where two overlap. Above a rule
stands an example of what it finds, as somebody might write it; all in them is invented.

Sources: numbering plans of the NCC (Taiwan), OFCA (Hong Kong), MIIT (China), Ofcom (UK) and NANPA, and
ITU-T E.164; check digits of the Taiwan Ministry of the Interior (national id, and residence numbers old and
new), GB 11643 (China), the Hong Kong Immigration Department, and the NHS Data Dictionary (modulo 11).
"""

from questions.identifier_rules import chinese_names, english_names
from questions.identifier_rules.addresses import ADDRESSES
from questions.identifier_rules.bare_names import BARE_CHINESE_NAMES, BARE_ENGLISH_NAMES
from questions.identifier_rules.bare_numbers import BARE_NUMBERS
from questions.identifier_rules.birth_dates import BIRTH_DATES
from questions.identifier_rules.handles import HANDLES
from questions.identifier_rules.numbers import NUMBERS, TELEPHONES
from questions.identifier_rules.rule import Rule

__all__ = ["CHINESE_NAMES", "ENGLISH_NAMES", "RULES", "Rule"]

CHINESE_NAMES = (*chinese_names.CHINESE_NAMES, *BARE_CHINESE_NAMES)
ENGLISH_NAMES = (*english_names.ENGLISH_NAMES, *BARE_ENGLISH_NAMES)
RULES = (
    *NUMBERS,
    *BIRTH_DATES,
    *ADDRESSES,
    *TELEPHONES,
    *HANDLES,
    *BARE_NUMBERS,
    *CHINESE_NAMES,
    *ENGLISH_NAMES,
)
