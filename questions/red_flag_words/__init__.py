"""The words that the rules for emergencies are made of, English and Chinese.

Terms stand between commas, in the spelling that `ages.plain` makes: lower case, no apostrophes,
simplified characters. `*` is the rest of a word, `..` a few characters, `...` a handful of words;
the rest is a regular expression. What begins and ends with a Latin letter is whole words.
"""

from questions.red_flag_words.accidents import ACCIDENTS
from questions.red_flag_words.harm import HARM
from questions.red_flag_words.illness import ILLNESS

WORDS = ILLNESS | ACCIDENTS | HARM
