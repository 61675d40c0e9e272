"""British and American spelling in one story."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newslint.document import Document
from newslint.hit import Change, Check, Hit, Note, check
from newslint.text.quotations import in_speech
from newslint.text.words import cased_like
from newslint.topics.spelling.habits import AMERICAN, BRITISH, habits, may_be_of_canada
from newslint.topics.spelling.varieties import (
    Marker,
    is_canadian,
    is_written_in_canada,
    markers,
    may_be_canadian,
    names_country,
)

# So much must speak for the story's variety where a single word of somebody's speech is held to it.
_DECISIVE = 3.5
# What a habit weighs where a word that is spelled in one variety weighs 1.
_HABIT = 0.3
# Where the copy has no word of its own variety, so many habits of it make one of the other alien, and none against them.
_HABITS = 3
_ALONE = 2  # words of the other variety that may stand so


@check
class SpellingVariety:
    """Finds words spelled as the other variety of English spells them.

    `language` (british or american) says which variety a draft should keep to; without it the story's own
    majority does. `endings` looks at -ise and -ize alone, which British publishers write either way; without
    it they only bear witness. At most `most` words are reported in a draft: one with more is a mixture of two.
    """

    language: str = ""
    endings: bool = False
    most: int = 4

    def __post_init__(self) -> None:
        if self.language.capitalize() not in {"", BRITISH, AMERICAN}:
            raise ValueError(f"language is british or american, not “{self.language}”")

    def __call__(self, document: Document) -> Iterator[Hit]:
        found = markers(document)
        written = [marker for marker in found if marker.spans]
        if not self.language and is_canadian(written) and may_be_canadian(found, may_be_of_canada(document)):
            return
        # Speech is set in the writer's spelling, documents keep their own: so quotations bear less witness,
        # and are held to account only where another quotation has the writer's spelling.
        spoken = [_spoken(marker) for marker in found if marker.quoted]
        yield from self._hits(document, written, [*written, *spoken])
        if spoken and (not written or _majority(written) == _majority(spoken)):
            yield from self._hits(document, spoken, [*spoken, *written], quoted=True)
        elif spoken:
            yield from self._in_speech(document, spoken, written)

    def _in_speech(self, document: Document, spoken: list[Marker], written: list[Marker]) -> Iterator[Hit]:
        """The one word of all that was said aloud that isn't in the spelling of a story which else keeps to it."""
        own, alien = self._own_and_alien(document, [*written, *spoken])
        if len(alien) != 1 or len(alien[0].spans) > 1 or _weight(own) < _DECISIVE:
            return
        span = alien[0].spans[0]
        if in_speech(document, span.start) and not names_country(document, span, alien[0].spelling.variety):
            evidence = [one for one in own if one.spelling.ise or not self.endings]
            yield _hit(document, alien[0], evidence, 0.6, False)

    def _hits(
        self, document: Document, judged: list[Marker], found: list[Marker], quoted: bool = False
    ) -> Iterator[Hit]:
        """Hits among `judged`, by all that was `found`."""
        own, alien = self._own_and_alien(document, found)
        if not alien:  # for speed
            return
        if quoted and not any(marker in judged for marker in own):
            return
        sure = bool(self.language) and not quoted and not (self.endings and self.language.capitalize() == BRITISH)
        mine = AMERICAN if alien[0].spelling.variety == BRITISH else BRITISH
        beside = _beside(document, mine)
        if not (sure or self.language or self.endings) and _may_be_oxford(own) and beside <= 0:
            return
        suspects = sorted((marker for marker in alien if marker in judged), key=lambda marker: marker.spans[0])
        for marker in suspects[: self.most]:
            confidence = 0.95 if sure else _confidence(marker, own, alien, self.endings, beside)
            evidence = [one for one in own if one.spelling.ise or not self.endings]
            fixable = sure or _weight(own, self.endings) > _weight(alien, self.endings)
            yield _hit(document, marker, evidence, confidence, fixable and not quoted)

    def _own_and_alien(self, document: Document, found: list[Marker]) -> tuple[list[Marker], list[Marker]]:
        """The markers of the draft's own variety, and those of the other that this rule is to judge."""
        both = len({marker.spelling.variety for marker in found}) > 1
        lean = _lean(document) if both else 0  # for speed
        own = self.language.capitalize() or _against_habits(document, found) or _majority(found, self.endings, lean)
        if self.endings and own == BRITISH:
            own = _majority([marker for marker in found if marker.spelling.ise], True)
        mine, alien = _split(found, own)
        if self.endings:
            alternating = any(marker.spelling.ise for marker in mine)
            return mine, [marker for marker in alien if marker.spelling.ise and alternating]
        if own == BRITISH or any(marker.spelling.ise for marker in mine):
            alien = [marker for marker in alien if not marker.spelling.ise]
        if own == BRITISH and not self.language and may_be_canadian(found, may_be_of_canada(document)):
            alien = [marker for marker in alien if not is_written_in_canada(marker) or _has_other(marker, mine)]
        return mine, alien


