from __future__ import annotations

from newslint.plugins.registry import Registry
from newslint.testing import document
from newslint.topics.draft.checks.numbering import Numbering
from newslint.topics.quotes.checks.repeated_quotation import RepeatedQuotation
from newslint.topics.repetition.checks.repeated_paragraph import RepeatedParagraph
from newslint.topics.repetition.checks.repeated_sentence import RepeatedSentence

SENTENCE = "The old mill on the river will be sold to the town in the spring, the council said."
LEAD = "Mill to be sold\n\nThe council met on Monday, and hardly anybody came to hear what it said."


def test_what_a_summary_takes_from_the_story_is_minor(built_in: Registry) -> None:
    draft = document(f"Mill to be sold\n\n{SENTENCE}\n\n{SENTENCE} It wants a museum.\n\nIt rained.", built_in)
    assert [hit.minor for hit in RepeatedSentence()(draft)] == [True]
    draft = document(f"{LEAD}\n\n{SENTENCE} It did.\n\nIt rained. {SENTENCE} It wants a museum.", built_in)
    assert [hit.minor for hit in RepeatedSentence()(draft)] == [False]


def test_so_is_what_a_standfirst_has_from_far_below(built_in: Registry) -> None:
    draft = document(f"Mill to be sold\n\n{SENTENCE}\n\nNobody came to the hall.\n\nIt rained. {SENTENCE}", built_in)
    assert [hit.minor for hit in RepeatedSentence()(draft)] == [True]
    longer = document(f"Mill to be sold\n\n{SENTENCE} It rained.\n\n{SENTENCE} It wants a museum.", built_in)
    assert [hit.minor for hit in RepeatedSentence()(longer)] == [True]


def test_a_paragraph_that_is_a_sentence_from_within_a_longer_one_is_minor(built_in: Registry) -> None:
    within = document(f"{LEAD}\n\nNobody spoke. {SENTENCE} It rained.\n\nIt was cold.\n\n{SENTENCE}", built_in)
    assert [hit.minor for hit in RepeatedSentence()(within)] == [True]
    moved = document(f"{LEAD}\n\nNobody spoke. {SENTENCE}\n\nIt was cold.\n\n{SENTENCE}\n\nIt rained.", built_in)
    assert [hit.minor for hit in RepeatedSentence()(moved)] == [False]


def test_a_quotation_without_a_speaker_is_a_pull_quote(built_in: Registry) -> None:
    said = "“We have tried everything that anybody here could think of, and nobody listened”"
    pulled = document(
        f"{LEAD}\n\n{said}, she said. It rained.\n\nIt was cold.\n\n{said} — Ann Hill\n\nIt rained.", built_in
    )
    assert [hit.minor for hit in RepeatedQuotation()(pulled)] == [True]
    told = document(
        f"{LEAD}\n\n{said}, she said. It rained.\n\nIt was cold.\n\n{said}, she said.\n\nIt rained.", built_in
    )
    assert [hit.minor for hit in RepeatedQuotation()(told)] == [False]


def test_a_first_paragraph_that_comes_at_once_again_is_minor(built_in: Registry) -> None:
    draft = document(f"Mill to be sold\n\n{SENTENCE}\n\n{SENTENCE}\n\nIt rained.", built_in)
    assert [hit.minor for hit in RepeatedParagraph()(draft)] == [True]


def test_a_standfirst_that_stands_again_below_is_minor(built_in: Registry) -> None:
    top = f"Mill to be sold\n\n{SENTENCE}\n\nBy Ada Lowe\n\n"
    rest = "It rained for most of the day.\n\nNobody knew what would become of the wheel."
    lead = "It rained all day long in the town by the river.\n\nNobody came.\n\nThe hall was cold."
    far = document(f"{top}{lead}\n\n{SENTENCE}\n\n{rest}", built_in)
    near = document(f"{top}{SENTENCE}\n\n{rest}", built_in)
    assert [(hit.minor, hit.confidence) for hit in RepeatedParagraph()(far)] == [(True, 0.8)]
    assert [hit.minor for hit in RepeatedParagraph()(near)] == [True]


def test_a_point_of_a_summary_hides_no_paragraph_that_comes_again(built_in: Registry) -> None:
    draft = document(
        f"{LEAD}\n\n{SENTENCE}\n\n{SENTENCE[:-1]}\n\nIt rained for most of the day.\n\n{SENTENCE}\n\nIt did.", built_in
    )
    (hit,) = RepeatedParagraph()(draft)
    assert hit.span.start == draft.text.rindex(SENTENCE)


def test_a_pull_quote_with_a_name_is_minor(built_in: Registry) -> None:
    draft = document(f"{LEAD}\n\n{SENTENCE} Ann Hill\n\n{SENTENCE} It wants a museum there.", built_in)
    assert [hit.minor for hit in RepeatedSentence()(draft)] == [True]


def test_sentences_that_were_pasted_together_are_one_finding(built_in: Registry) -> None:
    pasted = f"{SENTENCE} It wants to have a museum of bread in it by the end of May."
    draft = document(
        f"{LEAD}\n\n{pasted} Nobody spoke for an hour.\n\nIt rained.\n\nThe roof of the hall had a hole in it, as roofs there do. {pasted}",
        built_in,
    )
    (hit,) = RepeatedSentence()(draft)
    assert draft[hit.span] == pasted


def test_a_sentence_with_another_word_is_told_of(built_in: Registry) -> None:
    draft = document(f"{LEAD}\n\nNobody spoke. {SENTENCE}\n\nIt rained. {SENTENCE.replace('sold', 'given')}", built_in)
    (hit,) = RepeatedSentence()(draft)
    assert (hit.words["how"], hit.minor) == ("almost word for word", True)


def test_one_speech_pasted_twice_is_one_finding(built_in: Registry) -> None:
    speech = (
        "“We tried everything that we could think of,” he said. “Nobody listened to a word that we said,” he added."
    )
    draft = document(f"{LEAD}\n\n{speech}\n\nIt rained for most of the day.\n\nHe was asked again. {speech}", built_in)
    assert len(list(RepeatedQuotation()(draft))) == 1


def test_letters_of_a_list_are_named_as_letters(built_in: Registry) -> None:
    draft = document(f"{LEAD}\n\nIt wants a) the mill, b) the wheel and d) the river.", built_in)
    (hit,) = Numbering()(draft)
    assert hit.words["problem"] == "“d)” follows “b)”: c is missing"
