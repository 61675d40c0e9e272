"""Sentences in quotation marks: which are pulled out of the copy, said to be another's, or too deep to be heard."""

from __future__ import annotations

from newslint.plugins.registry import Registry
from newslint.testing import document
from newslint.topics.quotes.sayings import sayings

OPENING = "Mill to be sold\n\nThe council met on Monday to speak about the mill.\n\nIt met again on Tuesday."


def test_a_pull_quote_is_pulled_whatever_stands_before_it(built_in: Registry) -> None:
    copy = "PULL QUOTE: “You can’t run a mill on the backs of kids with nowhere to go.” Ann Moor"
    (saying,) = sayings(document(f"{OPENING}\n\n{copy}", built_in))
    assert saying.pulled


def test_words_inside_anothers_are_said_by_a_third(built_in: Registry) -> None:
    copy = "“She said, ‘I would like to thank the miller for his bread,’” said Ann Moor. “The sign is ‘Nobody may go to the mill in May or June.’”"
    inside = [saying.cited for saying in sayings(document(f"{OPENING}\n\n{copy}", built_in)) if saying.quote.level]
    assert inside == [True, False]


def test_a_third_quotation_inside_a_second_is_no_saying(built_in: Registry) -> None:
    copy = "He said: “She told us: ‘The clerk wrote: “The mill by the old river is dark and cold in May.” Nobody has been in the mill of late.’”"
    found = sayings(document(f"{OPENING}\n\n{copy}", built_in))
    assert {saying.quote.level for saying in found} == {0, 1}
