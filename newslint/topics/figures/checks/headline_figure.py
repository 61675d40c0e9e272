"""A figure in the headline, the standfirst or a caption that the story gives otherwise."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.document import Document
from newslint.hit import Check, Hit, Note, check
from newslint.topics.figures.ages.headline_ages import misagings
from newslint.topics.figures.amounts.captioned_numbers import miscaptioned_numbers
from newslint.topics.figures.amounts.latest_dead import outdated_tolls
from newslint.topics.figures.amounts.same_amount import is_display, told_twice
from newslint.topics.figures.matches.latest_scored import SURE, scores_told_otherwise
from newslint.topics.figures.matches.margins import mismargins
from newslint.topics.figures.matches.results import misresults
from newslint.topics.figures.series import misnumberings

_STORY = "story"


@check
class HeadlineFigure:
    """Finds figures of the display that the story gives otherwise, ages and numbers of weeks and issues too."""

    def __call__(self, document: Document) -> Iterator[Hit]:
        wrongs = (
            *misagings(document),
            *misnumberings(document),
            *misresults(document),
            *mismargins(document),
            *miscaptioned_numbers(document),
            *outdated_tolls(document),
        )
        for wrong in wrongs:
            if wrong.place == _STORY:  # the display has the number, and the story the slip
                words, said = {"place": _STORY, "other": wrong.other}, "the headline says"
            else:
                words, said = _words(wrong.place, wrong.other), "the story says"
            yield Hit(wrong.suspect, words, (Note(wrong.told, said),), confidence=wrong.sure)
        taken = {wrong.suspect.start for wrong in wrongs}
        for count, latest in scores_told_otherwise(document):
            if is_display(document, count.span):
                taken.add(count.span.start)
                words = _words("headline", document[latest.span])
                yield Hit(count.span, words, (Note(latest.span, "the story says"),), confidence=SURE)
        for pair, sure in told_twice(document):
            if is_display(document, pair.suspect) and pair.suspect.start not in taken:
                block = document.block_at(pair.suspect.start)
                words = _words(block.role.value if block else "headline", document[pair.other])
                notes = (Note(pair.other, "the story says"),)
                yield Hit(pair.suspect, words, notes, confidence=sure.probability, evidence=sure.signs)


def _words(place: str, other: str) -> dict[str, str]:
    return {"place": place, "other": f"{other} in the story"}


_: type[Check] = HeadlineFigure
