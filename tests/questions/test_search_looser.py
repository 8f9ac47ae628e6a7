"""Queries that no answer has whole: what is left out, what may have been meant, which names count."""

import pytest

from askdoctor.worker import refresh_all_due
from questions import search
from questions.actions import retract_question
from questions.models import Question, SearchWord, Tag
from questions.search_documents import read_contents
from questions.search_words import learn
from tests.factories import make_question

pytestmark = pytest.mark.django_db


def found(q, **options):
    return [hit.question.pk for hit in search.find(q, **options).hits]


def test_a_whole_sentence_finds_what_has_most_of_it():
    for number in range(8):
        make_question(title=f"My child, {number} years old, eats little")
    fever = make_question(title="Fever for two days in a child", reply="Rest and drink.")
    results = search.find("my 3 year old child has fever since two days what to do")
    assert results.hits[0].question == fever
    assert results.is_loose and results.whole_count == 0
    assert results.left_out == ["since"]


def test_what_no_answer_has_is_left_out_before_what_is_common():
    question = make_question(title="Fever in children")
    make_question(title="Fever at night")
    results = search.find("fever children xyzzy")
    assert [hit.question for hit in results.hits][0] == question
    assert results.left_out[0] == "xyzzy"


def test_answers_with_all_words_come_before_those_with_most():
    apart = [make_question(title=f"Vaccine and fever {n}").pk for n in "abcdef"]
    whole = make_question(title="Vaccine", body="fever rash swelling")
    results = search.find("vaccine fever rash swelling")
    assert results.hits[0].question == whole
    assert (results.is_loose, results.whole_count, results.count) == (True, 1, 7)
    assert {hit.question.pk for hit in results.hits[1:]} == set(apart)


def test_what_has_the_rarest_of_the_words_comes_first():
    for number in range(6):
        make_question(title=f"Rash and itching no. {number}")
    rare = make_question(title="Rash", body="sirolimus")
    results = search.find("rash itching sirolimus eyelid")
    assert results.left_out == ["eyelid"]
    assert results.hits[0].question == rare


def test_two_words_that_never_meet_give_the_rarer():
    make_question(title="Rash one")
    make_question(title="Rash two")
    rarer = make_question(title="Sirolimus")
    assert found("sirolimus rash") == [rarer.pk]


def test_a_phrase_in_quotes_is_never_left_out():
    make_question(title="Second opinion")
    assert found('"second line" treatment') == []


def test_nothing_is_left_out_between_alternatives():
    make_question(title="Measles")
    assert not search.find("mumps or rubella").hits


def test_a_long_chinese_question_finds_what_has_most_of_it():
    fever = make_question(title="孩子發燒兩天", body="三歲", language="zh-hant")
    make_question(title="視力檢查", language="zh-hant")
    results = search.find("我三岁的孩子发烧两天了请问医生怎么办")
    assert [hit.question for hit in results.hits] == [fever]
    assert results.is_loose and results.left_out == []


@pytest.fixture
def itp():
    tag = Tag.objects.create(
        name="immune thrombocytopenia", name_zh_hant="免疫性血小板減少症", slug="itp"
    )
    tag.synonyms.create(name="ITP", slug="itp-2")
    return tag


@pytest.mark.parametrize(
    "q",
    [
        "ITP treatment",
        "treatment for immune thrombocytopenia",
        "免疫性血小板減少症 treatment",
        '"itp" treatment',
        "treatment immune thrombocytopenias",
        "treatment of 免疫性血小板减少症",
    ],
)
def test_a_thing_is_found_under_each_of_its_names_inside_a_longer_query(itp, q):
    texts = ["ITP", "immune thrombocytopenia", "免疫性血小板減少症"]
    questions = {make_question(title=f"About {text}", reply="The treatment.").pk for text in texts}
    make_question(title="Immune system", reply="A treatment of thrombocytopenia.")
    make_question(title="ITP", reply="Nothing else.")
    assert questions <= set(found(q))
    assert not search.find(q).is_loose


def test_a_longer_phrase_in_quotes_keeps_its_words(itp):
    question = make_question(title="The ITP diary")
    make_question(title="The immune thrombocytopenia diary")
    assert found('"the ITP diary"') == [question.pk]


