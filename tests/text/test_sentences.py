"""Only the sentences that hold a word are searched for what stands around it."""

from __future__ import annotations

from newslint.document import Document
from newslint.text.sentences import sentences, sentences_with
from newslint.text.words import words


def test_each_sentence_with_one_of_the_words_comes_once_and_in_order() -> None:
    document = Document.of("The aunt came. Nobody saw her.", "His Niece and the aunt left. So did his niece.")
    found = list(sentences_with(document, ["niece", "aunt"]))
    assert [document[sentence] for sentence, _ in found] == [
        "The aunt came.",
        "His Niece and the aunt left.",
        "So did his niece.",
    ]
    texts = words(document).texts
    assert [[texts[index] for index in indexes] for _, indexes in found] == [["aunt"], ["Niece", "aunt"], ["niece"]]


def test_no_word_no_sentence() -> None:
    assert not list(sentences_with(Document.of("The aunt came."), []))


def test_a_currency_with_a_point_ends_no_sentence() -> None:
    document = Document.of("The estimate was Rs. 16 billion. It is now Rs. 24 billion.")
    assert [document[sentence] for sentence in sentences(document)] == [
        "The estimate was Rs. 16 billion.",
        "It is now Rs. 24 billion.",
    ]


def test_an_hour_ends_a_sentence_unless_a_day_or_a_zone_follows() -> None:
    document = Document.of(
        "The mill opens at 7 a.m. Friday. It shut at 9 p.m. Okafor rang at 8:30 a.m. ET. She left at 5 p.m."
    )
    assert [document[sentence] for sentence in sentences(document)] == [
        "The mill opens at 7 a.m. Friday.",
        "It shut at 9 p.m.",
        "Okafor rang at 8:30 a.m. ET.",
        "She left at 5 p.m.",
    ]
