"""A figure in the headline, the standfirst or a caption that the story gives otherwise."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.document import Document
from newslint.finding import Sign
from newslint.hit import Check, Hit, Note, check
from newslint.source import Span
from newslint.text.wording import inside
from newslint.topics.figures.ages.headline_ages import misagings
from newslint.topics.figures.amounts.captioned_numbers import miscaptioned_numbers
from newslint.topics.figures.amounts.latest_dead import outdated_tolls
from newslint.topics.figures.amounts.same_amount import is_display
from newslint.topics.figures.amounts.turned_figures import turned_figures, weighed_figures
from newslint.topics.figures.matches.latest_scored import SURE, scores_told_otherwise
from newslint.topics.figures.matches.margins import mismargins
from newslint.topics.figures.matches.results import misresults
from newslint.topics.figures.matches.retold_votes import misvotes
from newslint.topics.figures.series import misnumberings

_STORY = "story"
_MISTYPED = 0.85


@check
class HeadlineFigure:
    """Finds figures of the display that the story gives otherwise, ages and numbers of weeks and issues too."""

    def __call__(self, document: Document) -> Iterator[Hit]:
        wrongs = (
            *misagings(document),
            *misnumberings(document),
            *misresults(document),
            *mismargins(document),
            *misvotes(document),
            *miscaptioned_numbers(document),
            *outdated_tolls(document),
        )
        for wrong in wrongs:
            if wrong.place == _STORY:  # the display has the number, and the story the slip
                words, said = {"place": _STORY, "other": inside(wrong.other)}, "the headline says"
            else:
                words, said = _words(wrong.place, wrong.other), "the story says"
            yield Hit(wrong.suspect, words, (Note(wrong.told, said),), confidence=wrong.sure)
        taken = {wrong.suspect.start for wrong in wrongs}
        for count, latest in scores_told_otherwise(document):
            if is_display(document, count.span):
                taken.add(count.span.start)
                words = _words("headline", document[latest.span])
                yield Hit(count.span, words, (Note(latest.span, "the story says"),), confidence=SURE)
        for turning in turned_figures(document):
            if is_display(document, turning.suspect) and turning.suspect.start not in taken:
                taken.add(turning.suspect.start)
                yield _of_display(document, turning.suspect, turning.told, _MISTYPED)
        for pair, sure in weighed_figures(document):
            if is_display(document, pair.suspect) and pair.suspect.start not in taken:
                yield _of_display(document, pair.suspect, pair.other, sure.probability, sure.signs)


def _of_display(
    document: Document, suspect: Span, told: Span, confidence: float, evidence: tuple[Sign, ...] = ()
) -> Hit:
    block = document.block_at(suspect.start)
    words = _words(block.role.value if block else "headline", document[told])
    return Hit(suspect, words, (Note(told, "the story says"),), confidence=confidence, evidence=evidence)


def _words(place: str, other: str) -> dict[str, str]:
    return {"place": place, "other": f"{inside(other)} in the story"}


_: type[Check] = HeadlineFigure
