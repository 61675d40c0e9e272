from __future__ import annotations

import pytest

from newslint.plugins.registry import Registry
from newslint.testing import document
from newslint.topics.quotes.repetitions import Weight, repetitions

OPENING = "Mill to be sold\n\nThe council met on Monday to speak about the mill.\n\nIt met again on Tuesday, and again on Friday."
SAID = "“We will not sell the mill to anybody in this town,” Hill said."


@pytest.mark.parametrize(
    "copy",
    [
        f"{SAID}\n\nNobody spoke.\n\n{SAID}",
        f"{SAID}\n\nNobody spoke.\n\n“We will not sell the mill to anybody in this town. It is ours,” Hill added.",
        "It is, she said, “proud of the mill and the wheel in it”.\n\nIt rained.\n\nHe called it “proud of the mill and the wheel in it”.",
    ],
)
def test_slips(copy: str, built_in: Registry) -> None:
    assert [found.weight for found in repetitions(document(f"{OPENING}\n\n{copy}", built_in))] == [Weight.SLIP]


@pytest.mark.parametrize(
    "copy",
    [
        f"{SAID}\n\nWhen Stone used the words “we will not sell the mill to anybody in this town”, she laughed.",
        "They sang: “Turn, you old wheel, till the river runs dry.”\n\nThen they sang: “Turn, you old wheel, till the river runs dry.”",
        "He said that “nobody in this town is to own the mill”.\n\nIt rained.\n\n“The law is plain. Nobody in this town is to own the mill,” he said.",
        "“I am glad to be in the middle of the town of Ashby, and to stay,” he said.\n\n“She fell in the middle of the town of Ashby, and to her death,” he said.",
        f"{SAID}\n\nNobody spoke.\n\nHope: one man liked her promise, “We will not sell the mill to anybody in this town”",
        f"{SAID}\n\nNobody spoke.\n\n{SAID} Go there pic.twitter.com/mill.",
        f"{SAID}\n\nNobody spoke.\n\n{SAID} She means it. — The Miller (@miller) 4 May 2016",
        f"{SAID}\n\nNobody spoke.\n\n‘We will not sell the mill to anybody in this town’\n\nIt rained.",
        f"“No.” {SAID}\n\nNobody spoke.\n\n‘We will not sell the mill to anybody in this town’ The clerk left at noon, and the mill was shut.",
        f"{SAID}\n\nNobody spoke.\n\n“We will not sell the mill to anybody in this town.”\n\nIt rained.",
        f"{SAID}\n\nHere is the speech.\n\n“My friends.\n\n“We will not sell the mill to anybody in this town.\n\n“Go home,” he said.",
    ],
)
def test_what_a_story_may_well_say_twice(copy: str, built_in: Registry) -> None:
    found = repetitions(document(f"{OPENING}\n\n{copy}", built_in))
    assert {repetition.weight for repetition in found} <= {Weight.CUSTOM}


def test_a_quotation_that_opens_the_story_stands_in_a_standfirsts_place(built_in: Registry) -> None:
    draft = document(f"Mill to be sold\n\n{SAID}\n\nNobody spoke.\n\nIt rained.\n\n{SAID}", built_in)
    assert [found.weight for found in repetitions(draft)] == [Weight.CUSTOM]


def test_two_captions_are_told_by_their_own_rule(built_in: Registry) -> None:
    captions = f"Image caption The miller: {SAID}\n\nIt rained.\n\nImage caption The clerk: {SAID}"
    assert repetitions(document(f"{OPENING}\n\n{captions}", built_in)) == ()
