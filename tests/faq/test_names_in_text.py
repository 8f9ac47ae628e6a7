"""What a text has to say for a topic's name to count. Pure: no database."""

import pytest

from faq.names_in_text import TopicNames

NAMES = {
    1: ("Harlequin ichthyosis", ["HI"]),
    2: ("Myasthenia gravis", ["MG"]),
    3: ("Noonan syndrome", []),
    4: ("Noonan syndrome 1", []),
    5: ("Type 1 diabetes", []),
    6: ("Type 2 diabetes", []),
    7: ("Heart transplant services", []),
    8: ("Normal pressure hydrocephalus", ["NPH"]),
}
topics = TopicNames((pk, [name], synonyms) for pk, (name, synonyms) in NAMES.items())


@pytest.mark.parametrize(
    "text, spoken_of",
    [
        ("Hi, please help me.", set()),
        ("She was born with HI.", {1}),
        ("He takes 5 mg a day.", set()),
        ("Her MG is worse in the evening.", {2}),
        ("HI, PLEASE HELP ME, HE TAKES 5 MG.", set()),
        ("My father has nph.", {8}),
        ("MG?", {2}),
        ("孩子確診HI怎麼辦", {1}),
        ("What does your customer service do?", set()),
        ("Is a heart transplant possible?", {7}),
    ],
)
def test_an_everyday_word_is_no_abbreviation_and_names_nothing_alone(text, spoken_of):
    assert set(topics.scores(text)) == spoken_of


@pytest.mark.parametrize(
    "text, closest",
    [("He has Noonan syndrome.", 3), ("type 1 diabetes", 5), ("type 2 diabetes", 6)],
)
def test_a_number_is_a_word_of_the_name(text, closest):
    scores = topics.scores(text)
    assert max(scores, key=scores.get) == closest
    assert list(scores.values()).count(scores[closest]) == 1
