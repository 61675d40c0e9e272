from __future__ import annotations

from newslint.plugins.registry import Registry
from newslint.testing import document
from newslint.topics.repetition.checks.repeated_sentence import RepeatedSentence
from newslint.topics.repetition.rewritings import rewritten_sentences

FIRST = "The old mill on the river will be sold to the town in the spring, and a museum will open in it."
BETWEEN = "It rained for most of the day in the town and in the hills around it."


def _alike(again: str, registry: Registry, between: str = BETWEEN, first: str = FIRST) -> list[str]:
    draft = document(
        f"Mill to be sold\n\nThe council met on Monday.\n\nIt was cold.\n\n{first}\n\n{between}\n\n{again}", registry
    )
    return [draft[pair.again.span] for pair in rewritten_sentences(draft)]


def test_two_words_dropped_and_two_others_in_their_place(built_in: Registry) -> None:
    for again in (FIRST.replace(" on the river", ""), FIRST.replace("sold", "given").replace("open", "start")):
        assert _alike(again, built_in) == [again]


def test_a_sentence_that_is_a_part_of_another(built_in: Registry) -> None:
    again = FIRST.replace(" in it.", " in it, said Ada Lowe on 4 May.")
    assert _alike(again, built_in) == [again]
    assert _alike(FIRST, built_in, first=again) == [FIRST]


def test_another_name_or_figure_tells_two_sentences_apart(built_in: Registry) -> None:
    assert _alike(FIRST.replace("the river", "Marle Hill"), built_in) == []
    assert _alike(FIRST.replace("the spring", "2031"), built_in) == []


def test_neighbours_may_be_said_alike(built_in: Registry) -> None:
    draft = document(
        f"Mill\n\n{BETWEEN}\n\n{FIRST}\n\n{FIRST.replace('sold', 'given').replace('open', 'start')}", built_in
    )
    assert rewritten_sentences(draft) == ()


def test_the_points_in_short_are_minor(built_in: Registry) -> None:
    points = f"- {FIRST}\n- It is old, and it has not been used for many years now, as he said."
    draft = document(f"Mill\n\n{BETWEEN}\n\n{points}\n\n{BETWEEN[:-1]}, he said.\n\nNobody spoke. {FIRST}", built_in)
    assert [hit.minor for hit in RepeatedSentence()(draft) if draft[hit.span] == FIRST] == [True]