def _has_other(marker: Marker, own: list[Marker]) -> bool:
    """Whether the word stands in the draft's own spelling as well."""
    return any(one.word == marker.spelling.other for one in own)


def _spoken(marker: Marker) -> Marker:
    spelling = marker.spelling._replace(weight=marker.spelling.weight * 0.7)
    return Marker(marker.word, spelling, marker.quoted)


def _split(found: Iterable[Marker], own: str) -> tuple[list[Marker], list[Marker]]:
    sides: tuple[list[Marker], list[Marker]] = ([], [])
    for marker in found:
        sides[marker.spelling.variety != own].append(marker)
    return sides


def _lean(document: Document) -> float:
    """How much the habits of the copy speak for British (above 0) or American (below 0) spelling."""
    kept = habits(document)
    return _HABIT * (len(kept[BRITISH]) - len(kept[AMERICAN]))


def _majority(found: list[Marker], evenly: bool = False, lean: float = 0) -> str:
    """The variety that most of the copy is in; where as much speaks for either, that of the first word."""
    british, american = _split(found, BRITISH)
    difference = _weight(british, evenly) - _weight(american, evenly) + lean
    if difference:
        return BRITISH if difference > 0 else AMERICAN
    return min(found, key=lambda marker: marker.spans[0]).spelling.variety if found else AMERICAN


def _against_habits(document: Document, found: list[Marker]) -> str:
    """The variety of the copy's habits, where a word or two are all that's spelled in one, in the other, and no habit is: else ""."""
    varieties = {marker.spelling.variety for marker in found}
    if len(found) > _ALONE or len(varieties) != 1:
        return ""
    kept = habits(document)
    other = BRITISH if varieties == {AMERICAN} else AMERICAN
    against = len(kept[other]) >= _HABITS and not kept[AMERICAN if other == BRITISH else BRITISH]
    return other if against else ""


def _weight(side: Iterable[Marker], evenly: bool = False) -> float:
    """How much speaks for a variety: each word counts once, and a little more for each time it's repeated.

    `evenly` gives each word the same weight.
    """
    return sum((evenly or one.spelling.weight) * (1 + 0.2 * min(5, len(one.spans) - 1)) for one in side)


def _beside(document: Document, mine: str) -> int:
    """By how many habits more the copy keeps to `mine` than to the other variety: percent, Sen. Lee, or whilst."""
    kept = habits(document)
    return len(kept[mine]) - len(kept[AMERICAN if mine == BRITISH else BRITISH])


def _may_be_oxford(own: list[Marker]) -> bool:
    """Whether words in -ize are all that speaks for American spelling: many British publishers write them."""
    return all(marker.spelling.ise and marker.spelling.variety == AMERICAN for marker in own)


def _confidence(marker: Marker, own: list[Marker], alien: list[Marker], evenly: bool, beside: int) -> float:
    """How sure it is that `marker` is a slip, by what speaks for the draft's own variety and against it.

    One word alone decides nothing, if no other form goes with it (`beside`).
    """
    mine, others = _weight(own, evenly) + _HABIT * max(0, beside), _weight(alien, evenly)
    if _has_other(marker, own):
        return 0.9 if mine > others else 0.7
    if mine >= 2 and mine >= 2 * others:
        return 0.8
    witnesses = len({one.word.rstrip("s") for one in own}) + max(0, beside)
    if witnesses < 2 and not evenly:
        return 0.3
    if mine > 1 and mine > 1.05 * others:
        return 0.6
    return 0.55 if _strong(own) > 1 and _strong(alien) > 1 else 0.3


def _strong(side: list[Marker]) -> int:
    """How many different words speak plainly for their variety."""
    return len({one.word.rstrip("s") for one in side if one.spelling.weight == 1 and not one.spelling.ise})


def _hit(document: Document, marker: Marker, own: list[Marker], confidence: float, fixable: bool) -> Hit:
    """A finding at the word's first place, with its other places and one or two words of the draft's own variety."""
    first, *others = marker.spans
    spelling = marker.spelling
    evidence = sorted(own, key=lambda one: (one.word != spelling.other, -one.spelling.weight, one.spans[0]))[:2]
    right = AMERICAN if spelling.variety == BRITISH else BRITISH
    witnesses = [one.spans[0] for one in evidence] or habits(document)[right][:2]
    related = [Note(span, "and here") for span in others]
    related += [Note(span, f"the {right} way here") for span in witnesses]
    words = {
        "variety": spelling.variety,
        "right": right,
        "other": spelling.other,
        "witness": evidence[0].word if evidence else document[witnesses[0]] if witnesses else spelling.other,
    }
    changes = tuple(Change(span, cased_like(document[span], spelling.other)) for span in marker.spans)
    return Hit(first, words, tuple(related), changes if fixable else (), confidence)


_: type[Check] = SpellingVariety
