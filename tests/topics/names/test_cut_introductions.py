"""Cut introductions: what the reading asks of a pair are signs that the judge of introductions knows."""

from __future__ import annotations

from newslint.story.same import scale_of
from newslint.topics.names import cut_introductions, introductions, renown


def test_the_signs_that_are_asked_for_are_measured() -> None:
    asked = (
        cut_introductions._ELSE | cut_introductions._OF_THE_STORY | cut_introductions._OPEN | {cut_introductions._KNOWN}
    )
    scale = scale_of(introductions.KIND)
    assert scale is not None
    assert asked - scale.weights.keys() <= renown.knowledge_of("Moor").keys()
