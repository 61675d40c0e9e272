"""One name in two forms: other capitals, accents, hyphens or spaces."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.document import Document
from newslint.hit import Change, Check, Hit, Note, check
from newslint.source import Span
from newslint.story.same import Verdict, judged
from newslint.text.compounds import CLOSED, compounds
from newslint.text.joined_words import joined_words
from newslint.text.ownership import in_web_address, is_out_of_setting
from newslint.text.quotations import in_quotation, in_writing
from newslint.text.wording import times
from newslint.topics.names.particles import ParticlePair, particle_pairs
from newslint.topics.names.variants import FormPair, form_pairs

# From this probability on two forms are told: below it more were wrong than right on copy that wasn't fitted on.
_TOLD = 0.65


@check
class NameForm:
    """Finds a name that is written with other capitals, accents, hyphens or spaces elsewhere."""

    def __call__(self, document: Document) -> Iterator[Hit]:
        for pair in form_pairs(document):
            if " " in pair.right.text and pair.suspect.uses[0].span in _joined(document):
                continue
            verdict = judged(pair.pair.kind, pair.pair.signs)
            if verdict.probability < _TOLD:
                continue
            # What somebody wrote stands as they wrote it; what somebody said has the writer's capitals.
            spans = [use.span for use in pair.suspect.uses[:3]]
            if not all(_is_somebody_elses(document, span) for span in spans):
                yield _hit(document, pair, verdict)
        for particles in particle_pairs(document):
            yield _particle_hit(document, particles)


def _is_somebody_elses(document: Document, span: Span) -> bool:
    """Whether the form is part of an address, named as an error, or what somebody else wrote."""
    return in_web_address(document.text, span) or is_out_of_setting(document, span) or in_writing(document, span.start)


def _joined(document: Document) -> set[Span]:
    """The words of which spelling/hyphenation tells that they are two: SuperBowl."""
    closed = {use.span for uses in compounds(document).values() for use in uses if use.form == CLOSED}
    return closed | {joined.span for joined in joined_words(document) if joined.apart is not None}


def _hit(document: Document, pair: FormPair, verdict: Verdict) -> Hit:
    first, *others = (use.span for use in pair.suspect.uses)
    right = pair.right
    notes = [Note(place, "also here") for place in others]
    notes += [Note(use.span, f"written “{right.text}” here") for use in right.uses[:3]]
    places = [use.span for use in pair.suspect.uses if not in_quotation(document, use.span.start)]
    changes = tuple(Change(place, right.text) for place in places) if right.number > pair.suspect.number else ()
    words = {"right": right.text, "times": times(right.number)}
    return Hit(first, words, tuple(notes), changes, confidence=verdict.probability, evidence=verdict.signs)


def _particle_hit(document: Document, pair: ParticlePair) -> Hit:
    notes = [Note(place, "also here") for place in pair.places[1:]]
    notes += [Note(place, f"written “{pair.right}” here") for place in pair.right_places[:3]]
    places = [place for place in pair.places if not in_quotation(document, place.start)]
    changes = tuple(Change(place, pair.right) for place in places) if len(pair.right_places) > len(places) else ()
    words = {"right": pair.right, "times": times(len(pair.right_places))}
    return Hit(pair.places[0], words, tuple(notes), changes, confidence=0.8 if places else 0.4)


_: type[Check] = NameForm