def test_slip_is_corrected_by_a_word_of_the_site():
    make_question(title="Eczema of the hand", reply="A cream with hydrocortisone helps.")
    refresh_all_due()
    assert search.find("exzema").corrected == "eczema"
    assert search.find("Hydrocortison creem").corrected == "Hydrocortison cream"
    assert search.find("eczema hydrocrotisone").corrected == "eczema hydrocortisone"
    assert search.find("eczema").corrected == ""


def test_words_of_names_correct_too():
    make_question(tags=["thrombocytopenia"])
    refresh_all_due()
    assert search.find("trombocytopenia").corrected == "thrombocytopenia"


def test_nothing_is_corrected_to_a_word_that_is_published_no_more(moderator):
    question = make_question(title="Zanthoxylum rash")
    stays = make_question(title="Rash")
    refresh_all_due()
    assert search.find("zanthoxylun").corrected == "zanthoxylum"
    retract_question(question=question, by=moderator, reason="It was not safe.")
    assert search.find("zanthoxylun").corrected == "", "at once"
    refresh_all_due()
    assert search.find("zanthoxylun").corrected == ""
    assert found("rash") == [stays.pk]


def test_nothing_is_corrected_to_a_form_that_only_a_withdrawn_answer_had(moderator):
    question = make_question(title="Hospitalization")
    make_question(title="Hospitalized")
    refresh_all_due()
    assert search.find("hospitalizatoin").corrected == "hospitalization"
    retract_question(question=question, by=moderator, reason="It was not safe.")
    assert SearchWord.objects.filter(word="hospitalization").exists()
    assert search.find("hospitalizatoin").corrected == ""


@pytest.mark.parametrize("status", [s for s in Question.Status if s != "published"])
def test_no_word_is_learned_of_what_is_not_published(status):
    question = make_question(status=status, title="Zanthoxylum", tags=["xylocarp"])
    learn(read_contents([question.pk]).values())
    assert not SearchWord.objects.exists()


def test_words_are_learned_of_titles_replies_and_names_and_not_of_what_askers_type():
    question = make_question(
        title="Eczema", body="Itchhy", reply="Cream", explanation="Ointment", tags=["atopy"]
    )
    learn(read_contents([question.pk]).values())
    learn(read_contents([question.pk]).values())
    assert set(SearchWord.objects.values_list("word", flat=True)) == {
        "eczema", "cream", "ointment", "atopy",
    }  # fmt: skip


def test_searching_for_less_takes_a_bounded_number_of_queries(django_assert_max_num_queries):
    make_question(title="Eczema of the hand")
    refresh_all_due()
    with django_assert_max_num_queries(60):
        search.find("exzema hannd " + " ".join(f"word{letter}ish" for letter in "abcdefghij"))


def test_words_around_what_is_asked_about_do_not_decide():
    fever = make_question(title="孩子發燒三天", language="zh-hant")
    for title in ("寶寶不吃飯怎麼辦", "寶寶長牙怎麼辦", "寶寶濕疹怎麼辦"):
        make_question(title=title, language="zh-hant")
    assert found("寶寶發燒怎麼辦") == [fever.pk]
    hot = make_question(title="Heat rash on the neck")
    make_question(title="Please help me know what to do about teething")
    assert found("please help i dont know what to do about his heat rash")[0] == hot.pk


@pytest.mark.parametrize("typed", ["poop", "wont"])
def test_a_short_word_is_not_taken_for_another_one_of_its_length(typed):
    for n in range(5):
        pk = make_question(title=f"Poor sleep {n}", reply="What you want is rest.").pk
        learn(read_contents([pk]).values())
    assert search.find(typed).corrected == ""


def test_a_letter_too_few_in_a_short_word_is_a_slip():
    pks = [make_question(title=f"Fever {n}").pk for n in range(5)]
    learn(read_contents(pks).values())
    assert search.find("fevr").corrected == "fever"


def test_what_was_typed_itself_comes_before_the_other_names_of_it():
    Tag.objects.create(name="fever", slug="fever", name_zh_hant="發燒")
    chinese = make_question(title="寶寶發燒", language="zh-hant")
    english = make_question(title="Fever")
    assert found("發燒") == [chinese.pk, english.pk]
    assert found("fever") == [english.pk, chinese.pk]
    assert found("寶寶發燒怎麼辦") == [chinese.pk, english.pk]
